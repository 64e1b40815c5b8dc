"use client";

import { FailedPage } from "@/components/shell/failed-page";
import { LinkButton } from "@/components/ui/link-button";

export default function ReportError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <FailedPage
      title="This report could not be shown"
      says="Something failed on our side. Your answer and its report are saved, and nothing of them is lost."
      digest={error.digest}
      onRetry={retry}
      elsewhere={<LinkButton href="/progress">See your attempts</LinkButton>}
    />
  );
}
