import { classNames } from "../ui/class-names";
import { EASY_DAYS, WEEKDAYS } from "./typed";

const SEGMENT = classNames(
  "relative inline-flex min-h-11 grow items-center justify-center rounded-sm border border-transparent px-3",
  "text-small text-ink-soft transition-colors hover:text-ink md:min-h-8",
  "has-checked:border-line-strong has-checked:bg-surface has-checked:font-medium has-checked:text-ink",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
);

function Day({ name, field, chosen }: { name: string; field: string; chosen: string }) {
  return (
    <fieldset>
      <legend className="sr-only">{name}</legend>
      <div className="flex items-center gap-3">
        <span aria-hidden="true" className="w-22 shrink-0 text-small">
          {name}
        </span>
        <div className="flex grow gap-1 rounded-md bg-sunk p-1">
          {EASY_DAYS.map(({ value, label }) => (
            <label key={value} className={SEGMENT}>
              <input type="radio" className="sr-only" name={field} value={value} defaultChecked={value === chosen} />
              {label}
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
}

/** How much each weekday takes. Radios of the browser's own, so that the form needs no script. */
export function EasyDays({ chosen }: { chosen: readonly string[] }) {
  return (
    <div className="space-y-1.5">
      {WEEKDAYS.map((name, day) => (
        <Day key={name} name={name} field={`easyDay${day}`} chosen={chosen[day] ?? "1"} />
      ))}
    </div>
  );
}
