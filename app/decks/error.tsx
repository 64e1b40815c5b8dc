"use client";

import { FailedPage } from "@/components/shell/failed-page";
import { LinkButton } from "@/components/ui/link-button";

export default function DecksError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <FailedPage
      title="Your decks could not be shown"
      says="Something failed on our side. Your cards and what is known of them are kept, and nothing of them is lost."
      digest={error.digest}
      onRetry={retry}
      elsewhere={<LinkButton href="/review">Go to your reviews</LinkButton>}
    />
  );
}
