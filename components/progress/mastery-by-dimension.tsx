import type { Route } from "next";
import Link from "next/link";
import type { DimensionMastery, RuleMastery } from "@/lib/practice";
import type { RuleId } from "@/lib/rubric";
import { DIMENSION_WORDS } from "../report/report-words";
import { Icon } from "../ui/icon";
import { LocalTime } from "../ui/local-time";
import { MasteryBar } from "./mastery-bar";
import { percent } from "./words";

export interface MasteryByDimensionProps {
  dimensions: readonly DimensionMastery[];
  /** What a rule is called. */
  titles: ReadonlyMap<RuleId, string>;
}

/** "4 answers, 6 drills; last on 3 Nov". */
function Source({ said, lastAt }: Pick<RuleMastery, "said" | "lastAt">) {
  return (
    <>
      {said}
      {lastAt !== null && (
        <>
          ; last on <LocalTime at={lastAt} />
        </>
      )}
    </>
  );
}

export function sayMastery({ mastery, interval }: Pick<RuleMastery, "mastery" | "interval">): string {
  if (mastery === null) return "not known yet";
  return `${percent(mastery)}, likely ${Math.round(100 * interval.low)} to ${percent(interval.high)}`;
}

function RuleRow({ of, title }: { of: RuleMastery; title: string }) {
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Link
          href={`/rules/${of.rule}` as Route}
          className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          {title}
        </Link>
        <span className="text-ink-soft">{sayMastery(of)}</span>
      </div>
      <MasteryBar share={of.mastery} interval={of.interval} />
      <p className="text-ink-faint">
        <Source {...of} />
      </p>
    </li>
  );
}

function DimensionRow({ of, titles }: { of: DimensionMastery; titles: MasteryByDimensionProps["titles"] }) {
  const { dimension, mastery, known, rules } = of;
  return (
    <details className="group border-t border-line">
      <summary className="-mx-2 block list-none rounded-sm px-2 py-2.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <span className="flex items-center justify-between gap-3 text-small">
          <span className="inline-flex items-center gap-1.5 font-medium">
            <Icon name="right" className="size-3.5 text-ink-faint transition-transform group-open:rotate-90" />
            {DIMENSION_WORDS[dimension]}
          </span>
          <span>
            <span className="text-ink-faint">
              {known} of {rules.length} rules known
            </span>
            <span className="ml-3 inline-block min-w-10 text-right">{mastery === null ? "–" : percent(mastery)}</span>
          </span>
        </span>
        <span className="mt-1 block">
          <MasteryBar share={mastery} />
        </span>
      </summary>
      <ul className="mb-3 pl-5 text-small">
        {rules.map((rule) => (
          <RuleRow key={rule.rule} of={rule} title={titles.get(rule.rule) ?? rule.rule} />
        ))}
      </ul>
    </details>
  );
}

/** Each dimension with its mean, and its rules one by one when it is opened. */
export function MasteryByDimension({ dimensions, titles }: MasteryByDimensionProps) {
  return (
    <div className="mt-4 grid items-start gap-x-12 lg:grid-cols-2">
      {dimensions.map((of) => (
        <DimensionRow key={of.dimension} of={of} titles={titles} />
      ))}
    </div>
  );
}
