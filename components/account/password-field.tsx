"use client";

import { useState } from "react";
import { CONTROL, Field } from "../ui/field";

export interface PasswordFieldProps {
  label?: string;
  name?: string;
  hint?: string;
  error?: string | null;
  value: string;
  onChange: (value: string) => void;
  /** Tells password managers whether to fill in or to make one up. */
  autoComplete: "current-password" | "new-password";
}

/** A password that can be looked at while it is typed. */
export function PasswordField({
  label = "Password",
  name = "password",
  hint,
  error,
  value,
  onChange,
  autoComplete,
}: PasswordFieldProps) {
  const [visible, setVisible] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            name={name}
            type={visible ? "text" : "password"}
            autoComplete={autoComplete}
            required
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={`${CONTROL} pr-20`}
          />
          <button
            type="button"
            aria-pressed={visible}
            aria-label={`Show the ${label.toLowerCase()}`}
            onClick={() => setVisible(!visible)}
            className="absolute inset-y-0 right-0 min-w-16 rounded-md px-3 text-small text-ink-soft hover:text-ink"
          >
            {visible ? "Hide" : "Show"}
          </button>
        </div>
      )}
    </Field>
  );
}
