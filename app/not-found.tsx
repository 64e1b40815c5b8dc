import type { Metadata } from "next";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Page width="prose">
      <EmptyState
        as="h1"
        title="There is nothing here"
        action={
          <>
            <LinkButton href="/practice" variant="primary">
              See the scenarios
            </LinkButton>
            <LinkButton href="/">Go home</LinkButton>
          </>
        }
      >
        <p>The address is wrong, what was here is gone, or it belongs to somebody else.</p>
      </EmptyState>
    </Page>
  );
}
