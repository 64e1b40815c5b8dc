import type { FindingChange } from "@/lib/practice";
import type { Dimension, PatternResult, Report, Signal, Verdict } from "@/lib/rubric";
import type { Tone } from "../ui/badge";

const SIGNAL_SENTENCES: Readonly<Record<Signal, string>> = {
  "strong-hire": "This design does its job, and you could defend it.",
  hire: "A sound design, with a flaw or two worth mending.",
  "lean-hire": "The base stands, but several things can go wrong.",
  "no-hire": "The main job does not hold yet.",
};

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  factors: "Key factors",
  database: "Database",
  entities: "Entities",
  keys: "Keys",
  relationships: "Relationships",
  constraints: "Constraints",
  indexes: "Indexes",
  normalization: "Normalization",
  scale: "Scale",
  document: "Document",
  "key-value": "Key-value",
  "wide-column": "Wide-column",
  graph: "Graph",
};

/** In the order of the report; the rules themselves, which know it too, are not for the browser. */
export const DIMENSION_ORDER = Object.keys(DIMENSION_WORDS) as readonly Dimension[];

export const PATTERN_WORDS: Readonly<
  Record<PatternResult["verdict"], { readonly tone: Tone; readonly words: string }>
> = {
  served: { tone: "met", words: "Served" },
  partly: { tone: "partly", words: "Partly" },
  unserved: { tone: "missed", words: "Not served" },
};

/** The dimension in which most was lost, or null where nothing was. */
function worstDimension(report: Report): Dimension | null {
  let worst: { readonly dimension: Dimension; readonly lost: number } | null = null;
  for (const { dimension, points, possible } of report.findings) {
    const { earned, possible: all } = report.dimensions[dimension] ?? { earned: points, possible };
    const lost = all - earned;
    if (lost > (worst?.lost ?? 0)) worst = { dimension, lost };
  }
  return worst?.dimension ?? null;
}

/** The report in a sentence or two. */
export function reportInBrief(report: Report): string {
  const worst = worstDimension(report);
  const where = worst === null ? "Nothing was lost." : `Most was lost in ${DIMENSION_WORDS[worst].toLowerCase()}.`;
  return `${SIGNAL_SENTENCES[report.signal]} ${where}`;
}

/** `12 more`; after two scores that stand beside it. */
export function scoreInWords(score: number, before: number): string {
  if (score === before) return "the same score";
  return score > before ? `${score - before} more` : `${before - score} fewer`;
}

const SAID: Readonly<Record<Verdict, string>> = { met: "met", partial: "partly", missed: "missed", violated: "wrong" };

/** `missed, now met`. */
export function changeInWords({ before, after }: Pick<FindingChange, "before" | "after">): string {
  if (after === null) return before === null ? "" : `was ${SAID[before]}, not found any more`;
  if (before === null) return `${SAID[after]}, not said before`;
  return before === after ? `still ${SAID[after]}` : `was ${SAID[before]}, now ${SAID[after]}`;
}
