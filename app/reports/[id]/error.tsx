"use client";

import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export default function ReportError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <Page width="prose">
      <EmptyState
        as="h1"
        title="This report could not be shown"
        action={
          <>
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
            <LinkButton href="/progress">See your attempts</LinkButton>
          </>
        }
      >
        <p>Something failed on our side. Your answer and its report are saved, and nothing of them is lost.</p>
        {error.digest && (
          <p className="text-small">
            If it happens again, tell us this number: <code>{error.digest}</code>
          </p>
        )}
      </EmptyState>
    </Page>
  );
}
