import { type Dimension, type Finding, type Report, type RuleId, saidOnce, type Verdict } from "@/lib/rubric";

/** What one rule said about one subject before, and what it says now. */
export interface FindingChange {
  readonly rule: RuleId;
  readonly dimension: Dimension;
  readonly subject: string;
  /** Null: nothing was said of it. */
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  /** What is said now; where nothing is, what was said. */
  readonly message: string;
}

/** From one report to another. */
export interface ReportChange {
  readonly score: { readonly before: number; readonly after: number };
  /** Flaws that are mended, lesser, or not spoken of any more; those that are met now come first. */
  readonly better: readonly FindingChange[];
  /** Flaws that are new or worse. */
  readonly worse: readonly FindingChange[];
  /** Flaws that are as they were. */
  readonly open: readonly FindingChange[];
  /** Flaws that are not spoken of only because what the brief asks for is not in the design any more: no merit. */
  readonly silent: readonly FindingChange[];
}

const WORTH: Readonly<Record<Verdict, number>> = { met: 2, partial: 1, missed: 0, violated: 0 };

const keyOf = ({ rule, subject }: Finding): string => `${rule} ${subject}`;

/** The findings by rule and subject; where a rule says two things of one subject, the worse one stands. */
function byKey(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>();
  for (const finding of findings) {
    const other = found.get(keyOf(finding));
    if (!other || WORTH[finding.verdict] < WORTH[other.verdict]) found.set(keyOf(finding), finding);
  }
  return found;
}

function changeOf(before: Finding | undefined, after: Finding | undefined): readonly FindingChange[] {
  const shown = after ?? before;
  if (!shown) return [];
  const { rule, dimension, subject, message } = shown;
  return [{ rule, dimension, subject, message, before: before?.verdict ?? null, after: after?.verdict ?? null }];
}

/** Nothing said counts as nothing wrong. */
const worth = (verdict: Verdict | null): number => (verdict === null ? WORTH.met : WORTH[verdict]);

const isFlaw = (verdict: Verdict | null): boolean => verdict !== null && verdict !== "met";

/** What became better, what worse, and what stays, in the order of the reports. */
export function compareReports(before: Report, after: Report): ReportChange {
  const [old, now] = [byKey(saidOnce(before.findings)), byKey(saidOnce(after.findings))];
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => changeOf(old.get(key), now.get(key)));
  const flaws = changes.filter((change) => isFlaw(change.before) || isFlaw(change.after));
  const worse = flaws.filter((change) => worth(change.after) < worth(change.before));
  const lost = worse.some(({ rule }) => rule === "entities/missing");
  const isSilent = ({ after: verdict }: FindingChange) => lost && verdict === null;
  const better = flaws.filter((change) => worth(change.after) > worth(change.before) && !isSilent(change));
  return {
    score: { before: before.score, after: after.score },
    better: [
      ...better.filter(({ after: verdict }) => verdict === "met"),
      ...better.filter(({ after: verdict }) => verdict !== "met"),
    ],
    worse,
    open: flaws.filter((change) => worth(change.after) === worth(change.before)),
    silent: flaws.filter(isSilent),
  };
}
