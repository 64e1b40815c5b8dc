import type { PastReview } from "@/lib/fit";
import { type Clock, dayOf, isRating } from "@/lib/schedule";
import type { Client } from "../database";

/** What is remembered by items of these kinds is what FSRS is about; a scenario is rated by its score, weeks apart. */
const KINDS = ["card", "drill", "own"];

/** No fit reads more: it is the memory and the seconds of one process. */
const MOST_REVIEWS = 100_000;
const ITEMS_AT_ONCE = 500;

/**
 * A person's reviews that stand, with the days of their own clock. FSRS must know an item from its first review on, so where there
 * are too many, whole items are left out: they come in order of their ids, which are made by chance.
 */
export async function readReviews(
  db: Client,
  personId: string,
  clock: Clock,
  most = MOST_REVIEWS,
): Promise<readonly PastReview[]> {
  const where = { personId, kind: { in: KINDS }, reps: { gt: 0 } };
  const items = (await db.item.findMany({ where, select: { id: true } })).map(({ id }) => id).sort();
  const reviews: PastReview[] = [];
  for (let from = 0; from < items.length && reviews.length < most; from += ITEMS_AT_ONCE) {
    const page = items.slice(from, from + ITEMS_AT_ONCE);
    const rows = await db.review.findMany({
      where: { itemId: { in: page }, undoneAt: null },
      select: { itemId: true, rating: true, at: true },
    });
    for (const { itemId, rating, at } of rows) {
      const time = at.getTime();
      if (isRating(rating)) reviews.push({ item: itemId, rating, day: dayOf(time, clock), at: time });
    }
  }
  return reviews;
}
