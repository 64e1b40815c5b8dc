import type { Consistency, Level, Reason, Volume } from "@/lib/design";
import { printList, printMap, printShardKeys, quoteWord } from "../print/print-decisions";
import { Problems } from "../problems";
import { type Entry, readEntries } from "./entries";
import { SHEET_KEYS, type SheetKey } from "./keys";
import { layoutOf, type SheetLayout } from "./split";

/** What to set; null or empty takes the decision out, what is left out of the change stays. */
export interface DecisionChange {
  readonly scenario?: string | null;
  readonly level?: Level | null;
  /** An engine or a type, as `findStore` knows it. */
  readonly store?: string | null;
  readonly because?: readonly Reason[] | null;
  readonly volume?: Volume | null;
  /** `bids.auction_id` or `readings(device_id, day)`; a string is several of them as a person types them. */
  readonly shardBy?: readonly string[] | string | null;
  /** By table or `table.column`. */
  readonly consistency?: Readonly<Record<string, Consistency>> | null;
  /** Reasons by second store. */
  readonly also?: Readonly<Record<string, readonly Reason[]>> | null;
}

const WORD = (word: string | null | undefined) => (word ? quoteWord(word) : null);

/** The value to write, null to take it out, undefined to leave it alone. */
const WRITE: Readonly<Record<SheetKey, (change: DecisionChange) => string | null | undefined>> = {
  scenario: ({ scenario }) => (scenario === undefined ? undefined : WORD(scenario)),
  level: ({ level }) => level,
  store: ({ store }) => (store === undefined ? undefined : WORD(store)),
  because: ({ because }) => because && (because.length ? printList(because) : null),
  volume: ({ volume }) => volume,
  "shard by": ({ shardBy }) => shardBy && printShards(shardBy),
  consistency: ({ consistency }) => consistency && printRecord(consistency, (level) => level),
  also: ({ also }) => also && printRecord(also, printList),
};

function printShards(keys: readonly string[] | string): string | null {
  if (typeof keys !== "string") return keys.length > 0 ? printShardKeys(keys) : null;
  const flat = keys.replace(/[\s#]+/g, " ").trim();
  return flat || null;
}

function printRecord<T>(record: Readonly<Record<string, T>>, print: (value: T) => string): string | null {
  const pairs = Object.entries(record).map(([key, value]) => [quoteWord(key), print(value)] as const);
  return pairs.length > 0 ? printMap(pairs) : null;
}

interface Sheet {
  readonly text: string;
  readonly layout: SheetLayout;
  readonly entries: readonly Entry[];
  readonly newline: string;
}

function openSheet(text: string): Sheet {
  const layout = layoutOf(text);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return { text, layout, entries: readEntries(text, layout, new Problems()), newline };
}

function splice(text: string, start: number, end: number, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}

/** Takes every line of a decision out; the last one first, so that offsets stay true. */
function remove({ text, entries }: Sheet, key: SheetKey): string {
  const lines = entries.filter((entry) => entry.key === key).map((entry) => entry.lines);
  return lines.reduceRight((rest, { start, end }) => splice(rest, start, end, ""), text);
}

/** Puts a value in the place of the one that is there; a comment behind it stays. */
function replace({ text }: Sheet, { value, valueStart }: Entry, words: string): string {
  if (!value) return splice(text, valueStart, valueStart, ` ${words}`);
  const onKeyLine = !text.slice(valueStart, value.span.start).includes("\n");
  return onKeyLine
    ? splice(text, value.span.start, value.span.end, words)
    : splice(text, valueStart, value.span.end, ` ${words}`);
}

/** A new line, behind the last decision that comes before it in the order of print. */
function insert(sheet: Sheet, key: SheetKey, words: string): string {
  const { text, layout, entries, newline } = sheet;
  const line = `${key}: ${words}${newline}`;
  if (!layout.frontMatter) {
    const start = text.startsWith("\uFEFF") ? 1 : 0;
    return splice(text, start, start, `---${newline}${line}---${newline}`);
  }
  const order = SHEET_KEYS.indexOf(key);
  const before = entries.findLast((entry) => SHEET_KEYS.indexOf(entry.key) < order);
  const at = before ? before.lines.end : layout.inner.start;
  const front = at > 0 && text[at - 1] !== "\n" ? newline : "";
  return splice(text, at, at, front + line);
}

function setOne(text: string, key: SheetKey, words: string | null): string {
  const sheet = openSheet(text);
  if (words === null) return remove(sheet, key);
  const known = sheet.entries.find((entry) => entry.key === key);
  return known ? replace(sheet, known, words) : insert(sheet, key, words);
}

/** Changes decisions in the sheet's front matter, each in its own place; every other line and the body stay as they are. */
export function setDecision(text: string, change: DecisionChange): string {
  return SHEET_KEYS.reduce((sheet, key) => {
    const words = WRITE[key](change);
    return words === undefined ? sheet : setOne(sheet, key, words || null);
  }, text);
}
