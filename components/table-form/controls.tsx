import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";

interface ToggleProps {
  readonly words: string;
  readonly label: string;
  readonly on: boolean;
  readonly onToggle: () => void;
}

/** On or off: the tick, not the colour alone, says which. */
export function Toggle({ words, label, on, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={label}
      onClick={onToggle}
      className={classNames(
        "inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-full border px-3 text-small transition-colors hover:bg-hover md:min-h-7 md:px-2.5",
        on ? "border-accent bg-accent-soft font-medium text-ink" : "border-line-strong text-ink-soft",
      )}
    >
      {on && <Icon name="check" className="size-3" />}
      {words}
    </button>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly focusKey?: string;
  readonly disabled?: boolean;
  /** Turned to point up; `earlier`: to the left, where what it moves stands in a row. */
  readonly turn?: boolean | "earlier";
  readonly onPress: () => void;
}

export function IconButton({ icon, label, focusKey, disabled = false, turn = false, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      data-focus={focusKey}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onPress}
      className="inline-flex size-11 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink aria-disabled:opacity-40 md:size-8"
    >
      <Icon
        name={icon}
        className={classNames("size-3.5", turn && "rotate-180", turn === "earlier" && "@md:rotate-90")}
      />
    </button>
  );
}

/** What a row is about, in a column of its own; the names of its controls say it aloud. */
export function RowWord({ children }: { readonly children?: ReactNode }) {
  return (
    <span aria-hidden="true" className="flex min-h-11 w-13 shrink-0 items-center text-small text-ink-soft md:min-h-8">
      {children}
    </span>
  );
}

interface DiscloseProps {
  readonly words: string;
  readonly label: string;
  readonly controls: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Shows what is seldom said, and hides it. */
export function Disclose({ words, label, controls, open, onOpen }: DiscloseProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      aria-label={label}
      onClick={() => onOpen(!open)}
      className="inline-flex min-h-11 items-center rounded-md px-2 text-small text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink md:min-h-7"
    >
      {words}
    </button>
  );
}
