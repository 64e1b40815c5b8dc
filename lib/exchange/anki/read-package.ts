import type { Clock, Scheduling } from "@/lib/schedule";
import { type GivenDatabase, numberOf, type Row, type Sqlite, textIn } from "../archive/sqlite";
import type { Collection, ExchangeCard, LoggedReview } from "../collection";
import { LeftOutList, type LeftOuts } from "../left-out";
import { type Limits, SIDE_BYTES } from "../limits";
import type { Steps } from "../steps";
import { readGuid } from "./guid";
import { openPackage } from "./open-package";
import { type LogRow, reviewsOf } from "./review-log";
import { type CardRow, memoryOf, type ScheduleContext } from "./schedule";
import { readSchema11 } from "./schema11";
import { readSchema18 } from "./schema18";
import { type NoSides, type NoteFields, type Sides, sidesOf } from "./sides";
import { firstDay, type NoteType, type Surroundings } from "./source";

export interface ReadContext {
  readonly now: number;
  readonly clock: Clock;
  /** How the person is scheduled; its seed is the card's own. */
  readonly scheduling: Scheduling;
  readonly limits?: Limits;
}

export interface ReadCards extends Collection {
  readonly leftOut: LeftOuts;
}

interface Note {
  readonly guid: string;
  readonly type: NoteType | null;
  readonly values: readonly string[];
  readonly tags: readonly string[];
}

/**
 * The cards of an Anki package (`.apkg`, `.colpkg`; of any version) with their schedule and review log.
 * @throws FileRefused where nothing of it can be taken; what cannot be taken of the rest is in `leftOut`.
 */
export function* readAnki(sqlite: Sqlite, bytes: Uint8Array, context: ReadContext): Steps<ReadCards> {
  const database = yield* openPackage(sqlite, bytes, context.limits);
  try {
    const around = yield* database.has("notetypes") ? readSchema18(database) : readSchema11(database);
    const notes = yield* readNotes(database, around);
    const log = yield* readLog(database);
    const reader = new CardReader(around, notes, log, context);
    yield* database.rows("cards", CARD_COLUMNS, (row) => reader.take(row));
    return { cards: reader.cards, leftOut: reader.leftOut.all };
  } finally {
    database.close();
  }
}

/** Marks of our own in texts, and what no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001e\ue000\ue001\ue010\ue011]/g;

function* readNotes(database: GivenDatabase, around: Surroundings): Steps<ReadonlyMap<number, Note>> {
  const notes = new Map<number, Note>();
  yield* database.rows("notes", ["id", "guid", "mid", "tags", "flds"], (row) => {
    notes.set(numberOf(row.id), {
      guid: textIn(row.guid).replaceAll(UNWANTED, "").slice(0, 200),
      type: around.types.get(numberOf(row.mid)) ?? null,
      values: textIn(row.flds).replaceAll(UNWANTED, "").split("\u001f"),
      tags: textIn(row.tags)
        .replaceAll(UNWANTED, "")
        .split(/\s+/)
        .filter((tag) => tag !== ""),
    });
  });
  return notes;
}

function* readLog(database: GivenDatabase): Steps<ReadonlyMap<number, LogRow[]>> {
  const log = new Map<number, LogRow[]>();
  yield* database.rows("revlog", ["id", "cid", "ease", "ivl", "factor", "time", "type"], (row) => {
    const card = numberOf(row.cid);
    const entry = {
      id: numberOf(row.id),
      ease: numberOf(row.ease),
      ivl: numberOf(row.ivl),
      factor: numberOf(row.factor),
      time: numberOf(row.time),
      type: numberOf(row.type),
    };
    const known = log.get(card);
    if (known === undefined) log.set(card, [entry]);
    else known.push(entry);
  });
  return log;
}

const CARD_COLUMNS = [
  ...["id", "nid", "did", "ord", "type", "queue", "due", "ivl", "factor", "reps", "lapses", "left", "odue", "odid"],
  "data",
];
const SUSPENDED = -1;

const WHY_NOT: Readonly<Record<NoSides, string>> = {
  "no-template": "Its note type has no such card.",
  "hides-nothing": "Nothing is hidden in it.",
  "needs-its-picture": "It asks about a picture or a sound, and those are not taken.",
  "no-question": "It has no question.",
};

class CardReader {
  readonly cards: ExchangeCard[] = [];
  readonly leftOut = new LeftOutList();
  readonly #firstDay: number;
  readonly #known = new Set<string>();

  constructor(
    private readonly around: Surroundings,
    private readonly notes: ReadonlyMap<number, Note>,
    private readonly log: ReadonlyMap<number, LogRow[]>,
    private readonly context: ReadContext,
  ) {
    this.#firstDay = firstDay(around, context.clock);
  }

  take(row: Row): void {
    const note = this.notes.get(numberOf(row.nid));
    const what = note?.values[0]?.replaceAll(/<[^<>]*>/g, " ") || "A card";
    if (note === undefined || note.type === null || note.guid === "") {
      this.leftOut.add(what, "Its note or its note type is not in the file.");
      return;
    }
    const deck = this.#deckOf(row);
    const ordinal = Math.max(0, numberOf(row.ord));
    const sides = sidesOf({ ...note, type: note.type, deck } satisfies NoteFields, ordinal);
    const refusal = typeof sides === "string" ? WHY_NOT[sides] : tooLong(sides);
    if (typeof sides === "string" || refusal !== null) this.leftOut.add(what, refusal ?? "");
    else this.#add(row, note, ordinal, deck, sides);
  }

  #add(row: Row, note: Note, ordinal: number, deck: string, sides: Sides): void {
    const name = readGuid(note.guid, ordinal);
    const key = `${name.ordinal} ${name.guid}`;
    if (this.#known.has(key)) {
      this.leftOut.add(sides.front, "It is in the file twice.");
      return;
    }
    this.#known.add(key);
    for (const medium of sides.media)
      this.leftOut.add(medium, "Pictures and sounds are not taken; the text names them.");
    if (sides.hint) this.leftOut.add(sides.front, "The hints of hidden words are not taken.");
    const log = reviewsOf(this.log.get(numberOf(row.id)) ?? [], this.context.clock, this.context.now);
    const { kind, front, back } = sides;
    this.cards.push({ ...name, deck, kind, front, back, tags: note.tags, ...this.#schedule(row, key, log), log });
  }

  #deckOf(row: Row): string {
    const home = numberOf(row.odid) === 0 ? numberOf(row.did) : numberOf(row.odid);
    return this.around.decks.get(home)?.replaceAll(UNWANTED, "").slice(0, 200).trim() || "Default";
  }

  #schedule(row: Row, seed: string, log: readonly LoggedReview[]) {
    const card = cardRow(row);
    const scheduling = { ...this.context.scheduling, seed };
    const context: ScheduleContext = { ...this.context, firstDay: this.#firstDay, scheduling };
    return {
      memory: memoryOf(card, log, context),
      suspended: card.queue === SUSPENDED,
      position: card.type === 0 ? Math.max(0, card.due) : 0,
    };
  }
}

function cardRow(row: Row): CardRow {
  const whole = (name: string) => Math.round(numberOf(row[name]));
  return {
    type: whole("type"),
    queue: whole("queue"),
    due: whole("due"),
    ivl: whole("ivl"),
    factor: whole("factor"),
    reps: whole("reps"),
    lapses: whole("lapses"),
    left: whole("left"),
    odue: whole("odue"),
    odid: whole("odid"),
    data: textIn(row.data),
  };
}

function tooLong({ front, back }: Sides): string | null {
  const long = [front, back].some((side) => new TextEncoder().encode(side).length > SIDE_BYTES);
  return long ? "One of its sides is longer than 64 kB. Shorten it in Anki and export it again." : null;
}
