import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "quiet" | "ghost" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const BASE =
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap select-none " +
  "transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong",
  quiet: "border-line-strong bg-surface text-ink enabled:hover:bg-hover [a&]:hover:bg-hover",
  ghost:
    "border-transparent text-ink-soft enabled:hover:bg-hover enabled:hover:text-ink [a&]:hover:bg-hover [a&]:hover:text-ink",
  danger: "border-transparent bg-danger text-on-danger enabled:hover:bg-danger-strong",
};

/* Fingers get 44 px; a mouse on a wide page gets a calmer row. */
const SIZES: Record<ButtonSize, string> = {
  small: "min-h-11 px-3 text-small md:min-h-8",
  medium: "min-h-11 px-4 text-small md:min-h-9",
  large: "min-h-12 px-6 text-body",
};

/** The classes of a button, for what looks like one and is not (a link). */
export function buttonClass(variant: ButtonVariant = "quiet", size: ButtonSize = "medium", className?: string): string {
  return classNames(BASE, VARIANTS[variant], SIZES[size], className);
}

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: a second press does nothing, the width stays, and it is announced. */
  pending?: boolean;
}

export function Button({ variant, size, pending = false, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={pending ? "button" : type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : rest.onClick}
      className={buttonClass(variant, size, classNames("relative", className))}
    >
      <span className={classNames("inline-flex items-center gap-2", pending && "opacity-0")}>{children}</span>
      {pending && (
        <span className="absolute inset-0 flex items-center justify-center" aria-hidden="true">
          <span className="h-0.5 w-8 animate-breathe rounded-full bg-current" />
        </span>
      )}
    </button>
  );
}
