import type { Client } from "../database";
import { readFit, type SavedFit } from "./saved-fit";

/** The latest fit of a person, and how many ratings there are now. Reads a row for each day, never the reviews. */
export async function readStanding(
  db: Client,
  personId: string,
): Promise<{ readonly last: SavedFit | null; readonly ratings: number }> {
  const [person, days] = await Promise.all([
    db.person.findUnique({ where: { id: personId }, select: { fit: true } }),
    db.day.aggregate({ where: { personId }, _sum: { reviews: true } }),
  ]);
  return { last: readFit(person?.fit ?? null), ratings: days._sum.reviews ?? 0 };
}

/** Where the person is gone by now, nothing is written. */
export async function saveFit(db: Client, personId: string, fit: SavedFit): Promise<void> {
  await db.person.updateMany({ where: { id: personId }, data: { fit: JSON.stringify(fit) } });
}
