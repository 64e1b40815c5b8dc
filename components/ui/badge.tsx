import type { ReactNode } from "react";
import type { StoreType } from "@/lib/design";
import type { Verdict } from "@/lib/rubric";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

const BADGE = "inline-flex items-center gap-1 rounded-sm px-1.5 text-small whitespace-nowrap";

const STORES: Record<StoreType, string> = {
  relational: "bg-relational-soft text-relational",
  document: "bg-document-soft text-document",
  "key-value": "bg-key-value-soft text-key-value",
  "wide-column": "bg-wide-column-soft text-wide-column",
  graph: "bg-graph-soft text-graph",
};

/** Names a store type in its own hue; `children` says more than the type (an engine's name). */
export function StoreBadge({ type, children }: { type: StoreType; children?: ReactNode }) {
  return <span className={classNames(BADGE, "font-mono", STORES[type])}>{children ?? type}</span>;
}

/** The three states in which anything is shown. */
export type Tone = "met" | "partly" | "missed";

export const TONES: Record<
  Tone,
  { readonly icon: IconName; readonly text: string; readonly soft: string; readonly fill: string }
> = {
  met: { icon: "check", text: "text-met", soft: "bg-met-soft text-met", fill: "bg-met" },
  partly: { icon: "half", text: "text-partly", soft: "bg-partly-soft text-partly", fill: "bg-partly" },
  missed: { icon: "cross", text: "text-missed", soft: "bg-missed-soft text-missed", fill: "bg-missed" },
};

const VERDICTS: Record<Verdict, { readonly tone: Tone; readonly words: string }> = {
  met: { tone: "met", words: "Met" },
  partial: { tone: "partly", words: "Partly" },
  missed: { tone: "missed", words: "Missed" },
  violated: { tone: "missed", words: "Wrong" },
};

export function toneOf(verdict: Verdict): Tone {
  return VERDICTS[verdict].tone;
}

/** A rule's verdict: icon, word and colour together. */
export function VerdictBadge({ verdict, children }: { verdict: Verdict; children?: ReactNode }) {
  const { tone, words } = VERDICTS[verdict];
  return <ToneBadge tone={tone}>{children ?? words}</ToneBadge>;
}

export function ToneBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classNames(BADGE, "font-medium", TONES[tone].soft)}>
      <Icon name={TONES[tone].icon} className="size-3.5" />
      {children}
    </span>
  );
}

/** A plain fact in a quiet frame. */
export function Badge({ children, className }: { children: ReactNode; className?: string }) {
  return <span className={classNames(BADGE, "border border-line text-ink-soft", className)}>{children}</span>;
}
