import { z } from "zod";
import { database, type Transaction } from "./database";
import { PersonGone } from "./refusal";

/** Who practises, as pages may know them. */
export interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly guest: boolean;
}

/** What `Person` needs of a row. */
export const PERSON = { id: true, name: true, email: true, guest: true } as const;

/** Minutes east of UTC; the farthest clocks on Earth are at -12 and +14 hours, with room for what history does. */
export const utcOffsetSchema = z.int().min(-1080).max(1080);

/**
 * Where a person's day begins, inside a transaction; what their device says now is kept for the pages.
 * @throws PersonGone where there is no such person any more, which `guarded` answers as a session that ended.
 */
export async function offsetInside(tx: Transaction, id: string, said?: number): Promise<number> {
  const person = await tx.person.findUnique({ where: { id }, select: { utcOffset: true } });
  if (!person) throw new PersonGone();
  await keepOffset(tx, id, person.utcOffset, said);
  return said ?? person.utcOffset;
}

export async function keepOffset(tx: Transaction, id: string, kept: number, said: number | undefined): Promise<void> {
  if (said === undefined || said === kept) return;
  await tx.person.update({ where: { id }, data: { utcOffset: said }, select: { id: true } });
}

/** Minutes east of UTC of a person's clock; 0 while their device has not said. */
export async function utcOffsetOf(id: string): Promise<number> {
  const person = await (await database()).person.findUnique({ where: { id }, select: { utcOffset: true } });
  return person?.utcOffset ?? 0;
}
