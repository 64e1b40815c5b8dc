import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export interface ChipsProps<T extends string> {
  legend: string;
  hideLegend?: boolean;
  hint?: ReactNode;
  name: string;
  options: readonly { readonly value: T; readonly label: string }[];
  value: readonly T[];
  onChange: (value: readonly T[]) => void;
  className?: string;
}

/** Any of several, as checkboxes in the shape of chips; the tick, not the colour alone, says what is chosen. */
export function Chips<T extends string>(props: ChipsProps<T>) {
  const { legend, hideLegend, hint, name, options, value, onChange, className } = props;
  const toggle = (one: T) => onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <fieldset className={className}>
      <legend className={hideLegend ? "sr-only" : "mb-1.5 text-small font-medium"}>{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label key={option.value} className={CHIP}>
            <input
              type="checkbox"
              className="peer sr-only"
              name={name}
              value={option.value}
              checked={value.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <Icon name="check" className="hidden size-3.5 peer-checked:block" />
            {option.label}
          </label>
        ))}
      </div>
      {hint && <p className="mt-1.5 text-small text-ink-faint">{hint}</p>}
    </fieldset>
  );
}

const CHIP = classNames(
  "relative inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line-strong bg-surface px-3 text-small",
  "text-ink-soft transition-colors hover:bg-hover hover:text-ink md:min-h-8",
  "has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
);
