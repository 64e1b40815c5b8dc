import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL } from "./field";
import { Icon } from "./icon";

export interface SelectProps extends ComponentProps<"select"> {
  options: readonly { readonly value: string; readonly label: string }[];
}

/** The system's own list: right for fingers, keys and screen readers without a line of script. */
export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <span className={classNames("relative block", className)}>
      <select {...rest} className={classNames(CONTROL, "appearance-none pr-9")}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        name="down"
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-soft"
      />
    </span>
  );
}
