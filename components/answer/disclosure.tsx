import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** Words that fold away; the browser's own element, so it works before any script. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-sm text-small text-ink-soft hover:text-ink md:min-h-8 [&::-webkit-details-marker]:hidden">
        <Icon name="right" className="size-3.5 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
