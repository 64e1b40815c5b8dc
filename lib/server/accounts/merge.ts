import { database, type Transaction } from "../database";
import { guarded, type Refusal } from "../refusal";

type Merged = { readonly ok: true; readonly merged: boolean };

/**
 * Hands a guest's work to the account that they signed in to, and removes the guest: all attempts; the drafts and the items
 * (with their reviews) that the account does not have. Where both have an item the account's memory of it stands, but what a
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
      const { count: items } = await moveItems(tx, guestId, accountId);
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

async function moveItems(tx: Transaction, guestId: string, accountId: string): Promise<Moved> {
  const select = { id: true, kind: true, ref: true, due: true, reason: true };
  const own = await tx.item.findMany({ where: { personId: accountId }, select });
  const theirs = await tx.item.findMany({ where: { personId: guestId }, select });
  const twin = (item: (typeof own)[number]) => own.find(({ kind, ref }) => kind === item.kind && ref === item.ref);
  const free = theirs.filter((item) => !twin(item)).map(({ id }) => id);
  await tx.review.updateMany({ where: { personId: guestId, itemId: { in: free } }, data: { personId: accountId } });
  const moved = await tx.item.updateMany({ where: { id: { in: free } }, data: { personId: accountId } });
  for (const item of theirs) {
    const standing = twin(item);
    if (item.reason === null || !standing || standing.due <= item.due) continue;
    const { due, reason } = item;
    await tx.item.update({ where: { id: standing.id }, data: { due, reason }, select: { id: true } });
  }
  return moved;
}
