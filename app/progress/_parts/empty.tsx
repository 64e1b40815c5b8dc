import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export function NoProgress() {
  return (
    <Page width="prose">
      <EmptyState
        as="h1"
        title="No progress to show yet"
        action={
          <>
            <LinkButton href="/practice" variant="primary">
              Practise a scenario
            </LinkButton>
            <LinkButton href="/review">Review cards</LinkButton>
          </>
        }
      >
        <p>
          After your first answer this page shows your scores over time, what is due when, and how much of it stays.
        </p>
      </EmptyState>
    </Page>
  );
}
