import { cache } from "react";
import { authenticate, type PasswordFields, replacePassword, type SignInFields } from "../accounts/authenticate";
import { mergeGuest } from "../accounts/merge";
import { register, registerGuest, type SignUpFields } from "../accounts/register";
import type { Person } from "../people";
import { guarded, type Refusal, refuse } from "../refusal";
import { beginSession, clearSession, presentSession, renewSession } from "./cookie";
import { endAllSessions, endSession } from "./token";

export { type PasswordFields, type SignInFields, type Throttled } from "../accounts/authenticate";
export { type InvalidFields, type SignUpFields } from "../accounts/register";
export { type Person } from "../people";

type SignedIn = { readonly ok: true; readonly person: Person };
type Refusals<T> = Exclude<T, { readonly ok: true }>;

const session = cache(presentSession);

/** Who asks, as their session says and the database still knows; null for nobody. Once a request, however often called. */
export async function currentPerson(): Promise<Person | null> {
  return (await session())?.person ?? null;
}

/**
 * For server actions: does something as the person who asks and keeps their session alive, or answers `signed-out`
 * (`storage` where the database does not answer). Nothing is thrown for either, so the page keeps what was written.
 */
export async function asPerson<T>(act: (person: Person) => Promise<T>): Promise<T | Refusal<"signed-out" | "storage">> {
  return await guarded(async () => {
    const present = await session();
    if (!present) return refuse("signed-out");
    await renewSession(present);
    return act(present.person);
  });
}

/** Begins at once, without a form. Who is there already stays who they are. For server actions. */
export async function startGuest(): Promise<SignedIn | Refusals<Awaited<ReturnType<typeof registerGuest>>>> {
  const present = await guarded(session);
  if (present && "ok" in present) return present;
  if (present) return { ok: true, person: present.person };
  const guest = await registerGuest();
  if (!guest.ok) return guest;
  await beginSession(guest.person.id, guest.tokenVersion);
  return { ok: true, person: guest.person };
}

/** Makes an account of the guest who asks, with all they did, or of nobody yet. For server actions. */
export async function signUp(fields: SignUpFields): Promise<SignedIn | Refusals<Awaited<ReturnType<typeof register>>>> {
  const present = await guarded(session);
  if (present && "ok" in present) return present;
  const made = await register(present?.person.id ?? null, fields);
  if (!made.ok) return made;
  await beginSession(made.person.id, made.tokenVersion);
  return { ok: true, person: made.person };
}

/** Signs in; what a guest did before is handed to the account. For server actions. */
export async function signIn(
  fields: SignInFields,
): Promise<(SignedIn & { readonly merged: boolean }) | Refusals<Awaited<ReturnType<typeof authenticate>>>> {
  const found = await authenticate(fields);
  if (!found.ok) return found;
  const merged = await bringWork(found.person.id);
  if (!merged.ok) return merged;
  await beginSession(found.person.id, found.tokenVersion);
  return { ok: true, person: found.person, merged: merged.merged };
}

/** What the present guest did goes to this account. */
export async function bringWork(accountId: string) {
  return await guarded(async () => {
    const present = await session();
    return present?.person.guest ? mergeGuest(present.person.id, accountId) : { ok: true as const, merged: false };
  });
}

/** Ends this session; no copy of its token is taken any more. A guest who signs out cannot come back: ask first. */
export async function signOut(): Promise<{ readonly ok: true } | Refusal<"storage" | "signed-out">> {
  return await guarded(async () => {
    const present = await session();
    if (present) await endSession(present.claims);
    await clearSession();
    return { ok: true };
  });
}

/** Signs out everywhere else. */
export async function endOtherSessions(): Promise<{ readonly ok: true } | Refusal<"storage" | "signed-out">> {
  return await asPerson(async ({ id }) => {
    await beginSession(id, await endAllSessions(id));
    return { ok: true as const };
  });
}

/** Changes the password and signs out everywhere else. */
export async function changePassword(fields: PasswordFields) {
  return await asPerson(async ({ id }) => {
    const changed = await replacePassword(id, fields);
    if (changed.ok) await beginSession(id, changed.tokenVersion);
    return changed.ok ? { ok: true as const } : changed;
  });
}
