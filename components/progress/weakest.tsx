import type { Route } from "next";
import Link from "next/link";
import type { RuleMastery } from "@/lib/practice";
import { DIMENSION_WORDS } from "../report/report-words";
import { LinkButton } from "../ui/link-button";
import { MasteryBar } from "./mastery-bar";
import { sayMastery } from "./mastery-by-dimension";
import { counted } from "./words";

export interface WeakRule extends RuleMastery {
  readonly title: string;
  readonly dimension: keyof typeof DIMENSION_WORDS;
  readonly drillsDue: number;
  /** A scenario where it can bite: one not tried yet, else the one tried longest ago. */
  readonly scenario: { readonly slug: string; readonly title: string; readonly tried: boolean } | null;
}

function Weak({ rule }: { rule: WeakRule }) {
  const { scenario, drillsDue } = rule;
  return (
    <li className="flex flex-col border-t border-line pt-4">
      <p className="text-small text-ink-faint">{DIMENSION_WORDS[rule.dimension]}</p>
      <h3 className="font-medium">
        <Link
          href={`/rules/${rule.rule}` as Route}
          className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          {rule.title}
        </Link>
      </h3>
      <p className="mt-1 text-small text-ink-soft">
        {sayMastery(rule)}, from {rule.said}
      </p>
      <div className="mt-1 mb-3">
        <MasteryBar share={rule.mastery} interval={rule.interval} />
      </div>
      <div className="mt-auto flex flex-wrap gap-2">
        <LinkButton href={`/review?rule=${rule.rule}` as Route} size="small">
          {drillsDue > 0 ? `Review it: ${counted(drillsDue, "drill")} due` : "Review it"}
        </LinkButton>
        {scenario && (
          <LinkButton href={`/practice/${scenario.slug}` as Route} size="small" className="max-w-full">
            <span className="truncate">
              {scenario.tried ? "Again: " : "Try: "}
              {scenario.title}
            </span>
          </LinkButton>
        )}
      </div>
    </li>
  );
}

/** The rules that are held least, each with what to do about it. */
export function Weakest({ rules }: { rules: readonly WeakRule[] }) {
  return (
    <ul className="mt-4 grid gap-x-9 gap-y-6 md:grid-cols-3">
      {rules.map((rule) => (
        <Weak key={rule.rule} rule={rule} />
      ))}
    </ul>
  );
}
