"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { forgetKeptPages } from "../shell/offline";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { TextField } from "../ui/field";
import { type AccountAction, EMPTY_FORM, PASSWORD_HINT } from "./form-state";
import { PasswordField } from "./password-field";

export interface AccountFormProps {
  kind: "sign-in" | "sign-up";
  action: AccountAction;
  /** Where to go afterwards; the action checks it. */
  next: string;
}

const WORDS = {
  "sign-in": { submit: "Sign in", passwordHint: undefined, autoComplete: "current-password" },
  "sign-up": {
    submit: "Sign up",
    passwordHint: PASSWORD_HINT,
    autoComplete: "new-password",
  },
} as const;

/** Signing in and signing up. What was typed stays; errors stand beside their field, and the first one gets the focus. */
export function AccountForm({ kind, action, next }: AccountFormProps) {
  const [state, submit, pending] = useActionState(action, EMPTY_FORM);
  const [name, setName] = useState(state.typed.name);
  const [email, setEmail] = useState(state.typed.email);
  const [password, setPassword] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const { submit: label, passwordHint, autoComplete } = WORDS[kind];

  useEffect(() => {
    if (Object.keys(state.errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);

  return (
    <form ref={form} action={submit} onSubmit={forgetKeptPages} noValidate className="mt-8 space-y-5">
      {state.message && (
        <Callout kind="error" announce>
          {state.message}
        </Callout>
      )}
      <input type="hidden" name="next" value={next} />
      {kind === "sign-up" && (
        <TextField
          label="Name"
          hint="Optional. Shown only to you."
          name="name"
          autoComplete="name"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={state.errors.name}
        />
      )}
      <TextField
        label="E-mail"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={state.errors.email}
      />
      <PasswordField
        hint={passwordHint}
        autoComplete={autoComplete}
        value={password}
        onChange={setPassword}
        error={state.errors.password}
      />
      <Button type="submit" variant="primary" size="large" className="w-full" pending={pending}>
        {label}
      </Button>
    </form>
  );
}
