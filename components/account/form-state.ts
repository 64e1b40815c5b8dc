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
