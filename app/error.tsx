"use client";

import { FailedPage } from "@/components/shell/failed-page";
import { LinkButton } from "@/components/ui/link-button";

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <FailedPage
      title="This page could not be shown"
      says="Something failed on our side, not in what you did. What you saved is safe."
      digest={error.digest}
      onRetry={retry}
      elsewhere={<LinkButton href="/">Go home</LinkButton>}
    />
  );
}
