"use server";

import type { HandInRequest, HandInResult, Refusal, SaveRequest, SaveResult } from "@/components/answer/desk-contract";
import { asPerson, currentPerson, handIn, type Person, saveDraft, startGuest } from "@/lib/server";
import { handInSchema, saveSchema } from "./schema";

type Refused = { readonly ok: false; readonly code: Refusal };

/** Saves the draft; whoever has no session yet becomes a guest by it. */
export async function saveDraftAction(request: SaveRequest): Promise<SaveResult> {
  const parsed = saveSchema.safeParse(request);
  if (!parsed.success) return { ok: false, code: "invalid" };
  const { slug, text, basedOn, person } = parsed.data;
  return await actAs(person, async ({ id }) => ({ ...(await saveDraft(id, slug, { text, basedOn })), person: id }));
}

/** Hands the answer in; the same id again counts once. */
export async function handInAction(request: HandInRequest): Promise<HandInResult> {
  const parsed = handInSchema.safeParse(request);
  if (!parsed.success) return { ok: false, code: "invalid" };
  const { person, ...answer } = parsed.data;
  return await actAs(person, async ({ id }) => ({ ...(await handIn(id, answer)), person: id }));
}

/** Acts for the person that the page was opened for, and for nobody else who may be signed in by now. */
async function actAs<T>(expected: string | null, act: (person: Person) => Promise<T>): Promise<T | Refused> {
  if (expected === null) {
    const started = await startGuest();
    return started.ok ? act(started.person) : started;
  }
  const present = await currentPerson();
  if (present && present.id !== expected) return { ok: false, code: "other-person" };
  return asPerson(act);
}
