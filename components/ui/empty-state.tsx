import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface EmptyStateProps {
  /** What is so: "Nothing is due". */
  title: string;
  /** Why, and what happens next. */
  children?: ReactNode;
  /** The next step. */
  action?: ReactNode;
  className?: string;
  /** The heading's level in the page; the page's own heading where it is the whole page. */
  as?: "h1" | "h2" | "h3";
}

/** Nothing here yet, drawn like a page: what is, why, and the next step. */
export function EmptyState({ title, children, action, className, as: Heading = "h2" }: EmptyStateProps) {
  return (
    <div className={classNames("max-w-prose py-8", className)}>
      <Heading className="text-lead font-semibold">{title}</Heading>
      {children && <div className="mt-2 space-y-2 text-ink-soft">{children}</div>}
      {action && <div className="mt-6 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
