import { startReviewAction } from "@/app/actions";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Rule } from "@/lib/rubric";

/** Somebody without a row yet: the cards are there, one press away. @param rule what they came for; null for all. */
export function NotStarted({ rule }: { rule: Pick<Rule, "id" | "doc"> | null }) {
  return (
    <Page width="prose">
      <EmptyState
        as="h1"
        title="Nothing to review yet"
        action={
          <>
            <form action={startReviewAction.bind(null, rule?.id ?? null)}>
              <SubmitButton variant="primary">
                {rule === null ? "Start with the first cards" : "Start with this rule"}
              </SubmitButton>
            </form>
            <LinkButton href="/practice">Practise a scenario</LinkButton>
          </>
        }
      >
        <p>
          {rule === null
            ? "What a report says you missed comes back here as flashcards, just before you would forget it. You can also begin with the cards themselves, ten new ones a day."
            : `Begin with the cards and a drill of “${rule.doc.title}”. Each comes back just before you would forget it.`}
        </p>
      </EmptyState>
    </Page>
  );
}

export function NothingDue({ nextIn }: { nextIn: string | null }) {
  return (
    <EmptyState
      title="Nothing is due"
      action={
        <LinkButton href="/practice" variant="primary">
          Practise a scenario
        </LinkButton>
      }
    >
      <p>
        {nextIn === null
          ? "You have seen every card, and nothing is planned."
          : `Your next review comes ${nextIn}; this page shows it then.`}{" "}
        A scenario now is the best use of the time: what it misses becomes reviews.
      </p>
    </EmptyState>
  );
}
