import type { StoreType } from "@/lib/design";
import type { Choice } from "./choice";

const note = (label: string, detail?: string): Choice => ({ label, kind: "note", ...(detail ? { detail } : {}) });
/** A note that needs something behind it. */
const open = (label: string, detail: string): Choice => ({
  label,
  kind: "note",
  detail,
  insert: `${label} `,
  again: true,
});

const KEY = note("PK", "identifies the row");
const LINK = open("FK ->", "a reference");
const LOOSE = open("ref ->", "not enforced");
const COPY = open("copy of", "a duplicate you mean");
const RULES = [
  note("unique"),
  note("not null"),
  open("check", "a rule"),
  open("default", "when left out"),
  note("index"),
] as const;
const PARTITION = note("partition key", "where it lives");
const CLUSTERING = [note("clustering", "order inside the partition"), note("clustering desc", "newest first")] as const;
const SORT = [note("sort key", "order inside the partition"), note("sort key desc", "newest first")] as const;
const TTL = open("ttl", "ends by itself");

/** Notes by the chosen store, the likely ones first; all of them are understood everywhere. */
export const NOTES: Readonly<Record<StoreType, readonly Choice[]>> = {
  relational: [KEY, LINK, ...RULES, COPY, LOOSE, TTL, PARTITION, ...CLUSTERING, ...SORT],
  document: [KEY, LOOSE, COPY, ...RULES, TTL, LINK, PARTITION, ...SORT, ...CLUSTERING],
  "key-value": [PARTITION, ...SORT, TTL, KEY, COPY, LOOSE, ...RULES, LINK, ...CLUSTERING],
  "wide-column": [PARTITION, ...CLUSTERING, TTL, COPY, KEY, ...RULES, LOOSE, LINK, ...SORT],
  graph: [KEY, ...RULES, COPY, LOOSE, LINK, TTL, PARTITION, ...CLUSTERING, ...SORT],
};

const word = (label: string, detail: string, insert = `${label} `): Choice => ({
  label,
  kind: "word",
  detail,
  insert,
  again: insert === `${label} `,
});

/** What begins a statement at the margin. */
export const TOP_LINES: readonly Choice[] = [
  word("index", "index table(columns)"),
  word("unique", "unique table(columns)"),
  word("unique index", "with where …"),
  word("PK", "a key of several columns"),
  word("FK", "a reference of several columns"),
  word("check", "check table(condition)"),
  { ...word("node", "graph: a label"), again: false },
  word("edge", "graph: from -NAME-> to"),
  { ...word("gsi", "DynamoDB: a second way in"), again: false },
];

/** What begins a statement indented below its table. */
export const TABLE_LINES: readonly Choice[] = [
  { label: "index", kind: "word", detail: "of this table", insert: "index (", again: true },
  { label: "unique", kind: "word", detail: "several columns", insert: "unique (", again: true },
  { label: "PK", kind: "word", detail: "several columns", insert: "PK (", again: true },
  { label: "check", kind: "word", detail: "a rule for each row", insert: "check (", again: true },
  { label: "ttl", kind: "word", detail: "ends by itself", insert: "ttl " },
];

export const TYPES = [
  "bigint",
  "boolean",
  "bytea",
  "date",
  "int",
  "interval",
  "json",
  "jsonb",
  "numeric",
  "real",
  "smallint",
  "text",
  "time",
  "timestamp",
  "timestamptz",
  "uuid",
  "varchar",
] as const;

export const DEFAULTS = ["now()", "0", "true", "false", "''"] as const;
export const DURATIONS = ["30d", "7d", "24h", "1h", "15m"] as const;

export const SQL_WORDS = {
  sql: [
    "CREATE TABLE",
    "CREATE INDEX",
    "CREATE UNIQUE INDEX",
    "ALTER TABLE",
    "ADD CONSTRAINT",
    "PRIMARY KEY",
    "FOREIGN KEY",
    "REFERENCES",
    "ON DELETE CASCADE",
    "UNIQUE",
    "NOT NULL",
    "CHECK",
    "DEFAULT",
    "WHERE",
    "INCLUDE",
  ],
  dbml: ["Table", "Ref", "Enum", "indexes", "primary key", "unique", "not null", "default", "increment", "note"],
} as const;
