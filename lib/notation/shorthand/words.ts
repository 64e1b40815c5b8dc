import { nameKey } from "@/lib/design";
import { type Cursor, peek } from "./token";

/** What a note or a statement says about a column. */
export type Phrase =
  | "pk"
  | "fk"
  | "ref"
  | "unique"
  | "unique-index"
  | "not-null"
  | "null"
  | "check"
  | "default"
  | "generated"
  | "copy"
  | "partition"
  | "clustering"
  | "ttl"
  | "index"
  | "gsi"
  | "on-delete"
  | "on-update";

const PHRASES: Readonly<Record<Phrase, readonly string[]>> = {
  pk: ["pk", "primary key", "primary", "pkey"],
  fk: ["fk", "foreign key", "foreign", "references", "fkey", "belongs to", "points to", "refers to"],
  ref: ["ref", "refs", "soft fk", "logical fk", "soft ref", "reference", "links to"],
  unique: ["unique", "uniq", "uq", "uk", "unique key", "unique constraint", "alternate key", "candidate key"],
  "unique-index": ["unique index", "uniq index", "uidx"],
  "not-null": ["not null", "required", "req", "req'd", "req’d", "non null", "not nullable", "nn", "mandatory"],
  null: ["null", "nullable", "optional"],
  check: ["check", "chk"],
  default: ["default", "defaults to", "defaults"],
  generated: ["auto increment", "auto inc", "auto generated", "identity", "generated always as identity"],
  copy: ["copy of", "copied from", "duplicate of", "denormalized from", "denormalised from", "copy"],
  partition: ["partition key", "partition", "hash key", "partitioned by"],
  clustering: ["clustering key", "clustering column", "clustering", "cluster key", "sort key", "range key", "sk", "ck"],
  ttl: ["ttl", "expires after", "expires in", "expire after", "expire"],
  index: ["index", "indexed", "idx"],
  gsi: ["gsi", "lsi", "global secondary index", "local secondary index"],
  "on-delete": ["on delete", "ondelete"],
  "on-update": ["on update", "onupdate"],
};

/** A note or keyword and how many words it takes. */
export interface Found {
  readonly phrase: Phrase;
  readonly length: number;
}

interface Entry {
  readonly words: readonly string[];
  readonly found: Found;
}

function spellings(text: string): readonly (readonly string[])[] {
  const words = text.split(" ");
  return words.length === 1 ? [words] : [words, [words.join("_")], [words.join("-")], [words.join("")]];
}

const BY_FIRST = new Map<string, Entry[]>();
for (const [phrase, texts] of Object.entries(PHRASES) as [Phrase, readonly string[]][]) {
  for (const words of texts.flatMap(spellings)) {
    const first = words[0] ?? "";
    BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { words, found: { phrase, length: words.length } }]);
  }
}
for (const entries of BY_FIRST.values()) entries.sort((a, b) => b.words.length - a.words.length);

/** Every spelling of a note, for guessing what a misspelled one meant. */
export const NOTE_WORDS: readonly string[] = Object.values(PHRASES).flat();

/** The note or keyword at the cursor and how many words it takes. Quoted words are names, never keywords. */
export function phraseAt(cursor: Cursor, ahead = 0): Found | null {
  const first = peek(cursor, ahead);
  const entries = first?.kind === "word" ? BY_FIRST.get(first.word) : undefined;
  if (entries === undefined) return null;
  for (const { words, found } of entries) if (stand(cursor, ahead, words)) return found;
  return null;
}

/** True where these words follow each other; the first one is known to stand. */
function stand(cursor: Cursor, ahead: number, words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) if (peek(cursor, ahead + i)?.word !== words[i]) return false;
  return true;
}

/** True for a word that cannot stand as a bare name in print. */
export function isKeyword(word: string): boolean {
  return /^gsi\d+$/i.test(word) || BY_FIRST.has(word.toLowerCase()) || LINE_WORDS.has(word.toLowerCase());
}

/** Words that begin a line or an item of another kind. */
const LINE_WORDS = new Set(
  "table collection entity node vertex edge rel relationship column family constraint include where using on by of hash list set sorted zset counter value string object in between like ilike matches is and with asc desc to".split(
    " ",
  ),
);

/** Types that people write; a word in brackets that is one of these is the type of its column. */
const TYPES = new Set(
  (
    "int integer int2 int4 int8 bigint smallint tinyint mediumint serial bigserial long short number numeric decimal money float float4 float8 real double " +
    "string text varchar char character nvarchar citext clob uuid ulid guid snowflake objectid bool boolean date datetime timestamp timestamptz time timetz " +
    "interval json jsonb xml blob bytea binary bytes inet geo point geography geometry enum timeuuid counter map list set array object vector tsvector"
  ).split(" "),
);

export function isType(word: string): boolean {
  return TYPES.has(word.toLowerCase());
}

/** Types whose parentheses hold their size or values. */
export function takesArguments(word: string): boolean {
  return /^(n?varchar2?|n?char|character|varying|numeric|decimal|number|float|double|int|bigint|tinyint|smallint|integer|bit|binary|varbinary|enum|set|time|timestamp|timestamptz|datetime|vector|geography|geometry|string|text)$/i.test(
    word,
  );
}

const HEADINGS = ["table", "entity", "schema", "design", "collection", "model", "datamodel", "database", "node"];

/** `Tables:` alone on its line stands above tables, and is none. In quotes it is one. */
export function isHeadingWord(text: string): boolean {
  return HEADINGS.includes(nameKey(text));
}
