import { z } from "zod";
import { type Clock, isZone, type Scheduling, type Settings } from "@/lib/schedule";
import { database, type Transaction } from "./database";
import { fittedParameters } from "./fitting/saved-fit";
import type { Person as Row } from "./generated/client";
import { PersonGone } from "./refusal";
import { settingsOf } from "./settings";

/** Who practises, as pages may know them. */
export interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly guest: boolean;
}

/** What `Person` needs of a row. */
export const PERSON = { id: true, name: true, email: true, guest: true } as const;

/** A time zone as the person's device names it: `Intl.DateTimeFormat().resolvedOptions().timeZone`. */
export const zoneSchema = z.string().max(64).refine(isZone, "This is no time zone of the IANA database.");

/** What one needs of a person to schedule for them. */
export const HABITS = { zone: true, settings: true, fit: true } as const;
export type HabitsRow = Pick<Row, keyof typeof HABITS>;

/** How a person practises: their day, their settings, their memory's parameters. */
export interface Habits {
  readonly settings: Settings;
  readonly clock: Clock;
  /** Fitted to their own reviews; null for the defaults of FSRS. */
  readonly parameters: readonly number[] | null;
}

/** @param said the zone that the device says now; it counts from now on. */
export function habitsOf(row: HabitsRow, said?: string): Habits {
  const settings = settingsOf(row.settings);
  const clock = { zone: settings.zone ?? said ?? row.zone, rollover: settings.rollover };
  return { settings, clock, parameters: settings.useFitted ? fittedParameters(row.fit) : null };
}

/** How an item of a person is scheduled. @param load how many items come on a day; null where it does not matter. */
export function schedulingOf(
  { settings, clock, parameters }: Habits,
  policy: Scheduling["policy"],
  seed: string,
  load: Scheduling["load"] = null,
): Scheduling {
  return { policy, settings, clock, parameters, seed, load };
}

/**
 * How a person practises, inside a transaction; what their device says of its zone is kept for the pages.
 * @throws PersonGone where there is no such person any more, which `guarded` answers as a session that ended.
 */
export async function habitsInside(tx: Transaction, id: string, said?: string): Promise<Habits> {
  const person = await tx.person.findUnique({ where: { id }, select: HABITS });
  if (!person) throw new PersonGone();
  await keepZone(tx, id, person.zone, said);
  return habitsOf(person, said);
}

export async function keepZone(tx: Transaction, id: string, kept: string, said: string | undefined): Promise<void> {
  if (said === undefined || said === kept) return;
  await tx.person.update({ where: { id }, data: { zone: said }, select: { id: true } });
}

/** The habits of nobody known: as it comes. */
const NOBODY: HabitsRow = { zone: "UTC", settings: null, fit: null };

/** @param id null for whoever is nobody yet. */
export async function readHabits(id: string | null): Promise<Habits> {
  const row = id === null ? null : await (await database()).person.findUnique({ where: { id }, select: HABITS });
  return habitsOf(row ?? NOBODY);
}
