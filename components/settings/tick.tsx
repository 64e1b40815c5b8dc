import { useId } from "react";

export interface TickProps {
  name: string;
  label: string;
  hint: string;
  checked: boolean;
}

/** A yes or no with what it means. */
export function Tick({ name, label, hint, checked }: TickProps) {
  const id = useId();
  return (
    <div className="flex gap-3">
      <input
        id={id}
        type="checkbox"
        name={name}
        defaultChecked={checked}
        aria-describedby={`${id}-hint`}
        className="mt-1.5 size-5 shrink-0"
      />
      <div>
        <label htmlFor={id} className="inline-flex min-h-8 items-center text-small font-medium">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-small text-ink-faint">
          {hint}
        </p>
      </div>
    </div>
  );
}
