import { randomUUID } from "node:crypto";
import { type ItemName, readItemId } from "@/lib/practice";
import { type Clock, dayOf, newMemory, startOfDay } from "@/lib/schedule";
import { database, type Transaction } from "./database";
import type { Item } from "./generated/client";
import { freshState } from "./items";
import { type Habits, habitsInside } from "./people";
import { guarded, type Refusal, refuse } from "./refusal";
import { siblingOf, writeItem } from "./replay";
import { isThere } from "./waiting";

type Done = { readonly ok: true; readonly itemId: string };
type Answer = Done | Refusal<"not-found" | "storage" | "signed-out">;

/** Puts an item aside until it is resumed. Twice is once. */
export async function suspend(personId: string, itemId: string, now: number = Date.now()): Promise<Answer> {
  return await change(personId, itemId, now, async (tx, item) => {
    if (item.suspendedAt) return;
    await tx.item.update({
      where: { id: item.id },
      data: { suspendedAt: new Date(now), day: null },
      select: { id: true },
    });
  });
}

/** Lets an item that was suspended or buried come again: when it was due, or now where that has passed. A leech is none any more. */
export async function resume(personId: string, itemId: string, now: number = Date.now()): Promise<Answer> {
  return await change(personId, itemId, now, async (tx, item, { clock }) => {
    if (!item.suspendedAt && item.buriedOn === null) return;
    // What a burial moved comes at once; it was due before.
    const moved =
      !item.suspendedAt && item.buriedOn !== null && item.phase !== "review" && item.day === item.buriedOn + 1;
    const due = moved ? now : item.due.getTime();
    // A new card of their own waits for its turn.
    const waits = item.kind === "own" && item.phase === "new" && item.reason === null;
    const day = waits ? null : item.suspendedAt || moved ? dayOf(due, clock) : item.day;
    await tx.item.update({
      where: { id: item.id },
      data: { suspendedAt: null, buriedOn: null, leech: false, due: new Date(due), day },
      select: { id: true },
    });
  });
}

/** Puts an item off to the day after. @param now when the person said so; a letter may come later. */
export async function bury(personId: string, itemId: string, now: number = Date.now()): Promise<Answer> {
  return await change(personId, itemId, now, async (tx, item, { clock }) => {
    const today = dayOf(now, clock);
    // What is in its first minutes goes by the minute: it is moved, not only hidden.
    const moves = item.day !== null && item.day <= today && item.phase !== "review";
    const moved = moves ? { due: new Date(startOfDay(today + 1, clock)), day: today + 1 } : {};
    await tx.item.update({ where: { id: item.id }, data: { buriedOn: today, ...moved }, select: { id: true } });
  });
}

async function change(
  personId: string,
  id: string,
  now: number,
  act: (tx: Transaction, item: Item, habits: Habits) => Promise<void>,
): Promise<Answer> {
  const name = readItemId(id);
  if (!name || !isThere(name.kind, name.ref)) return refuse("not-found");
  return await guarded(async () => {
    const db = await database();
    return await db.$transaction(async (tx): Promise<Answer> => {
      const habits = await habitsInside(tx, personId);
      const item = await meet(tx, personId, name, now, habits.clock);
      if (!item) return refuse("not-found");
      await act(tx, item, habits);
      return { ok: true, itemId: id };
    });
  });
}

/** The item's row; what was only shown so far gets one. A card of the person's own has one or is not theirs. */
async function meet(
  tx: Transaction,
  personId: string,
  { kind, ref }: ItemName,
  now: number,
  clock: Clock,
): Promise<Item | null> {
  const where = { personId_kind_ref: { personId, kind, ref } };
  const known = await tx.item.findUnique({ where });
  if (known || kind === "own" || kind === "scenario") return known;
  const made = { at: now, sibling: siblingOf(kind, ref) };
  await writeItem(
    tx,
    personId,
    { kind, ref, id: randomUUID() },
    freshState(newMemory(now), dayOf(now, clock), null),
    made,
  );
  return tx.item.findUnique({ where });
}
