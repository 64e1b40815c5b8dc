import type { FindingChange, ReportChange } from "@/lib/practice";
import { TONES, type Tone, toneOf } from "../ui/badge";
import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import { InlineCode } from "../ui/inline-code";
import { changeInWords, scoreInWords } from "./report-words";
import { RuleLink } from "./rule-link";

/** How the groups are called: after a new attempt, or where only the reading of the names would be another. */
export interface ChangeWords {
  readonly better: string;
  readonly worse: string;
  readonly open: string;
  readonly silent: string;
  readonly none: string;
}

export const SINCE_LAST: ChangeWords = {
  better: "What got better",
  worse: "What got worse",
  open: "What stays open",
  silent: "Not spoken of any more, for what it was about is gone",
  none: "Nothing changed in what was found.",
};

interface ReportDifferenceProps {
  readonly change: ReportChange;
  readonly words?: ChangeWords;
}

/** From one report to another: what got better first, then what got worse, then what stays. */
export function ReportDifference({ change, words = SINCE_LAST }: ReportDifferenceProps) {
  const { score, better, worse, open, silent } = change;
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-mono text-title">
          <span className="text-ink-faint">{score.before}</span> <span aria-hidden="true">→</span>
          <span className="sr-only">, then </span> {score.after}
        </span>
        <span className="text-ink-soft">{scoreInWords(score.after, score.before)}</span>
      </p>
      {better.length + worse.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <div className="grid items-start gap-x-8 gap-y-6 empty:hidden lg:grid-cols-2">
        <ChangeList title={words.better} tone="met" changes={better} />
        <ChangeList title={words.worse} tone="missed" changes={worse} />
      </div>
      <Folded title={words.open} changes={open} />
      <Folded title={words.silent} changes={silent} />
    </div>
  );
}

function Folded({ title, changes }: { title: string; changes: readonly FindingChange[] }) {
  if (changes.length === 0) return null;
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-sm text-small text-ink-soft hover:text-ink md:min-h-8 [&::-webkit-details-marker]:hidden">
        <Icon name="right" className="size-3.5 transition-transform group-open:rotate-90" />
        {title}: {changes.length}
      </summary>
      <ChangeItems changes={changes} tone="partly" />
    </details>
  );
}

function ChangeList({ title, tone, changes }: { title: string; tone: Tone; changes: readonly FindingChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="flex items-center gap-1.5 font-medium">
        <Icon name={TONES[tone].icon} className={classNames("size-4", TONES[tone].text)} />
        {title}
        <span className="font-mono text-small text-ink-faint">{changes.length}</span>
      </h3>
      <ChangeItems changes={changes} tone={tone} />
    </section>
  );
}

function ChangeItems({ changes, tone }: { changes: readonly FindingChange[]; tone: Tone }) {
  return (
    <ul className="mt-2 divide-y divide-line border-y border-line text-small leading-5">
      {changes.map((change) => (
        <li key={`${change.rule} ${change.subject}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2">
          <span className="font-mono font-medium break-words">{change.subject}</span>
          <span className={TONES[change.after === null ? tone : toneOf(change.after)].text}>
            {changeInWords(change)}
          </span>
          <span className="max-sm:order-last sm:ml-auto">
            <RuleLink rule={change.rule} />
          </span>
          <p className="basis-full text-ink-soft">
            <InlineCode text={change.message} />
          </p>
        </li>
      ))}
    </ul>
  );
}
