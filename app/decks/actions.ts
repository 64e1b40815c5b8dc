"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { createElement, type ReactNode } from "react";
import type { CardFormState, CardText } from "@/components/decks/card-form-contract";
import { CardPreview } from "@/components/decks/card-preview";
import { asPerson, deleteOwnCard, resume, saveOwnCard, startGuest, suspend } from "@/lib/server";
import { deckPlace } from "./_parts/places";
import { cardSchema, changeSchema, ownIdSchema } from "./schema";

/** Suspends or resumes a card from the list. Whoever does it without being anybody yet becomes a guest. */
export async function changeCardAction(form: FormData): Promise<void> {
  const parsed = changeSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return;
  const { item, act } = parsed.data;
  const started = await startGuest();
  if (!started.ok) throw new Error(`A card could not be changed: ${started.code}`);
  const done = await (act === "suspend" ? suspend : resume)(started.person.id, item);
  if (!done.ok && done.code !== "not-found") throw new Error(`A card could not be changed: ${done.code}`);
  refresh();
}

export async function addCardAction(before: CardFormState, form: FormData): Promise<CardFormState> {
  const started = await startGuest();
  if (!started.ok) return failed(before, started.message);
  return await keep(before, started.person.id, null, form);
}

export async function editCardAction(id: string, before: CardFormState, form: FormData): Promise<CardFormState> {
  const parsed = ownIdSchema.safeParse(id);
  if (!parsed.success) return failed(before, "There is no such card.");
  const saved = await asPerson(({ id: person }) => keep(before, person, parsed.data, form));
  return "ok" in saved ? failed(before, saved.message) : saved;
}

async function keep(
  before: CardFormState,
  personId: string,
  id: string | null,
  form: FormData,
): Promise<CardFormState> {
  const parsed = cardSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return failed(before, "Something in this is missing or too long. Nothing was changed.");
  const saved = await saveOwnCard(personId, id, parsed.data);
  if (!saved.ok) {
    const fields = "fields" in saved ? saved.fields : {};
    return { ...failed(before, saved.message), fields, ...(Object.keys(fields).length > 0 ? { message: null } : {}) };
  }
  revalidatePath("/decks", "layout");
  if (id !== null) redirect(deckPlace("own", saved.deck));
  return { turn: before.turn + 1, fields: {}, message: null, saved: `Saved in ${saved.deck}.` };
}

function failed(before: CardFormState, message: string): CardFormState {
  return { turn: before.turn + 1, fields: {}, message, saved: null };
}

/** Takes a card away for good. */
export async function deleteCardAction(id: string, deck: string): Promise<void> {
  const parsed = ownIdSchema.safeParse(id);
  if (!parsed.success) return;
  const done = await asPerson(({ id: person }) => deleteOwnCard(person, parsed.data));
  if (!done.ok && done.code !== "not-found") throw new Error(`A card could not be deleted: ${done.code}`);
  revalidatePath("/decks", "layout");
  redirect(done.ok && done.deckStays ? deckPlace("own", deck) : "/decks");
}

/** Both sides as they will be shown. */
export async function previewAction(card: CardText): Promise<ReactNode> {
  const parsed = await cardSchema.safeParseAsync(card);
  return parsed.success ? createElement(CardPreview, parsed.data) : null;
}
