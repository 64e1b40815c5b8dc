import type { Route } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Rule } from "@/lib/rubric";

interface RuleProps {
  readonly rule: Pick<Rule, "id" | "doc">;
}

const LINK = "inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-3 hover:text-ink";

/** Says above the card that this sitting is on one rule, and how to leave it. */
export function OneRule({ rule }: RuleProps) {
  return (
    <p className="mb-4 flex items-center gap-x-1.5 text-small text-ink-soft">
      <span>Only</span>
      <Link href={`/rules/${rule.id}` as Route} className={`${LINK} min-w-0`}>
        <span className="truncate">{rule.doc.title}</span>
      </Link>
      <Link href="/review" className={`${LINK} ml-auto shrink-0 pl-4`}>
        All reviews
      </Link>
    </p>
  );
}

export function RuleDone({ rule, nextIn }: RuleProps & { readonly nextIn: string | null }) {
  return (
    <EmptyState
      title="Done with this rule for today"
      action={
        <>
          <LinkButton href="/review" variant="primary">
            All reviews
          </LinkButton>
          <LinkButton href={`/rules/${rule.id}` as Route}>Read the rule</LinkButton>
        </>
      }
    >
      <p>
        {nextIn === null
          ? "Its cards and drills come back just before you would forget them. Tomorrow you can go through them again."
          : `What you are still learning comes back ${nextIn}; this page shows it then.`}
      </p>
    </EmptyState>
  );
}
