import { writeAnki, writeCardsCsv, writeReviewsCsv } from "@/lib/exchange";
import { drive, sqlite } from "./drive";
import { readCollection } from "./own-collection";

/** All cards of a person as an Anki package, with their schedule and review log. */
export async function exportAnki(personId: string, now: number): Promise<Uint8Array> {
  const { habits, ...collection } = await readCollection(personId, now);
  const { clock, settings } = habits;
  return await drive(writeAnki(await sqlite(), collection, { now, clock, settings }));
}

/** All cards of a person, or all their ratings of cards, as a table. */
export async function exportCsv(personId: string, what: "cards" | "reviews", now: number): Promise<string> {
  const collection = await readCollection(personId, now);
  return what === "cards" ? writeCardsCsv(collection) : writeReviewsCsv(collection);
}
