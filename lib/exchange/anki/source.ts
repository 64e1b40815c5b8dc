import { type Clock, dayOf } from "@/lib/schedule";

export interface Template {
  readonly name: string;
  readonly front: string;
  readonly back: string;
}

export interface NoteType {
  readonly name: string;
  readonly cloze: boolean;
  readonly fields: readonly string[];
  readonly templates: readonly Template[];
}

/** What stands around the notes and cards of a collection, whichever schema it is in. */
export interface Surroundings {
  readonly types: ReadonlyMap<number, NoteType>;
  /** Names with `::` between parent and child. */
  readonly decks: ReadonlyMap<number, string>;
  /** When the collection was made, epoch seconds: due days are counted from that day. */
  readonly created: number;
  /** Minutes west of UTC at that time; null where it is not known. */
  readonly creationOffset: number | null;
}

const DAY = 86_400_000;

/** The person's day number of the collection's first day: the local date of its making. */
export function firstDay({ created, creationOffset }: Surroundings, clock: Clock): number {
  if (creationOffset === null) return dayOf(created * 1000, { zone: clock.zone, rollover: 0 });
  return Math.floor((created * 1000 - creationOffset * 60_000) / DAY);
}
