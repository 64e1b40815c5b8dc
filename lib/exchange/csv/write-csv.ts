import { writeGuid } from "../anki/guid";
import type { Collection, ExchangeCard } from "../collection";
import { writeTable } from "./table";

/** The columns of the table of cards. Times are ISO 8601 in UTC; text is Markdown. */
export const CARD_COLUMNS = [
  ...["id", "deck", "kind", "front", "back", "tags", "due", "stability", "difficulty", "phase", "reps", "lapses"],
  ...["suspended", "interval", "step", "last review"],
] as const;

/** The columns of the table of reviews. */
export const REVIEW_COLUMNS = ["id", "reviewed", "rating", "milliseconds", "phase", "due"] as const;

/** All cards with their schedule. */
export function writeCardsCsv({ cards }: Collection): string {
  return writeTable([CARD_COLUMNS, ...cards.map(cardRow)]);
}

/** Every rating, card by card, in order. */
export function writeReviewsCsv({ cards }: Collection): string {
  const rows = cards.flatMap((card) =>
    card.log.map(({ at, rating, elapsed, phase, due }) => {
      return [writeGuid(card), time(at), String(rating), String(Math.round(elapsed)), phase, time(due)];
    }),
  );
  return writeTable([REVIEW_COLUMNS, ...rows]);
}

function cardRow(card: ExchangeCard): string[] {
  const { deck, kind, front, back, tags, memory, suspended } = card;
  const { due, stability, difficulty, phase, reps, lapses, scheduledDays, step, lastReview } = memory;
  return [
    ...[writeGuid(card), deck, kind, front, back, tags.join(" "), phase === "new" ? "" : time(due)],
    ...[String(stability), String(difficulty), phase, String(reps), String(lapses), suspended ? "yes" : "no"],
    ...[String(scheduledDays), String(step), lastReview === null ? "" : time(lastReview)],
  ];
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
