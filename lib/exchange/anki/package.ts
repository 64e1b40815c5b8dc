import { type Clock, type Settings, startOfDay } from "@/lib/schedule";

export interface WriteContext {
  readonly now: number;
  readonly clock: Clock;
  readonly settings: Settings;
}

/** What the rows of one package share. */
export interface Package extends WriteContext {
  /** The person's day number from which due days are counted. */
  readonly firstDay: number;
  readonly decks: ReadonlyMap<string, number>;
}

/** Minutes west of UTC on the first day, which Anki needs to know its date. */
export function creationOffset({ firstDay, clock }: Package): number {
  const local = firstDay * 86_400_000 + clock.rollover * 3_600_000;
  return Math.round((startOfDay(firstDay, clock) - local) / 60_000);
}
