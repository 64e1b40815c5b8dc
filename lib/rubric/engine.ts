import type { PatternTrace } from "@/lib/access";
import type { Answer } from "@/lib/design";
import { type Diagnostic, indexLines, type LineIndex, positionAt, type Span } from "@/lib/diagnostics";
import type { Scenario } from "@/lib/scenario";
import { adviceFor } from "./advice";
import { contextOf } from "./context";
import { DIMENSIONS, type Dimension, type RuleId } from "./ids";
import { chargedOnce } from "./one-cause";
import type { AlignmentLine, Finding, Report, TextPlace } from "./report";
import type { Context, Judgement, Rule } from "./rule";
import { RULES } from "./rules";
import { pointsOf, scoreOf, signalOf } from "./weigh";

/** Card ids by the rule that they teach. */
export type Teaches = ReadonlyMap<RuleId, readonly string[]>;

/** What the grader reads: the sheet's text, what was read from it, and the problem. */
export interface GradeInput {
  readonly text: string;
  readonly answer: Answer;
  readonly diagnostics: readonly Diagnostic[];
  readonly scenario: Scenario;
  readonly teaches: Teaches;
  /** What the candidate says that tables are, against what was understood: table → entity, "" for none of them. */
  readonly told?: Readonly<Record<string, string>>;
}

/** Evidence longer than this is cut in reports; offsets still hold the whole. */
const LONGEST_EVIDENCE = 120;

function placeOf(text: string, lines: LineIndex, span: Span | null): TextPlace | null {
  if (!span) return null;
  const { line, column } = positionAt(lines, span.start);
  const [first = ""] = text.slice(span.start, Math.min(span.end, span.start + LONGEST_EVIDENCE)).split("\n");
  return { line, column, start: span.start, end: span.end, text: first };
}

interface Judged {
  readonly rule: Rule;
  readonly judgement: Judgement;
}

function judge(context: Context): readonly Judged[] {
  return RULES.filter((rule) => rule.stores.includes(context.store)).flatMap((rule) =>
    chargedOnce(context, rule.check(context)).map((judgement) => ({ rule, judgement })),
  );
}

function findingOf({ rule, judgement }: Judged, context: Context, input: GradeInput, lines: LineIndex): Finding {
  return {
    rule: rule.id,
    dimension: rule.dimension,
    verdict: judgement.verdict,
    subject: judgement.subject,
    message: judgement.message,
    fix: judgement.fix,
    ...pointsOf(judgement, context.level),
    at: placeOf(input.text, lines, judgement.span),
    brief: judgement.brief ?? null,
    cards: judgement.verdict === "met" ? [] : (input.teaches.get(rule.id) ?? []),
  };
}

function dimensionsOf(findings: readonly Finding[]): Report["dimensions"] {
  const sums: Partial<Record<Dimension, { earned: number; possible: number }>> = {};
  for (const dimension of DIMENSIONS) {
    const own = findings.filter((finding) => finding.dimension === dimension);
    if (own.length === 0) continue;
    const add = (pick: (finding: Finding) => number) =>
      Math.round(own.reduce((sum, one) => sum + pick(one), 0) * 10) / 10;
    sums[dimension] = { earned: add((one) => one.points), possible: add((one) => one.possible) };
  }
  return sums;
}

function alignmentLines(context: Context): readonly AlignmentLine[] {
  const { alignment } = context;
  return Object.keys(context.scenario.entities).map((entity) => {
    const place = alignment.entities.get(entity);
    if (!place) return { entity, as: [], how: "not found in the design" };
    return { entity, as: [place.table, ...place.parts].map((table) => table.name.text), how: place.why };
  });
}

function patternResult(trace: PatternTrace): Report["patterns"][number] {
  return { id: trace.pattern.id, verdict: trace.served, by: trace.by, why: trace.why };
}

/** The share of the scenario's asked entities that the design has, 0 to 1. */
function placedShare({ scenario, alignment }: Context): number {
  const asked = Object.entries(scenario.entities).filter(([, entity]) => entity.asked);
  return asked.length === 0 ? 1 : asked.filter(([name]) => alignment.entities.has(name)).length / asked.length;
}

/** Grades one answer: pure, deterministic, never throws on any text. */
export function grade(input: GradeInput): Report {
  const context = contextOf(input.answer, input.scenario, input.told);
  const lines = indexLines(input.text);
  const judged = judge(context);
  const findings = judged.map((one) => findingOf(one, context, input, lines));
  const judgements = judged.map((one) => one.judgement);
  const score = scoreOf(judgements, context.level, placedShare(context));
  return {
    scenario: input.scenario.slug,
    level: context.level,
    store: input.answer.decisions.store?.value ?? null,
    score,
    signal: signalOf(score),
    dimensions: dimensionsOf(findings),
    findings,
    patterns: context.traces.map(patternResult),
    alignment: alignmentLines(context),
    advice: adviceFor(context).map(({ topic, message, span }) => ({
      topic,
      message,
      at: placeOf(input.text, lines, span),
    })),
    diagnostics: [
      ...input.diagnostics.map(({ severity, message, span }) => ({
        severity,
        message,
        ...positionAt(lines, span.start),
      })),
    ],
  };
}
