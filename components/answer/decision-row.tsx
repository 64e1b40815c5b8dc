import type { ReactNode } from "react";

/** One decision: its name at the left, its controls at the right; one above the other where there is little room. */
export function DecisionRow({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-1.5 py-3 @lg:grid-cols-[6.5rem_1fr]">
      <div className="text-small font-medium @lg:pt-2">{name}</div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** A quiet one-line control; 16 px on a phone, so that the browser does not zoom. */
export const COMPACT =
  "min-h-11 w-full rounded-md border border-line-strong bg-surface px-2.5 text-body text-ink transition-colors " +
  "hover:border-ink-soft aria-invalid:border-missed md:min-h-8 md:text-small";
