"use client";

import { toneOf, VerdictBadge } from "../ui/badge";
import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import { InlineCode } from "../ui/inline-code";
import { useActiveFinding } from "./finding-focus";
import type { NumberedFinding } from "./mark-lines";
import type { ScheduledReview } from "./scheduled";
import { When } from "./when";

const EDGES = { met: "border-met", partly: "border-partly", missed: "border-missed" } as const;
const FILLS = { met: "bg-met-soft", partly: "bg-partly-soft", missed: "bg-missed-soft" } as const;

export interface FindingRemarkProps {
  readonly finding: NumberedFinding;
  readonly scheduled: readonly ScheduledReview[];
  readonly now: number;
}

/** One remark: what is so and why it matters, how to mend it, the words of the brief, the rule and its cards. */
export function FindingRemark({ finding, scheduled, now }: FindingRemarkProps) {
  const { number, verdict, subject, message, fix, brief, rule, at, cards, points, possible } = finding;
  const tone = toneOf(verdict);
  const back = scheduled.filter(({ kind, ref }) => kind === "card" && cards.includes(ref));
  const free = verdict !== "met" && points === possible;
  return (
    <article
      id={`finding-${number}`}
      data-finding={number}
      aria-labelledby={`finding-${number}-name`}
      className={classNames(
        "scroll-mt-20 rounded-r-md border-l-2 py-2 pr-3 pl-3 text-small leading-5 transition-colors target:bg-accent-soft",
        EDGES[tone],
        useActiveFinding() === number && FILLS[tone],
      )}
    >
      <h3 id={`finding-${number}-name`} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <VerdictBadge verdict={verdict} />
        <span className="min-w-0 font-mono font-medium break-words">{subject}</span>
        {at && (
          <a
            href={`#line-${at.line}`}
            className="ml-auto rounded-sm font-mono text-ink-faint underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            line {at.line}
          </a>
        )}
      </h3>
      <p className="mt-1.5">
        <InlineCode text={message} />
      </p>
      {fix !== "" && (
        <p className="mt-1.5">
          <span className="font-medium">To mend it: </span>
          <InlineCode text={fix} />
        </p>
      )}
      {brief !== null && (
        <blockquote className="mt-1.5 text-ink-soft">
          <span className="text-ink-faint">The brief: </span>“{brief}”
        </blockquote>
      )}
      {free && <p className="mt-1.5 text-ink-faint">It follows from another remark and costs nothing more.</p>}
      <RuleAndCards rule={rule} cards={back} now={now} />
    </article>
  );
}

/** The rule's id, and the cards that come back because of it, folded. */
function RuleAndCards({ rule, cards, now }: { rule: string; cards: readonly ScheduledReview[]; now: number }) {
  if (cards.length === 0) return <p className="mt-1 font-mono text-ink-faint">{rule}</p>;
  return (
    <details className="group mt-1">
      <summary className="flex min-h-8 list-none flex-wrap items-center gap-x-2 rounded-sm text-ink-faint hover:text-ink md:min-h-6 [&::-webkit-details-marker]:hidden">
        <span className="font-mono">{rule}</span>
        <span className="inline-flex items-center gap-1">
          {cards.length === 1 ? "1 card comes back" : `${cards.length} cards come back`}
          <Icon name="right" className="size-3 transition-transform group-open:rotate-90" />
        </span>
      </summary>
      <ul className="mt-1 space-y-1 text-ink-soft">
        {cards.map(({ ref, title, due }) => (
          <li key={ref}>
            <InlineCode text={title} />{" "}
            <span className="whitespace-nowrap text-ink-faint">
              <When at={due} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
