import { isRating, type Memory, newMemory, PHASES, type Phase } from "@/lib/schedule";
import { readGuid } from "../anki/guid";
import type { ReadCards } from "../anki/read-package";
import { sha1 } from "../anki/sha1";
import type { ExchangeCard, LoggedReview } from "../collection";
import { LeftOutList, type LeftOuts } from "../left-out";
import { LIMITS, type Limits, megabytes, SIDE_BYTES, thousands } from "../limits";
import { fromHtml } from "../markdown/from-html";
import { FileRefused } from "../refusal";
import type { Steps } from "../steps";
import { unguarded } from "./table";
import { decodeText, readTextFile, type TextFile } from "./text-file";

/** Ratings by the card's name, for cards that are here already. */
export interface ReadReviews {
  readonly reviews: ReadonlyMap<string, readonly LoggedReview[]>;
  readonly leftOut: LeftOuts;
}

export type ReadCsv = (ReadCards & { readonly kind: "cards" }) | (ReadReviews & { readonly kind: "reviews" });

export interface CsvContext {
  readonly now: number;
  /** The deck of cards that name none: the file's name, say. */
  readonly deck: string;
  readonly limits?: Limits;
}

const FRONT = ["front", "question", "text"];
const BACK = ["back", "answer", "back extra", "extra"];
const ROWS_A_STEP = 500;

/**
 * Cards, or ratings, from a text file with columns: our own, Anki's, or any with columns `front` and `back`.
 * @throws FileRefused
 */
export function* readCsv(bytes: Uint8Array, context: CsvContext): Steps<ReadCsv> {
  const limits = context.limits ?? LIMITS;
  if (bytes.length > limits.bytes) {
    throw new FileRefused(
      "too-large",
      `This file is larger than ${megabytes(limits.bytes)}. Split it and import the parts one after the other.`,
    );
  }
  const file = readTextFile(decodeText(bytes));
  const isLog = ["id", "reviewed", "rating"].every((name) => file.columns.includes(name));
  const [what, most] = isLog ? ["reviews", limits.reviews] : ["cards", limits.cards];
  if (file.rows.length > most) {
    throw new FileRefused(
      "too-many",
      `This file holds ${thousands(file.rows.length)} ${what}; ${thousands(most)} can be taken at once. Split it and import the parts one after the other.`,
    );
  }
  return isLog
    ? { kind: "reviews", ...(yield* readReviews(file, context.now)) }
    : { kind: "cards", ...(yield* readCards(file, context)) };
}

type Cells = (names: readonly string[]) => string;

function cellsOf({ columns }: TextFile): (row: readonly string[]) => Cells {
  const places = new Map([...columns.entries()].reverse().map(([index, name]) => [name, index]));
  return (row) => (names) => {
    const place = names.map((name) => places.get(name)).find((one) => one !== undefined);
    return unguarded(place === undefined ? "" : (row[place] ?? ""));
  };
}

function* readCards(file: TextFile, context: CsvContext): Steps<ReadCards> {
  if (![FRONT, BACK].every((names) => names.some((name) => file.columns.includes(name)))) {
    throw new FileRefused(
      "unknown-kind",
      "No columns “front” and “back” were found. Name them in the first line, in any order, with others beside them as you like.",
    );
  }
  const cards: ExchangeCard[] = [];
  const leftOut = new LeftOutList();
  const known = new Set<string>();
  const cells = cellsOf(file);
  for (const [index, row] of file.rows.entries()) {
    const card = readCard(cells(row), file, context, index);
    const key = `${card.ordinal} ${card.guid}`;
    const refusal = refusalOf(card) ?? (known.has(key) ? "It is in the file twice." : null);
    if (refusal === null) cards.push(card);
    else leftOut.add(card.front || `Row ${index + 1}`, refusal);
    known.add(key);
    if (index % ROWS_A_STEP === 0) yield;
  }
  return { cards, leftOut: leftOut.all };
}

/** Marks of our own in texts, and what no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ue000\ue001]/g;

function readCard(cell: Cells, { html, deck }: TextFile, context: CsvContext, position: number): ExchangeCard {
  const side = (names: readonly string[]) => {
    const text = cell(names).replaceAll(UNWANTED, "");
    return html ? fromHtml(text).markdown : text.replaceAll(/\r\n?/g, "\n").trim();
  };
  const front = side(FRONT);
  const name = cell(["id", "guid"]).replaceAll(UNWANTED, "").trim().slice(0, 200);
  return {
    ...readGuid(name || guidFor(front), 0),
    deck: (cell(["deck"]).replaceAll(UNWANTED, "").trim() || deck || context.deck).slice(0, 200),
    kind: isCloze(cell(["kind"]), front) ? "cloze" : "basic",
    front,
    back: side(BACK),
    tags: cell(["tags"])
      .replaceAll(UNWANTED, "")
      .split(/[\s,]+/)
      .filter((tag) => tag !== ""),
    memory: readMemory(cell, context.now),
    suspended: /^(yes|true|1)$/i.test(cell(["suspended"])),
    position,
    log: [],
  };
}

function isCloze(kind: string, front: string): boolean {
  return kind.toLowerCase() === "cloze" && /\{\{.+?\}\}/s.test(front);
}

/** A second import of the same file finds the same cards: by the question, where they have no name. */
function guidFor(front: string): string {
  return `text:${[...sha1(front).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function refusalOf({ front, back }: ExchangeCard): string | null {
  if (front === "") return "It has no question.";
  const long = [front, back].some((side) => new TextEncoder().encode(side).length > SIDE_BYTES);
  return long ? "One of its sides is longer than 64 kB. Shorten it and import it again." : null;
}

/** A memory only where every part of it is sound; else the card is new. */
function readMemory(cell: Cells, now: number): Memory {
  const phase = phaseOf(cell(["phase"]));
  const due = Date.parse(cell(["due"]));
  const [stability, difficulty] = [Number(cell(["stability"])), Number(cell(["difficulty"]))];
  const sound = stability > 0 && stability < 100_000 && difficulty >= 1 && difficulty <= 10;
  if (phase === null || phase === "new" || !sound || !isTime(due, now)) return newMemory(now);
  const last = Date.parse(cell(["last review"]));
  const scheduledDays = phase === "review" ? Math.max(1, whole(cell(["interval"]))) : 0;
  return {
    ...{ due, stability, difficulty, phase, scheduledDays },
    reps: Math.max(1, whole(cell(["reps"]))),
    lapses: whole(cell(["lapses"])),
    step: Math.min(9, whole(cell(["step"]))),
    lastReview: Math.min(now, isTime(last, now) ? last : due - scheduledDays * 86_400_000),
  };
}

function phaseOf(text: string): Phase | null {
  return PHASES.find((phase) => phase === text.trim().toLowerCase()) ?? null;
}

/** A hundred years on either side is more than any schedule. */
function isTime(time: number, now: number): boolean {
  return Math.abs(time - now) < 100 * 366 * 86_400_000;
}

function whole(text: string): number {
  const number = Math.round(Number(text));
  return number > 0 && number < 1_000_000 ? number : 0;
}

function* readReviews(file: TextFile, now: number): Steps<ReadReviews> {
  const reviews = new Map<string, LoggedReview[]>();
  const leftOut = new LeftOutList();
  const cells = cellsOf(file);
  for (const [index, row] of file.rows.entries()) {
    const cell = cells(row);
    const id = cell(["id"]).trim();
    const review = readReview(cell, now);
    if (id === "" || review === null)
      leftOut.add(`Row ${index + 2}`, "It is no rating: it wants an id, a time until now and a rating from 1 to 4.");
    else put(reviews, id, review);
    if (index % ROWS_A_STEP === 0) yield;
  }
  for (const log of reviews.values()) log.sort((a, b) => a.at - b.at);
  return { reviews, leftOut: leftOut.all };
}

function put(reviews: Map<string, LoggedReview[]>, id: string, review: LoggedReview): void {
  const known = reviews.get(id);
  if (known === undefined) reviews.set(id, [review]);
  else known.push(review);
}

function readReview(cell: Cells, now: number): LoggedReview | null {
  const at = Date.parse(cell(["reviewed"]));
  const rating = Number(cell(["rating"]));
  const due = Date.parse(cell(["due"]));
  if (!isRating(rating) || !isTime(at, now) || at > now) return null;
  const elapsed = Math.min(whole(cell(["milliseconds"])), 3_600_000);
  const phase = phaseOf(cell(["phase"])) ?? "review";
  return { at, rating, elapsed, phase, due: isTime(due, now) ? due : at, difficulty: null };
}
