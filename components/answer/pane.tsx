import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { View } from "./desk-tabs";

interface PaneProps {
  readonly label: string;
  readonly view: View;
  readonly now: View;
  readonly folded?: boolean;
  /** From which width on it stays in sight and scrolls by itself. */
  readonly sticky?: "lg" | "xl";
  readonly className?: string;
  readonly children: ReactNode;
}

const STICKY = {
  lg: "lg:sticky lg:top-[7.0625rem] lg:h-[calc(100dvh-7.0625rem)] lg:overflow-y-auto",
  xl: "xl:sticky xl:top-[7.0625rem] xl:h-[calc(100dvh-7.0625rem)] xl:overflow-y-auto",
};

/** A part at the side: a tab on a phone, a column that scrolls by itself on a wide page. */
export function Pane({ label, view, now, folded = false, sticky = "lg", className, children }: PaneProps) {
  return (
    <section
      aria-label={label}
      // A column that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the scroll keys need the focus
      tabIndex={0}
      className={classNames(
        "min-w-0 border-line px-4 py-5 focus-visible:-outline-offset-2 sm:px-6",
        view !== now && "max-lg:hidden",
        folded && "lg:hidden",
        STICKY[sticky],
        className,
      )}
    >
      {children}
    </section>
  );
}
