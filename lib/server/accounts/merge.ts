import { readItemId } from "@/lib/practice";
import { database, type Transaction } from "../database";
import { rebuildDays } from "../days";
import { SUM_OF_BOTH } from "../evidence";
import type { Item } from "../generated/client";
import { stateOf } from "../items";
import { habitsInside } from "../people";
import { guarded, type Refusal } from "../refusal";
import { keepPromise, keepSince, type Owner, workOut, writeItem } from "../replay";

type Merged = { readonly ok: true; readonly merged: boolean };

/**
 * Hands a guest's work to the account that they signed in to, and removes the guest: all attempts; the drafts and the items
 * (with their reviews) that the account does not have. Where both have an item, its ratings become one history; what a
 * report of the guest's promised still comes when it said.
 */
export async function mergeGuest(
  guestId: string,
  accountId: string,
): Promise<Merged | Refusal<"storage" | "signed-out">> {
  if (guestId === accountId) return { ok: true, merged: false };
  return await guarded(async () => {
    const db = await database();
    return await db.$transaction(async (tx) => {
      const guest = await tx.person.findUnique({ where: { id: guestId, guest: true }, select: { id: true } });
      if (!guest) return { ok: true, merged: false };
      const { count: attempts } = await moveAttempts(tx, guestId, accountId);
      const { count: drafts } = await moveDrafts(tx, guestId, accountId);
      await moveSettings(tx, guestId, accountId);
      await moveOwnCards(tx, guestId, accountId);
      const { count: items } = await moveItems(tx, guestId, accountId);
      await tx.$executeRawUnsafe(ADD_EVIDENCE, accountId, guestId);
      await rebuildDays(tx, accountId, (await habitsInside(tx, accountId)).clock);
      await tx.person.delete({ where: { id: guestId }, select: { id: true } });
      return { ok: true, merged: attempts + drafts + items > 0 };
    });
  });
}

interface Moved {
  readonly count: number;
}

/** They follow the account's own in number: those are in links and in memory already. */
async function moveAttempts(tx: Transaction, guestId: string, accountId: string): Promise<Moved> {
  const own = await tx.attempt.groupBy({ by: ["slug"], where: { personId: accountId }, _max: { number: true } });
  const last = new Map(own.map(({ slug, _max }) => [slug, _max.number ?? 0]));
  const theirs = await tx.attempt.findMany({
    where: { personId: guestId },
    select: { id: true, slug: true, number: true },
  });
  for (const { id, slug, number } of theirs) {
    const data = { personId: accountId, number: number + (last.get(slug) ?? 0) };
    await tx.attempt.update({ where: { personId_id: { personId: guestId, id } }, data, select: { id: true } });
  }
  return { count: theirs.length };
}

async function moveDrafts(tx: Transaction, guestId: string, accountId: string): Promise<Moved> {
  const own = await tx.draft.findMany({ where: { personId: accountId }, select: { slug: true } });
  const where = { personId: guestId, slug: { notIn: own.map(({ slug }) => slug) } };
  return tx.draft.updateMany({ where, data: { personId: accountId } });
}

/** Cards of one's own that both brought (the same note) are one: the guest's rating of it then goes to the account's. */
async function moveOwnCards(tx: Transaction, guestId: string, accountId: string): Promise<void> {
  const select = { id: true, note: true, ordinal: true };
  const theirs = await tx.ownCard.findMany({ where: { personId: guestId }, select });
  for (const { id, note, ordinal } of theirs) {
    const same = { personId_note_ordinal: { personId: accountId, note, ordinal } };
    const twin = await tx.ownCard.findUnique({ where: same, select: { id: true } });
    const where = { personId_id: { personId: guestId, id } };
    if (!twin) await tx.ownCard.update({ where, data: { personId: accountId }, select: { id: true } });
    else await tx.item.updateMany({ where: { personId: guestId, kind: "own", ref: id }, data: { ref: twin.id } });
  }
}

/** An item that both have is one: its ratings are put in order, and its memory worked out from all of them. */
async function moveItems(tx: Transaction, guestId: string, accountId: string): Promise<Moved> {
  const own = await tx.item.findMany({ where: { personId: accountId } });
  const theirs = await tx.item.findMany({ where: { personId: guestId } });
  const name = ({ kind, ref }: Item) => `${kind}:${ref}`;
  const byName = new Map(own.map((item) => [name(item), item]));
  const free = theirs.filter((item) => !byName.has(name(item))).map(({ id }) => id);
  await tx.review.updateMany({ where: { personId: guestId, itemId: { in: free } }, data: { personId: accountId } });
  const moved = await tx.item.updateMany({ where: { id: { in: free } }, data: { personId: accountId } });
  const owner = { personId: accountId, habits: await habitsInside(tx, accountId) };
  for (const item of theirs) {
    const standing = byName.get(name(item));
    if (standing) await unite(tx, owner, standing, item);
  }
  return moved;
}

async function unite(tx: Transaction, owner: Owner, standing: Item, other: Item): Promise<void> {
  const { personId } = owner;
  const { count } = await tx.review.updateMany({
    where: { itemId: other.id },
    data: { personId, itemId: standing.id },
  });
  // A scenario's memory stays that of the account: its ratings are answers, which the account has of its own.
  const known = readItemId(`${standing.kind}:${standing.ref}`);
  const worked =
    known && count > 0 && known.kind !== "scenario" ? await workOut(tx, owner, { ...known, id: standing.id }) : null;
  const state = keepPromise(worked ? keepSince(worked, standing) : stateOf(standing), other);
  if (known) await writeItem(tx, personId, { ...known, id: standing.id }, state, null);
}

/** What both knew of each rule is known of one. */
const ADD_EVIDENCE = `INSERT INTO "Evidence" ("personId", "rule", "source", "seen", "kept", "weight", "keptWeight", "lastAt")
SELECT ?, "rule", "source", "seen", "kept", "weight", "keptWeight", "lastAt" FROM "Evidence" WHERE "personId" = ? ${SUM_OF_BOTH}`;

/** What a guest set counts where the account set nothing. */
async function moveSettings(tx: Transaction, guestId: string, accountId: string): Promise<void> {
  const guest = await tx.person.findUnique({ where: { id: guestId }, select: { settings: true } });
  if (guest?.settings == null) return;
  await tx.person.updateMany({ where: { id: accountId, settings: null }, data: { settings: guest.settings } });
}
