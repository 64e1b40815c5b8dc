"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { PASSWORD_HINT, type PasswordAction, UNCHANGED_PASSWORD } from "./form-state";
import { PasswordField } from "./password-field";

/** Another password. What was typed stays until it is taken; the first field with an error gets the focus. */
export function PasswordForm({ email, action }: { email: string; action: PasswordAction }) {
  const [state, submit, pending] = useActionState(action, UNCHANGED_PASSWORD);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const { changed, errors, message } = state;

  useEffect(() => {
    if (Object.keys(state.errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    if (!state.changed) return;
    setCurrent("");
    setNext("");
  }, [state]);

  return (
    <form ref={form} action={submit} noValidate className="space-y-5">
      {message && (
        <Callout kind="error" announce>
          {message}
        </Callout>
      )}
      {/* For password managers: whose password this is. */}
      <input hidden name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        label="Present password"
        name="current"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={errors.current}
      />
      <PasswordField
        label="New password"
        name="next"
        hint={PASSWORD_HINT}
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={errors.next}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" pending={pending}>
          Change the password
        </Button>
        <p role="status" className="text-small text-ink-soft">
          {changed ? "Changed. Other devices are signed out." : ""}
        </p>
      </div>
    </form>
  );
}
