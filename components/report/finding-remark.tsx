"use client";

import { toneOf, VerdictBadge } from "../ui/badge";
import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import { InlineCode } from "../ui/inline-code";
import { BriefWords } from "./brief-words";
import { useActiveFindings, useAnchor } from "./finding-focus";
import type { NumberedFinding } from "./mark-lines";
import { RuleLink } from "./rule-link";
import type { ScheduledReview } from "./scheduled";
import { When } from "./when";

const EDGES = { met: "border-met", partly: "border-partly", missed: "border-missed" } as const;
const FILLS = { met: "bg-met-soft", partly: "bg-partly-soft", missed: "bg-missed-soft" } as const;

export interface FindingRemarkProps {
  readonly finding: NumberedFinding;
  readonly scheduled: readonly ScheduledReview[];
  readonly now: number;
  /** Where the text is out of sight on a phone, the remark quotes it. */
  readonly quotes?: boolean;
  /** False on the rule's own page. */
  readonly linked?: boolean;
  /** The heading's level below what it stands under. */
  readonly as?: "h3" | "h4";
}

/** One remark: what is so and why it matters, how to mend it, the words of the brief, the rule and its reviews. */
export function FindingRemark(props: FindingRemarkProps) {
  const { finding, scheduled, now, quotes = false, linked = true, as: Heading = "h3" } = props;
  const { number, verdict, subject, message, fix, brief, rule, at, cards, points, possible } = finding;
  const anchor = useAnchor();
  const id = anchor("finding", number);
  const lit = useActiveFindings().includes(number);
  const tone = toneOf(verdict);
  const back = scheduled.filter(
    ({ kind, ref }) => (kind === "card" && cards.includes(ref)) || (kind === "drill" && ref.endsWith(`/${rule}`)),
  );
  const free = verdict !== "met" && points === possible;
  return (
    <article
      id={id}
      data-finding={number}
      data-lit={lit || undefined}
      aria-labelledby={`${id}-name`}
      className={classNames(
        "scroll-mt-20 rounded-r-md border-l-2 py-2 pr-3 pl-3 text-small leading-5 transition-colors target:bg-accent-soft",
        EDGES[tone],
        lit && FILLS[tone],
      )}
    >
      <Heading id={`${id}-name`} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <VerdictBadge verdict={verdict} />
        <span className="min-w-0 font-mono font-medium break-words">{subject}</span>
        {at && (
          <a
            href={`#${anchor("line", at.line)}`}
            className="ml-auto inline-flex min-h-6 items-center rounded-sm font-mono text-ink-faint underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            line {at.line}
          </a>
        )}
      </Heading>
      {quotes && at && at.text !== "" && (
        <p className="mt-1.5 rounded-sm bg-surface px-2 py-1 font-mono [overflow-wrap:anywhere] lg:hidden">{at.text}</p>
      )}
      <p className="mt-1.5">
        <InlineCode text={message} />
      </p>
      {fix !== "" && (
        <p className="mt-1.5">
          <span className="font-medium">To mend it: </span>
          <InlineCode text={fix} />
        </p>
      )}
      {brief !== null && brief !== "" && <BriefWords words={brief} />}
      {free && <p className="mt-1.5 text-ink-faint">It follows from another remark and costs nothing more.</p>}
      <div className="mt-1 flex flex-wrap items-center gap-x-3 empty:hidden">
        {linked && <RuleLink rule={rule} />}
        {back.length > 0 && <ReviewsBack reviews={back} now={now} />}
      </div>
    </article>
  );
}

/** The cards and the drill that come back because of it, folded. */
function ReviewsBack({ reviews, now }: { reviews: readonly ScheduledReview[]; now: number }) {
  return (
    <details className="group open:basis-full">
      <summary className="inline-flex min-h-11 list-none items-center gap-1 rounded-sm text-ink-faint hover:text-ink md:min-h-6 [&::-webkit-details-marker]:hidden">
        {reviews.length === 1 ? "1 review comes back" : `${reviews.length} reviews come back`}
        <Icon name="right" className="size-3 transition-transform group-open:rotate-90" />
      </summary>
      <ul className="mt-1 space-y-1 text-ink-soft">
        {reviews.map(({ ref, title, due }) => (
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
