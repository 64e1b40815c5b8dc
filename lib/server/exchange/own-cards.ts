import { randomUUID } from "node:crypto";
import { z } from "zod";
import { clozeParts } from "@/lib/cards";
import { newMemory } from "@/lib/schedule";
import { database, type Transaction } from "../database";
import { freshState } from "../items";
import { guarded, PersonGone, type Refusal, refuse } from "../refusal";
import { siblingOfNote, writeItem } from "../replay";
import { isTooLong } from "../text-limit";

/** A card as a person writes it: Markdown, the hidden words of a cloze in `{{ }}`. */
export interface OwnCardText {
  readonly deck: string;
  readonly kind: "basic" | "cloze";
  readonly front: string;
  readonly back: string;
}

const cardSchema = z.object({
  deck: z.string().trim().min(1, "Name the deck that it goes to.").max(200, "Use at most 200 characters."),
  kind: z.enum(["basic", "cloze"]),
  front: z.string().trim().min(1, "Write what it asks.").refine(isShort, "One side holds at most 64 kB."),
  back: z.string().trim().refine(isShort, "One side holds at most 64 kB."),
});

function isShort(text: string): boolean {
  return !isTooLong(text);
}

type Field = keyof OwnCardText;
export type CardInvalid = Refusal<"invalid"> & { readonly fields: Readonly<Partial<Record<Field, string>>> };
type Saved = { readonly ok: true; readonly id: string; readonly deck: string };

/** Null where there is none, or it is somebody else's. */
export async function readOwnCard(personId: string, id: string): Promise<OwnCardText | null> {
  const row = await (await database()).ownCard.findUnique({ where: { personId_id: { personId, id } } });
  return row && { deck: row.deck, kind: row.kind === "cloze" ? "cloze" : "basic", front: row.front, back: row.back };
}

/** Writes a new card, or over one of the person's own. Its schedule stays: a better text is no new card. */
export async function saveOwnCard(
  personId: string,
  id: string | null,
  input: OwnCardText,
  now: number = Date.now(),
): Promise<Saved | CardInvalid | Refusal<"not-found" | "storage" | "signed-out">> {
  const parsed = cardSchema.safeParse(input);
  const fields = parsed.success ? sense(parsed.data) : firstWords(parsed.error);
  if (!parsed.success || Object.keys(fields).length > 0) return { ...refuse("invalid"), fields };
  return await guarded(async () => {
    const db = await database();
    if (id === null) return await db.$transaction((tx) => add(tx, personId, parsed.data, now));
    const { count } = await db.ownCard.updateMany({ where: { personId, id }, data: parsed.data });
    return count === 0 ? refuse("not-found") : { ok: true, id, deck: parsed.data.deck };
  });
}

/** What each field alone cannot tell. */
function sense({ kind, front, back }: OwnCardText): CardInvalid["fields"] {
  if (kind === "basic") return back === "" ? { back: "Write the answer." } : {};
  const hides = clozeParts(front).some(({ hidden, text }) => hidden && text.trim() !== "");
  return hides ? {} : { front: "Nothing is hidden: put the answer in {{ }}." };
}

function firstWords(error: z.ZodError): CardInvalid["fields"] {
  return Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0]), message]).reverse());
}

async function add(tx: Transaction, personId: string, card: OwnCardText, now: number): Promise<Saved> {
  if (!(await tx.person.findUnique({ where: { id: personId }, select: { id: true } }))) throw new PersonGone();
  const [id, note] = [randomUUID(), randomUUID()];
  await tx.ownCard.create({
    data: { id, personId, note, ordinal: 0, ...card, createdAt: new Date(now) },
    select: { id: true },
  });
  const last = await tx.item.aggregate({ where: { personId, kind: "own" }, _max: { position: true } });
  const made = { at: now, sibling: siblingOfNote(note), position: (last._max.position ?? -1) + 1 };
  await writeItem(
    tx,
    personId,
    { kind: "own", ref: id, id: randomUUID() },
    freshState(newMemory(now), null, null),
    made,
  );
  return { ok: true, id, deck: card.deck };
}

interface Deleted {
  readonly ok: true;
  /** Whether its deck has other cards. */
  readonly deckStays: boolean;
}

/** Takes a card away with all that is known of it. */
export async function deleteOwnCard(
  personId: string,
  id: string,
): Promise<Deleted | Refusal<"not-found" | "storage" | "signed-out">> {
  return await guarded(async () => {
    const db = await database();
    return await db.$transaction(async (tx): Promise<Deleted | Refusal<"not-found">> => {
      const card = await tx.ownCard.findUnique({ where: { personId_id: { personId, id } }, select: { deck: true } });
      if (!card) return refuse("not-found");
      await tx.ownCard.delete({ where: { personId_id: { personId, id } }, select: { id: true } });
      await tx.item.deleteMany({ where: { personId, kind: "own", ref: id } });
      const other = await tx.ownCard.findFirst({ where: { personId, deck: card.deck }, select: { id: true } });
      return { ok: true, deckStays: other !== null };
    });
  });
}

/** The names of a person's decks, for the field that chooses one. */
export async function ownDeckNames(personId: string): Promise<readonly string[]> {
  const rows = await (await database()).ownCard.findMany({
    where: { personId },
    distinct: ["deck"],
    select: { deck: true },
    orderBy: { deck: "asc" },
  });
  return rows.map(({ deck }) => deck);
}
