/** What comes back from a form that was not accepted; the same shape for signing in and signing up. */
export interface AccountFormState {
  /** By field, in words for the person. */
  readonly errors: Readonly<Partial<Record<"name" | "email" | "password", string>>>;
  /** About the whole form. */
  readonly message: string | null;
  /** What was typed, for a browser without JavaScript. Never the password. */
  readonly typed: { readonly name: string; readonly email: string };
}

export const EMPTY_FORM: AccountFormState = { errors: {}, message: null, typed: { name: "", email: "" } };

export type AccountAction = (state: AccountFormState, form: FormData) => Promise<AccountFormState>;

/** What a password must be, as its fields say it. */
export const PASSWORD_HINT = "At least 10 characters. A few words work well.";

/** What comes back from changing the password. Nothing typed comes back: all of it is secret. */
export interface PasswordState {
  readonly errors: Readonly<Partial<Record<"current" | "next", string>>>;
  /** About the whole form. */
  readonly message: string | null;
  readonly changed: boolean;
}

export const UNCHANGED_PASSWORD: PasswordState = { errors: {}, message: null, changed: false };

export type PasswordAction = (state: PasswordState, form: FormData) => Promise<PasswordState>;

/** What comes back from signing out everywhere else. */
export interface ElsewhereState {
  readonly ended: boolean;
  readonly message: string | null;
}

export type ElsewhereAction = (state: ElsewhereState, form: FormData) => Promise<ElsewhereState>;
