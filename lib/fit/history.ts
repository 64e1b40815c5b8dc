import type { Rating, Recall } from "@/lib/schedule";

/** One review that stands, as it is kept. */
export interface PastReview {
  /** The item's id. */
  readonly item: string;
  readonly rating: Rating;
  /** The day number by the person's own clock. */
  readonly day: number;
  /** Epoch milliseconds: what came before what. */
  readonly at: number;
}

/** All reviews of one item, the first one first. */
export interface History {
  readonly reviews: readonly (Recall & { readonly at: number })[];
}

/** A review that FSRS has something to say of beforehand: the first one of an item on a later day. */
export interface Case {
  readonly history: History;
  /** Where it stands in `history.reviews`. */
  readonly place: number;
  readonly at: number;
  /** True for anything but "again". */
  readonly recalled: boolean;
  /** Since the review before. */
  readonly days: number;
  /** On how many days the item was reviewed, this one counted. */
  readonly number: number;
  /** How often it was forgotten on such a day before. */
  readonly lapses: number;
}

/** By item; whatever order the reviews come in, a history is in order of time. A day that ran backwards counts as none. */
export function historiesOf(reviews: readonly PastReview[]): readonly History[] {
  const byItem = new Map<string, PastReview[]>();
  for (const review of reviews) {
    const own = byItem.get(review.item);
    if (own) own.push(review);
    else byItem.set(review.item, [review]);
  }
  return [...byItem.values()].map(historyOf);
}

function historyOf(reviews: readonly PastReview[]): History {
  const sorted = reviews.toSorted((a, b) => a.at - b.at);
  return {
    reviews: sorted.map(({ rating, day, at }, place) => {
      return { rating, days: Math.max(0, day - (sorted[place - 1]?.day ?? day)), at };
    }),
  };
}

/** What can be predicted of these histories, in order of time. */
export function casesOf(histories: readonly History[]): readonly Case[] {
  return histories.flatMap(casesOfOne).sort((a, b) => a.at - b.at);
}

function casesOfOne(history: History): readonly Case[] {
  const cases: Case[] = [];
  let lapses = 0;
  for (const [place, { rating, days, at }] of history.reviews.entries()) {
    if (days === 0) continue;
    cases.push({ history, place, at, recalled: rating > 1, days, number: cases.length + 2, lapses });
    lapses += Number(rating === 1);
  }
  return cases;
}

/** What an optimizer learns from one case: the item's reviews up to and with it. */
export function trainingItem({ history, place }: Case): readonly Recall[] {
  return history.reviews.slice(0, place + 1);
}
