import { condition, reportRange } from "./constraint";
import { type DeclaredType, leaveOut, type Schema } from "./draft";
import { readTableName, takeName } from "./names";
import { skipTiming } from "./reference";
import {
  type Cursor,
  inside,
  isSymbol,
  isWord,
  peek,
  skipOne,
  sourceOf,
  spanOf,
  splitCommas,
  takeWords,
} from "./token";
import { readType } from "./type";
import { readComposite } from "./typed-table";

/** The values of `('open', 'closed')`, as written. */
export function readValues(cursor: Cursor): string[] {
  if (!isSymbol(peek(cursor), "(")) return [];
  return splitCommas(inside(cursor))
    .filter((range) => range.at < range.end)
    .map((range) => sourceOf(range, range.at, range.end));
}

/** `CREATE TYPE state AS ENUM ('open', 'closed')`; the cursor stands behind TYPE. */
export function readCreateType(schema: Schema, cursor: Cursor, from: number): void {
  takeWords(cursor, "if", "not", "exists");
  const name = readTableName(cursor);
  const span = spanOf(cursor, from, cursor.end);
  if (!name) {
    reportRange(schema, cursor, from, cursor.end, "Name the type: `CREATE TYPE state AS ENUM ('open')`.");
    return;
  }
  const isEnum = takeWords(cursor, "as", "enum");
  const values = isEnum ? readValues(cursor) : [];
  const columns = !isEnum && takeWords(cursor, "as") ? readComposite(schema, name, cursor) : null;
  schema.types.set(name.text.toLowerCase(), isEnum ? { kind: "enum", values } : { kind: "composite", columns });
  if (isEnum) schema.accounted.push(span);
  else leaveOut(schema, "CREATE TYPE", span);
}

/** `CREATE DOMAIN price AS numeric(12,2) NOT NULL CHECK (VALUE > 0)`; the cursor stands behind DOMAIN. */
export function readCreateDomain(schema: Schema, cursor: Cursor, from: number): void {
  const name = readTableName(cursor);
  takeWords(cursor, "as");
  const type = readType(cursor);
  if (!name || !type) {
    const advice = "A domain is `CREATE DOMAIN price AS numeric CHECK (VALUE > 0)`.";
    reportRange(schema, cursor, from, cursor.end, advice);
    return;
  }
  const base = type.shape === "list" ? `${type.text}[]` : type.text;
  schema.types.set(name.text.toLowerCase(), { kind: "domain", base, ...readLimits(cursor) });
  schema.accounted.push(spanOf(cursor, from, cursor.end));
}

type Limits = Omit<Extract<DeclaredType, { kind: "domain" }>, "kind" | "base">;

function readPreset(cursor: Cursor): string {
  const start = cursor.at;
  do skipOne(cursor);
  while (cursor.at < cursor.end && !isWord(peek(cursor), "check", "constraint", "not", "null", "collate"));
  return sourceOf(cursor, start, cursor.at);
}

function readLimits(cursor: Cursor): Limits {
  const checks: string[] = [];
  let notNull = false;
  let preset: string | null = null;
  while (cursor.at < cursor.end) {
    if (takeWords(cursor, "constraint")) takeName(cursor);
    else if (takeWords(cursor, "not", "null")) notNull = true;
    else if (takeWords(cursor, "default")) preset = readPreset(cursor);
    else if (takeWords(cursor, "check") && isSymbol(peek(cursor), "(")) {
      const body = inside(cursor);
      checks.push(condition(cursor, body.at, body.end));
    } else if (!skipTiming(cursor)) cursor.at++;
  }
  return { notNull, default: preset, checks };
}

/** `ALTER TYPE state ADD VALUE 'closed'`; the cursor stands behind TYPE. */
export function readAlterType(schema: Schema, cursor: Cursor, from: number): void {
  const name = readTableName(cursor);
  const known = name ? schema.types.get(name.text.toLowerCase()) : undefined;
  const span = spanOf(cursor, from, cursor.end);
  if (!name || known?.kind !== "enum") {
    leaveOut(schema, "ALTER TYPE", span);
    return;
  }
  const key = name.text.toLowerCase();
  if (takeWords(cursor, "add", "value")) {
    takeWords(cursor, "if", "not", "exists");
    schema.types.set(key, { kind: "enum", values: [...known.values, sourceOf(cursor, cursor.at, cursor.at + 1)] });
  } else if (takeWords(cursor, "rename", "to")) {
    const next = takeName(cursor);
    schema.types.delete(key);
    if (next) schema.types.set(next.text.toLowerCase(), known);
  } else if (takeWords(cursor, "rename", "value")) {
    const old = sourceOf(cursor, cursor.at, cursor.at + 1);
    const to = sourceOf(cursor, cursor.at + 2, cursor.at + 3);
    schema.types.set(key, { kind: "enum", values: known.values.map((value) => (value === old ? to : value)) });
  } else {
    leaveOut(schema, "ALTER TYPE", span);
    return;
  }
  schema.accounted.push(span);
}
