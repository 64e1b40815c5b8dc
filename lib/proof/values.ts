import { type SqlType, sqlText } from "@/lib/notation";

/**
 * Values are made from whole numbers, so that keys of any type can be told apart, referred to and put in order. `expression` makes them in
 * PostgreSQL from a column of numbers, `literal` writes one of them: the same number gives the same value.
 */
export interface Kind {
  readonly type: SqlType;
  /** As `CREATE TABLE` writes it. */
  readonly typeText: string;
  /** What a text is called (`email 7`). */
  readonly word: string;
}

const START = "2026-01-01";
const DAY = 86_400;

/** How many different values a type has room for, at the least. */
export function capacity({ type }: Kind): number {
  const { family, text, values } = type;
  if (type.list) return Number.MAX_SAFE_INTEGER;
  if (family === "boolean") return 2;
  if (family === "enum") return Math.max(1, values.length);
  if (family === "number") return numberCapacity(text);
  if (family === "text") return textLength(text) < 7 ? 16 ** textLength(text) : Number.MAX_SAFE_INTEGER;
  return /^time/.test(text) && !/^timestamp/.test(text) ? DAY : Number.MAX_SAFE_INTEGER;
}

function numberCapacity(text: string): number {
  if (/^(smallint|int2|smallserial|serial2)\b/.test(text)) return 32_000;
  const [, digits, decimals = "0"] = /\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)/.exec(text) ?? [];
  return digits === undefined ? Number.MAX_SAFE_INTEGER : 10 ** Math.max(0, Number(digits) - Number(decimals));
}

function textLength(text: string): number {
  if (/^(char|character)$/.test(text)) return 1;
  return Number(/\(\s*(\d+)\s*\)/.exec(text)?.[1] ?? Number.POSITIVE_INFINITY);
}

/** Seven digits keep texts in the order of their numbers. */
const DIGITS = 7;

/** Characters that a text has room for. */
export function textRoom({ type }: Kind): number {
  return textLength(type.text);
}

function longText({ type, word }: Kind): string {
  const room = textLength(type.text) - DIGITS - 1;
  return room >= word.length ? `${word} ` : "";
}

const hex = (k: number, length: number) => k.toString(16).padStart(length, "0").slice(-length);

function textLiteral(kind: Kind, k: number): string {
  const length = textLength(kind.type.text);
  if (length < DIGITS) return sqlText(hex(k, length));
  return sqlText(longText(kind) + String(k).padStart(DIGITS, "0"));
}

function textExpression(kind: Kind, k: string): string {
  const length = textLength(kind.type.text);
  if (length < DIGITS) return `right(lpad(to_hex(${k}), ${length}, '0'), ${length})`;
  return `${sqlText(longText(kind))} || lpad((${k})::text, ${DIGITS}, '0')`;
}

function seconds(k: number): string {
  return new Date(Date.parse(`${START}T00:00:00Z`) + k * 1000).toISOString().slice(0, 19).replace("T", " ");
}

function timeLiteral(text: string, k: number): string {
  if (/^date/.test(text)) return `'${seconds(k * DAY).slice(0, 10)}'`;
  if (/^timestamp/.test(text))
    return /with time zone|timestamptz/.test(text) ? `'${seconds(k)}+00'` : `'${seconds(k)}'`;
  return `'${seconds(k % DAY).slice(11)}'`;
}

function timeExpression(text: string, k: string): string {
  if (/^date/.test(text)) return `date '${START}' + (${k})::int`;
  const step = `(${k}) * interval '1 second'`;
  if (/^timestamp/.test(text))
    return /with time zone|timestamptz/.test(text)
      ? `timestamptz '${START} 00:00:00+00' + ${step}`
      : `timestamp '${START} 00:00:00' + ${step}`;
  return `(time '00:00:00' + ${step})::${text}`;
}

/** Types that nothing here is asked by: one value each. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^tsvector/, "'word'"],
  [/^xml/, "'<a/>'"],
  [/^(date|ts|tstz)range/, "'[2026-01-01,2026-01-02)'"],
  [/^(int4|int8|num)range/, "'[1,2)'"],
  [/^box/, "'(0,0),(1,1)'"],
  [/^circle/, "'<(0,0),1>'"],
  [/^polygon/, "'((0,0),(1,1),(1,0))'"],
  [/^cidr/, "'10.0.0.0/8'"],
  [/^macaddr/, "'08:00:2b:01:02:03'"],
  [/^bit/, "B'1'"],
];

function otherLiteral(text: string, k: number): string {
  if (/^bytea/.test(text)) return `'\\x${hex(k, 8)}'`;
  if (/^inet/.test(text)) return `'10.${(k >> 16) & 255}.${(k >> 8) & 255}.${k & 255}'`;
  if (/^interval/.test(text)) return `'${k} seconds'`;
  if (/^point/.test(text)) return `'(${k},${k})'`;
  return OTHERS.find(([pattern]) => pattern.test(text))?.[1] ?? "null";
}

function otherExpression(text: string, k: string): string {
  if (/^bytea/.test(text)) return `decode(lpad(to_hex(${k}), 8, '0'), 'hex')`;
  if (/^inet/.test(text)) return `inet '10.0.0.0' + (${k})`;
  if (/^interval/.test(text)) return `(${k}) * interval '1 second'`;
  if (/^point/.test(text)) return `point((${k})::float8, (${k})::float8)`;
  const only = OTHERS.find(([pattern]) => pattern.test(text))?.[1];
  return only ? `${only}::${text}` : "null";
}

const uuid = (k: number) => `00000000-0000-4000-8000-${hex(k, 12)}`;

function scalarLiteral(kind: Kind, k: number): string {
  const { family, text, values } = kind.type;
  switch (family) {
    case "number":
      return String(k);
    case "text":
      return textLiteral(kind, k);
    case "boolean":
      return k % 2 === 0 ? "true" : "false";
    case "time":
      return timeLiteral(text, k);
    case "uuid":
      return `'${uuid(k)}'`;
    case "json":
      return `'{"n": ${k}}'`;
    case "enum":
      return sqlText(values[k % Math.max(1, values.length)] ?? "");
    case "other":
      return otherLiteral(text, k);
  }
}

function scalarExpression(kind: Kind, k: string): string {
  const { family, text, values } = kind.type;
  switch (family) {
    case "number":
      return `(${k})`;
    case "text":
      return textExpression(kind, k);
    case "boolean":
      return `(${k}) % 2 = 0`;
    case "time":
      return timeExpression(text, k);
    case "uuid":
      return `('00000000-0000-4000-8000-' || lpad(to_hex(${k}), 12, '0'))::uuid`;
    case "json":
      return `jsonb_build_object('n', ${k})`;
    case "enum":
      return `(ARRAY[${values.map(sqlText).join(", ")}])[(${k}) % ${Math.max(1, values.length)} + 1]`;
    case "other":
      return otherExpression(text, k);
  }
}

const fitted = (kind: Kind, k: number) => k % capacity(kind);

/** The value of a whole number, from 0, as a statement writes it. */
export function literal(kind: Kind, k: number): string {
  const one = scalarLiteral(kind, fitted(kind, k));
  return kind.type.list ? `ARRAY[${one}]::${kind.typeText}` : one;
}

/** The values of a column of whole numbers; `k` is an SQL expression of type bigint. */
export function expression(kind: Kind, k: string): string {
  const room = capacity(kind);
  const within = room < Number.MAX_SAFE_INTEGER ? `(${k}) % ${room}` : k;
  const one = scalarExpression(kind, within);
  return `(${kind.type.list ? `ARRAY[${one}]` : one})::${castText(kind)}`;
}

/** A serial is a default, not a type. */
function castText({ typeText }: Kind): string {
  const serial = /^(small|big)?serial([248]?)$/.exec(typeText);
  if (!serial) return typeText;
  return serial[1] === "small" || serial[2] === "2"
    ? "smallint"
    : serial[1] === "big" || serial[2] === "8"
      ? "bigint"
      : "integer";
}

/** The type of an array of these values. */
export function arrayType(kind: Kind): string {
  return `${castText(kind)}[]`;
}
