import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

export interface SegmentedProps<T extends string> {
  /** Said by a screen reader, and shown above unless `hideLegend`. */
  legend: string;
  hideLegend?: boolean;
  name: string;
  options: readonly Choice<T>[];
  /** Null: nothing is chosen yet. */
  value: T | null;
  onChange: (value: T) => void;
  className?: string;
}

/** One of a few, all in sight. Native radios: arrow keys, one tab stop, and forms work by themselves. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { legend, hideLegend, name, options, value, onChange, className } = props;
  return (
    <fieldset className={className}>
      <legend className={hideLegend ? "sr-only" : "mb-1.5 text-small font-medium"}>{legend}</legend>
      <div className="flex flex-wrap gap-1 rounded-md bg-sunk p-1">
        {options.map((option) => (
          <label key={option.value} className={SEGMENT}>
            <input
              type="radio"
              className="peer sr-only"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const SEGMENT = classNames(
  "relative inline-flex min-h-11 min-w-11 grow items-center justify-center gap-1.5 rounded-sm border border-transparent px-3",
  "text-small text-ink-soft transition-colors hover:text-ink md:min-h-8",
  "has-checked:border-line-strong has-checked:bg-surface has-checked:font-medium has-checked:text-ink",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
);
