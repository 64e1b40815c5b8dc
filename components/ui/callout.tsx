import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

export type CalloutKind = "info" | "warn" | "error";

const KINDS: Record<CalloutKind, { readonly icon: IconName; readonly box: string; readonly mark: string }> = {
  info: { icon: "info", box: "bg-info-soft", mark: "text-info" },
  warn: { icon: "warn", box: "bg-partly-soft", mark: "text-partly" },
  error: { icon: "cross", box: "bg-missed-soft", mark: "text-missed" },
};

export interface CalloutProps {
  kind?: CalloutKind;
  title?: string;
  /** What to press next. */
  action?: ReactNode;
  /** Said aloud when it appears: errors at once, the rest when the reader pauses. Off for what was there from the start. */
  announce?: boolean;
  className?: string;
  children?: ReactNode;
}

/** What is, why, and the next step. */
export function Callout({ kind = "info", title, action, announce = false, className, children }: CalloutProps) {
  const { icon, box, mark } = KINDS[kind];
  const role = kind === "error" ? "alert" : "status";
  return (
    <div {...(announce ? { role } : {})} className={classNames("flex gap-3 rounded-md p-4", box, className)}>
      <Icon name={icon} className={`mt-1 size-4 ${mark}`} />
      <div className="min-w-0 grow space-y-1 text-small">
        {title && <p className="text-body font-medium">{title}</p>}
        {children}
        {action && <div className="pt-2">{action}</div>}
      </div>
    </div>
  );
}
