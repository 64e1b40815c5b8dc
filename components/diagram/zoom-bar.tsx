import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

interface ZoomBarProps {
  readonly onZoom: (factor: number) => void;
  readonly step: number;
  readonly onFit: () => void;
  readonly tools?: ReactNode;
}

/** How the small buttons around a drawing look. */
export const TOOL = classNames(
  "inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm px-2 text-small text-ink-soft md:min-h-7 md:min-w-7",
  "transition-colors hover:bg-hover hover:text-ink focus-visible:-outline-offset-2",
);

/** Smaller, larger, all of it; and what else there is to do with a drawing. */
export function ZoomBar({ onZoom, step, onFit, tools }: ZoomBarProps) {
  return (
    <div className="flex flex-wrap items-center border-b border-line bg-surface px-1 py-0.5">
      <button
        type="button"
        className={TOOL}
        aria-label="Zoom out"
        title="Zoom out (-)"
        onClick={() => onZoom(1 / step)}
      >
        −
      </button>
      <button type="button" className={TOOL} aria-label="Zoom in" title="Zoom in (+)" onClick={() => onZoom(step)}>
        +
      </button>
      <button type="button" className={TOOL} title="Show all of it (0)" onClick={onFit}>
        Fit
      </button>
      <span className="grow" />
      {tools}
    </div>
  );
}
