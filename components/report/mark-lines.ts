import type { Finding } from "@/lib/rubric";

/** A finding with its number in the report: its anchor on the page. */
export interface NumberedFinding extends Finding {
  readonly number: number;
}

/** A stretch of one line and the findings whose evidence it is part of. */
export interface LinePiece {
  readonly start: number;
  readonly text: string;
  readonly findings: readonly number[];
}

export interface MarkedLine {
  /** From 1. */
  readonly number: number;
  readonly pieces: readonly LinePiece[];
}

interface Evidence {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

function evidenceOf(findings: readonly NumberedFinding[]): readonly Evidence[] {
  return findings.flatMap(({ number, at }) =>
    at && at.end > at.start ? [{ number, start: at.start, end: at.end }] : [],
  );
}

function piecesOf(line: string, from: number, evidence: readonly Evidence[]): readonly LinePiece[] {
  const to = from + line.length;
  const here = evidence.filter(({ start, end }) => start < to && end > from);
  const cuts = new Set([from, to]);
  for (const { start, end } of here) {
    cuts.add(Math.max(from, start));
    cuts.add(Math.min(to, end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] ?? to;
    const findings = here.filter((one) => one.start < end && one.end > start).map(({ number }) => number);
    return { start, text: line.slice(start - from, end - from), findings };
  });
}

/** The text as lines, cut wherever the evidence of a finding begins or ends. All pieces together are the text. */
export function markLines(text: string, findings: readonly NumberedFinding[]): readonly MarkedLine[] {
  const evidence = evidenceOf(findings);
  let from = 0;
  return text.split("\n").map((line, i) => {
    const pieces = piecesOf(line, from, evidence);
    from += line.length + 1;
    return { number: i + 1, pieces };
  });
}

/** Findings by the line that their remark belongs to. */
export function byLine(findings: readonly NumberedFinding[]): ReadonlyMap<number, readonly NumberedFinding[]> {
  const lines = new Map<number, NumberedFinding[]>();
  for (const finding of findings) {
    if (!finding.at) continue;
    const there = lines.get(finding.at.line);
    if (there) there.push(finding);
    else lines.set(finding.at.line, [finding]);
  }
  return lines;
}
