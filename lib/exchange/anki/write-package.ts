import type { SqlValue } from "sql.js";
import { dayOf } from "@/lib/schedule";
import type { Sqlite } from "../archive/sqlite";
import { writeZip } from "../archive/zip";
import type { Collection, ExchangeCard } from "../collection";
import type { Steps } from "../steps";
import { collectionRow, deckIds, SCHEMA, typeIdOf } from "./collection-row";
import type { Package, WriteContext } from "./package";
import { noteColumns } from "./write-note";
import { cardColumns, logColumns } from "./write-schedule";

const CARDS_A_STEP = 20;

/**
 * Cards as an Anki package with their schedule and review log: a collection of schema 11, which every Anki since 2.1
 * takes, with FSRS's state in `cards.data`. Notes keep their guid, so that a second import updates them.
 */
export function* writeAnki(sqlite: Sqlite, { cards }: Collection, context: WriteContext): Steps<Uint8Array> {
  const database = new sqlite.Database();
  try {
    const whole: Package = { ...context, firstDay: earliestDay(cards, context), decks: deckIds(cards) };
    database.exec(SCHEMA);
    database.run(insert("col", 13), collectionRow(whole));
    const writer = new Writer(whole, startId(context.now, cards.length));
    const [note, card, review] = [insert("notes", 11), insert("cards", 18), insert("revlog", 9)].map((sql) =>
      database.prepare(sql),
    );
    database.exec("BEGIN");
    for (const [index, each] of cards.entries()) {
      const rows = writer.rowsOf(each, index);
      note?.run(rows.note);
      card?.run(rows.card);
      for (const entry of rows.log) review?.run(entry);
      if (index % CARDS_A_STEP === 0) yield;
    }
    database.exec("COMMIT");
    const files = { "collection.anki2": database.export(), media: new TextEncoder().encode("{}") };
    yield;
    return yield* writeZip(files, context.now);
  } finally {
    database.close();
  }
}

function insert(table: string, columns: number): string {
  return `INSERT INTO ${table} VALUES (${Array.from({ length: columns }, () => "?").join(", ")})`;
}

/** Every due day and every review lies on or after it: Anki counts no days below zero. */
function earliestDay(cards: readonly ExchangeCard[], { now, clock }: WriteContext): number {
  const times = cards.flatMap(({ memory, log }) => [memory.due, ...log.slice(0, 1).map(({ at }) => at)]);
  const first = times.reduce((least, time) => Math.min(least, time), now);
  return dayOf(first, clock);
}

/** Ids of notes and cards are times in Anki, and none may lie in the future. */
function startId(now: number, count: number): number {
  return Math.max(1, Math.floor(now) - count);
}

class Writer {
  /** For each id that is taken, one behind it that may be free. */
  readonly #next = new Map<number, number>();

  constructor(
    private readonly whole: Package,
    private readonly firstId: number,
  ) {}

  rowsOf(
    card: ExchangeCard,
    index: number,
  ): Readonly<Record<"note" | "card", SqlValue[]>> & { readonly log: SqlValue[][] } {
    const id = this.firstId + index;
    const seconds = Math.floor(this.whole.now / 1000);
    return {
      note: noteColumns(card, { id, type: typeIdOf(card.kind), seconds }),
      card: [id, id, this.whole.decks.get(card.deck) ?? 1, 0, seconds, -1, ...cardColumns(card, this.whole)],
      log: logColumns(card, this.whole).map((columns, at) => [this.#free(card.log[at]?.at ?? 0), id, -1, ...columns]),
    };
  }

  /** The time of a review is its id: two in one millisecond cannot be. */
  #free(time: number): number {
    const wanted = Math.max(1, Math.floor(time));
    const passed: number[] = [];
    let id = wanted;
    for (let next = this.#next.get(id); next !== undefined; next = this.#next.get(id)) {
      passed.push(id);
      id = next;
    }
    // Whoever comes by these again goes on at once to where the free ones begin.
    for (const taken of [...passed, id]) this.#next.set(taken, id + 1);
    return id;
  }
}
