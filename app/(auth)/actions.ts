"use server";

import { redirect } from "next/navigation";
import type { AccountFormState, ElsewhereState, PasswordState } from "@/components/account/form-state";
import { changePassword, endOtherSessions, signIn, signUp } from "@/lib/server";
import { accountFormSchema, passwordFormSchema, safeNext } from "./schema";

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

export async function changePasswordAction(_: PasswordState, form: FormData): Promise<PasswordState> {
  const { current, next } = passwordFormSchema.parse(Object.fromEntries(form));
  const refused = { errors: {}, message: null, changed: false };
  if (current === "") return { ...refused, errors: { current: "Write your present password." } };
  const answer = await changePassword({ current, next });
  if (answer.ok) return { errors: {}, message: null, changed: true };
  if (answer.code === "wrong") return { ...refused, errors: { current: "This is not your present password." } };
  if ("fields" in answer) return { ...refused, errors: answer.fields };
  return { ...refused, message: answer.message };
}

export async function endOtherSessionsAction(): Promise<ElsewhereState> {
  const answer = await endOtherSessions();
  return answer.ok ? { ended: true, message: null } : { ended: false, message: answer.message };
}
