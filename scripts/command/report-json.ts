import type { Finding, Report } from "@/lib/rubric";

/** The line that `grade --json` prints for one file: these keys and no others, whatever a saved report holds besides. */
export function reportAsJson(file: string, report: Report): string {
  const { scenario, level, store, score, signal, dimensions, patterns, alignment, diagnostics } = report;
  return JSON.stringify({
    file,
    scenario,
    level,
    store: store?.type ?? null,
    score,
    signal,
    dimensions,
    findings: report.findings.map(findingAsJson),
    patterns: patterns.map(({ id, verdict, by, why }) => ({ id, verdict, by, why })),
    alignment: alignment.map(({ entity, as, how }) => ({ entity, as, how })),
    diagnostics: diagnostics.map(({ severity, message, line, column }) => ({ severity, message, line, column })),
  });
}

function findingAsJson({ rule, dimension, verdict, subject, message, fix, points, possible, at, cards }: Finding) {
  const place = at && { line: at.line, column: at.column, text: at.text };
  return { rule, dimension, verdict, subject, message, fix, points, possible, at: place, cards };
}
