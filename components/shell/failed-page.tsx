import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "./page";

interface FailedPageProps {
  readonly title: string;
  /** What it means for the person's work. */
  readonly says: string;
  readonly digest: string | undefined;
  readonly onRetry: () => void;
  /** Where else to go. */
  readonly elsewhere: ReactNode;
}

/** What stands in the place of a page that failed: what is, whether anything is lost, and the next step. */
export function FailedPage({ title, says, digest, onRetry, elsewhere }: FailedPageProps) {
  return (
    <Page width="prose">
      <EmptyState
        as="h1"
        title={title}
        action={
          <>
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
            {elsewhere}
          </>
        }
      >
        <p>{says}</p>
        {digest && (
          <p className="text-small">
            If it happens again, tell us this number: <code>{digest}</code>
          </p>
        )}
      </EmptyState>
    </Page>
  );
}
