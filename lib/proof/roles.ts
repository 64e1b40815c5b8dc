import { type Condition, parseCondition, plainName } from "@/lib/design";
import type { SqlColumn } from "@/lib/notation";
import type { Ask, AskedEqual } from "./asks";
import type { Subject } from "./subject";

/**
 * What the numbers of a column are, row by row. `asked`: hot, cold, odd and spread values in bands, for queries that give it by equality.
 * `row`: each row its own, in the order of the rows or against it. `few`: three rows each. `one`: the same everywhere. `spread`: by a hash.
 */
export type ColumnRole =
  | {
      readonly kind: "asked";
      readonly at: number;
      readonly words: readonly string[];
      /** A word that only the cold rows have, where a query names a constant: whether few or many rows have it must not matter. */
      readonly rare: string | null;
      readonly few: boolean;
    }
  | { readonly kind: "row"; readonly reversed: boolean }
  | { readonly kind: "few" }
  | { readonly kind: "one" }
  | { readonly kind: "null" }
  | { readonly kind: "spread"; readonly salt: number; readonly few: boolean };

export interface Roles {
  readonly of: ReadonlyMap<string, ColumnRole>;
  /** How many columns are asked for in bands. */
  readonly asked: number;
}

const isSingle = (subject: Subject, column: string): boolean =>
  subject.uniqueSets.some((columns) => columns.length === 1 && columns[0] === column);

const isOwn = (subject: Subject, { column, facts }: AskedEqual): boolean =>
  isSingle(subject, column) || facts.includes("unique") || facts.includes("near-unique");

function conditions({ parts }: Subject): readonly Condition[] {
  return parts.table.indexes.flatMap(({ where }) => (where === null ? [] : [parseCondition(where)]));
}

function leaves(condition: Condition): readonly Condition[] {
  if (condition.kind === "and" || condition.kind === "or") return condition.parts.flatMap(leaves);
  return condition.kind === "not" ? leaves(condition.part) : [condition];
}

/** Columns that a partial index wants to be null (`deleted_at is null`). */
function nullColumns(subject: Subject): ReadonlySet<string> {
  const found = conditions(subject)
    .flatMap(leaves)
    .flatMap((one) =>
      one.kind === "null" && !one.negated && one.operand.kind === "column"
        ? (subject.parts.column(one.operand.path) ?? [])
        : [],
    );
  return new Set(found);
}

/** The candidate's own word for a constant: what a partial index compares the column with, where it is none of the scenario's. */
function ownWord(subject: Subject, { column, constant, others }: AskedEqual): string | null {
  const words = conditions(subject)
    .flatMap(leaves)
    .flatMap((one) =>
      one.kind === "compare" &&
      one.op === "=" &&
      one.left.kind === "column" &&
      plainName(one.left.path) === plainName(column) &&
      one.right.kind === "value"
        ? [one.right.text]
        : [],
    );
  const known = [constant ?? "", ...others].map((one) => one.toLowerCase());
  return words.find((word) => !known.includes(word.toLowerCase())) ?? null;
}

/** The legal words of an asked column, the one that is asked for first; empty where any value will do. */
function wordsOf(subject: Subject, equal: AskedEqual): readonly string[] {
  const { constant, others, column } = equal;
  const legal = subject.kind(column).type.values;
  const as = (word: string) => legal.find((one) => one.toLowerCase() === word.toLowerCase()) ?? word;
  if (constant === null) return legal.length > 0 ? legal : others;
  const first = as(ownWord(subject, equal) ?? constant);
  if (legal.length > 0 && !legal.includes(first)) return legal;
  const rest = (legal.length > 0 ? legal : others.map(as)).filter((one) => one !== first);
  return [first, ...(rest.length > 0 ? rest : ["other"])];
}

const RARE = "rare";

/** Texts have room for one more word; of an enum the last one, where it has another besides. */
function rareWord(subject: Subject, { constant, column }: AskedEqual, words: readonly string[]): string | null {
  const { family, list, text } = subject.kind(column).type;
  if (constant === null || list) return null;
  if (family === "enum") return words.length > 2 ? (words.at(-1) ?? null) : null;
  const room = Number(/\((\d+)\)/.exec(text)?.[1] ?? Number.POSITIVE_INFINITY);
  return family === "text" && room >= RARE.length ? RARE : null;
}

/** What a column that is given by equality is; `at`: its place among those in bands. */
function equalRole(subject: Subject, equal: AskedEqual, at: number): ColumnRole {
  const { facts, constant } = equal;
  if (constant === null && isOwn(subject, equal)) return { kind: "row", reversed: false };
  if (constant === null && facts.includes("bounded")) return { kind: "few" };
  const words = wordsOf(subject, equal);
  return { kind: "asked", at, words, rare: rareWord(subject, equal, words), few: facts.includes("few-values") };
}

/** Columns that a partial index wants empty, and those of few values. */
interface Known {
  readonly empty: ReadonlySet<string>;
  readonly few: ReadonlySet<string>;
}

/** What a column is that no query asks for. */
function restRole(subject: Subject, { name, attribute }: SqlColumn, known: Known, salt: number): ColumnRole {
  if (isSingle(subject, name)) return { kind: "row", reversed: false };
  if (known.empty.has(name) && !attribute.notNull) return { kind: "null" };
  return { kind: "spread", salt, few: known.few.has(name) };
}

/** What each column of a table is for the queries that are put to it. */
export function rolesOf(subject: Subject, asks: readonly Ask[]): Roles {
  const of = new Map<string, ColumnRole>(asks.flatMap(({ free }) => free.map((column) => [column, { kind: "one" }])));
  let asked = 0;
  for (const equal of asks.flatMap((ask) => ask.equal)) {
    if (of.has(equal.column)) continue;
    const role = equalRole(subject, equal, asked);
    if (role.kind === "asked") asked += 1;
    of.set(equal.column, role);
  }
  const ordered = new Set(
    asks.flatMap(({ sorts }) => sorts.flatMap(({ range, order }) => [range ?? [], order ?? []].flat())),
  );
  for (const [i, column] of [...ordered].filter((one) => !of.has(one)).entries())
    of.set(column, { kind: "row", reversed: i % 2 === 1 });
  const known = { empty: nullColumns(subject), few: new Set(asks.flatMap((ask) => ask.fewValues)) };
  for (const [i, column] of subject.parts.columns.entries())
    if (!of.has(column.name)) of.set(column.name, restRole(subject, column, known, i + 1));
  return { of, asked };
}
