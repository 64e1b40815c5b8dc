"use server";

import { redirect } from "next/navigation";
import type { AccountFormState } from "@/components/account/form-state";
import { signIn, signUp } from "@/lib/server";
import { accountFormSchema, safeNext } from "./schema";

function readForm(form: FormData) {
  return accountFormSchema.parse(Object.fromEntries(form));
}

export async function signInAction(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { email, password, next } = readForm(form);
  const typed = { name: "", email };
  const errors = {
    ...(email.trim() === "" ? { email: "Write your e-mail address." } : {}),
    ...(password === "" ? { password: "Write your password." } : {}),
  };
  if (Object.keys(errors).length > 0) return { errors, message: null, typed };
  const signed = await signIn({ email, password });
  if (!signed.ok) return { errors: {}, message: signed.message, typed };
  redirect(safeNext(next));
}

export async function signUpAction(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { name, email, password, next } = readForm(form);
  const typed = { name, email };
  const signed = await signUp({ name, email, password });
  if (signed.ok) redirect(safeNext(next));
  if (signed.code === "email-taken") return { errors: { email: signed.message }, message: null, typed };
  if ("fields" in signed) return { errors: signed.fields, message: null, typed };
  return { errors: {}, message: signed.message, typed };
}
