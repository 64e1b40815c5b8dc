import type { Progress } from "@/lib/server";

function cards(count: number): string {
  return count === 1 ? "1 card" : `${count} cards`;
}

/** Retention so far, or why it cannot be known yet. */
export function sayRetention({ reviews, remembered }: Progress["retention"], counts: Progress["counts"]): string {
  const seen = `You have seen ${counts.cardsSeen} of ${cards(counts.cardsInAll)} and given ${counts.reviews} ${counts.reviews === 1 ? "rating" : "ratings"}.`;
  if (reviews === 0) {
    return `${seen} How much stays is measured on cards that you have known for three weeks; the first of them will say.`;
  }
  const share = Math.round((100 * remembered) / reviews);
  return `${seen} Of cards known for three weeks or longer you remembered ${remembered} of ${reviews}: ${share} %.`;
}
