import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";

export const CONTROL =
  "w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 text-body text-ink " +
  "transition-colors hover:border-ink-soft aria-invalid:border-missed disabled:opacity-55";

/** What a control needs so that its label, hint and error are read with it. */
export interface ControlProps {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  className?: string;
  /** Any control; given the ids that tie it to the words around it. */
  children: (control: ControlProps) => ReactNode;
}

/** A label, a control, a hint and an error, tied together. The error is announced when it appears. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [hint ? hintId : null, error ? errorId : null].filter(Boolean).join(" ");
  return (
    <div className={classNames("space-y-1.5", className)}>
      <label htmlFor={id} className="block text-small font-medium">
        {label}
      </label>
      {children({
        id,
        ...(described === "" ? {} : { "aria-describedby": described }),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
      {hint && (
        <p id={hintId} className="text-small text-ink-faint">
          {hint}
        </p>
      )}
      <p id={errorId} role="alert" className="text-small text-missed empty:hidden">
        {error}
      </p>
    </div>
  );
}

export type TextFieldProps = Omit<FieldProps, "children"> & Omit<ComponentProps<"input">, "id" | "className">;

/** One line of text with its label. */
export function TextField({ label, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => <input {...input} {...control} className={CONTROL} />}
    </Field>
  );
}
