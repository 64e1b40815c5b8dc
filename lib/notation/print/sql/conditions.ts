import { type Condition, findAttribute, type Operand, parseCondition, type Table } from "@/lib/design";
import { sqlName } from "./names";
import type { Family, SqlType } from "./types";

/** The columns of one table, as an expression may name them. */
export interface Columns {
  readonly table: Table;
  readonly typeOf: (name: string) => SqlType | null;
  /** The text was PostgreSQL's already: what is not understood is taken over. */
  readonly trusted: boolean;
}

const FUNCTIONS: Readonly<Record<string, Family>> = {
  lower: "text",
  upper: "text",
  trim: "text",
  btrim: "text",
  length: "number",
  char_length: "number",
  abs: "number",
  md5: "text",
};
const CLOCKS =
  /\b(now\s*\(|current_(date|time|timestamp|user)|localtime(stamp)?|clock_timestamp|random\s*\(|transaction_timestamp)/i;
/** Built-in functions that checks and indexes of real schemas call. */
const BUILT_IN = new Set(
  (
    "lower upper trim btrim ltrim rtrim length char_length octet_length abs md5 coalesce nullif greatest least round floor ceil ceiling mod " +
    "date_trunc extract array_length cardinality jsonb_typeof jsonb_array_length num_nonnulls num_nulls substring position replace concat " +
    "left right to_tsvector setweight regexp_replace date timezone sign power sqrt in any all and or not between like ilike exists array as values using " +
    "numeric varchar char decimal check"
  ).split(" "),
);

const WORDS =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[\w ]+\]|[\p{L}_][\p{L}\p{N}_$]*(?:\.[\p{L}_][\p{L}\p{N}_$]*)*/gu;
const KEYWORDS = new Set(
  "and or not in is null between like ilike similar to true false case when then else end any all array as interval distinct from collate at time zone over cast current_date current_time current_timestamp localtimestamp escape exists".split(
    " ",
  ),
);

interface Rewritten {
  readonly text: string;
  readonly unknown: boolean;
}

const CAST =
  /::\s*(?:"?\w+"?\s*\.\s*)?"?(\w+)"?(?:\s+varying|\s+precision|\s+with(?:out)?\s+time\s+zone)?(?:\s*\(\s*\d+\s*(?:,\s*\d+\s*)?\))?(?:\[\])?/giu;
const BUILT_IN_TYPE =
  /^(text|int[248]?|integer|bigint|smallint|numeric|decimal|varchar|character|char|bpchar|date|time|timetz|timestamp|timestamptz|jsonb?|uuid|bool|boolean|interval|inet|real|double|float[48])$/i;

/** A cast to a type of the text's own goes: the column has that type by another name here. */
function withoutOwnCasts(expression: string): string {
  return expression.replace(CAST, (cast: string, type: string) => (BUILT_IN_TYPE.test(type) ? cast : ""));
}

/** The same expression with every column by the name that it has in its table. */
function rewrite(written: string, { table }: Columns): Rewritten {
  const expression = withoutOwnCasts(written);
  let unknown = false;
  const text = expression.replace(WORDS, (word: string, at: number) => {
    if (word.startsWith("'")) return word;
    const bare = /^["`[]/.test(word) ? word.slice(1, -1).replaceAll('""', '"') : word;
    const isCall = /^\s*\(/.test(expression.slice(at + word.length, at + word.length + 8));
    const isCast = /::\s*$/.test(expression.slice(Math.max(0, at - 4), at));
    if (word === bare && (KEYWORDS.has(word.toLowerCase()) || isCast)) return word;
    if (word === bare && isCall) {
      unknown ||= !BUILT_IN.has(word.toLowerCase());
      return word;
    }
    const own = bare.replace(/^.*\.(?=[^.]+$)/, "");
    const named = findAttribute(table, bare)?.name.text ?? findAttribute(table, own)?.name.text;
    const top = table.attributes.some((attribute) => attribute.name.text === named);
    unknown ||= !top;
    return top && named !== undefined ? sqlName(named) : word;
  });
  return { text, unknown };
}

const ANY = "any";
type Kind = Family | typeof ANY | null;

function operandKind(operand: Operand, columns: Columns): Kind {
  if (operand.kind === "value") return operand.number !== null ? "number" : literalKind(operand.text);
  if (operand.kind === "call") return callKind(operand.name, operand.args, columns);
  if (/^current_(timestamp|date)$/i.test(operand.path)) return "time";
  const type = columns.typeOf(operand.path);
  return type === null || type.list ? null : type.family;
}

function callKind(name: string, args: readonly Operand[], columns: Columns): Kind {
  const given = args.map((one) => operandKind(one, columns));
  if (/^[-+*/%]$/.test(name)) return given.every((kind) => kind === "number") ? "number" : null;
  if (name === "now" && args.length === 0) return "time";
  const wanted = name === "abs" ? "number" : "text";
  const fits = given.length === 1 && (given[0] === wanted || given[0] === ANY);
  return fits && Object.hasOwn(FUNCTIONS, name) ? (FUNCTIONS[name] ?? null) : null;
}

/** A quoted text takes the type of what it is compared with. */
function literalKind(text: string): Kind {
  return /^(true|false)$/.test(text) ? "boolean" : ANY;
}

function fitsLiteral(operand: Operand, other: Operand, columns: Columns): boolean {
  if (other.kind !== "value" || other.number !== null) return true;
  const type = operand.kind === "column" ? columns.typeOf(operand.path) : null;
  const text = other.text.replace(/^'|'$/g, "").replaceAll("''", "'");
  switch (type?.family ?? operandKind(operand, columns)) {
    case "text":
      return true;
    case "enum":
      return type?.values.includes(text) ?? false;
    case "time":
      return /^\d{4}-[01]\d-[0-3]\d/.test(text);
    case "boolean":
      return /^(true|false)$/i.test(text);
    default:
      return false;
  }
}

/** Two things that PostgreSQL can compare. */
function compares(left: Operand, right: Operand, columns: Columns): boolean {
  const [a, b] = [operandKind(left, columns), operandKind(right, columns)];
  if (a === null || b === null) return false;
  if (a === ANY && b === ANY) return true;
  if (a === ANY) return fitsLiteral(right, left, columns);
  if (b === ANY || b === "boolean") return fitsLiteral(left, right, columns) && a !== "json";
  return a === b && a !== "json" && a !== "other" && !(a === "enum" || a === "time")
    ? true
    : sameText(left, right, columns);
}

/** Enums and times compare with their own type only. */
function sameText(left: Operand, right: Operand, columns: Columns): boolean {
  if (operandKind(left, columns) !== operandKind(right, columns)) return false;
  if (left.kind !== "column" || right.kind !== "column") return operandKind(left, columns) === "time";
  return columns.typeOf(left.path)?.text === columns.typeOf(right.path)?.text;
}

function holds(condition: Condition, columns: Columns): boolean {
  switch (condition.kind) {
    case "compare":
      return compares(condition.left, condition.right, columns);
    case "in":
      return condition.values.every((value) => compares(condition.operand, value, columns));
    case "null":
      return condition.operand.kind === "column";
    case "and":
    case "or":
      return condition.parts.every((one) => holds(one, columns));
    case "not":
      return holds(condition.part, columns);
    case "opaque":
      return columns.trusted || isLike(condition.text, columns);
  }
}

/** `email like '%@%'`, `code ~ '^[a-z]+$'`. */
function isLike(text: string, columns: Columns): boolean {
  const found = /^\(?([\p{L}_][\p{L}\p{N}_]*)\s+(?:not\s+)?i?like\s+'(?:[^']|'')*'\)?$/iu.exec(text);
  return found !== null && columns.typeOf(found[1] ?? "")?.family === "text";
}

/** A condition that PostgreSQL takes, or null. `lasting`: in an index it must give the same answer for ever. */
export function sqlCondition(expression: string, columns: Columns, lasting: boolean): string | null {
  if (lasting && CLOCKS.test(expression)) return null;
  const { text, unknown } = rewrite(expression, columns);
  if (unknown || !isBalanced(text)) return null;
  return columns.trusted || holds(parseCondition(expression), columns) ? text : null;
}

/** An expression of an index, or null where PostgreSQL would not take it. */
export function sqlExpression(path: string, columns: Columns): string | null {
  if (!/[(|+]|->|::/.test(path) || CLOCKS.test(path)) return null;
  const { text, unknown } = rewrite(path, columns);
  if (unknown || !isBalanced(text)) return null;
  const call = /^([a-z_0-9]+)\s*\(\s*([\p{L}_"][\p{L}\p{N}_" ]*)\)$/iu.exec(path);
  const family = call && columns.typeOf((call[2] ?? "").replaceAll('"', "").trim())?.family;
  const fits =
    call !== null &&
    FUNCTIONS[call[1]?.toLowerCase() ?? ""] !== undefined &&
    family === (call[1] === "abs" ? "number" : "text");
  return columns.trusted || fits || isPath(path, columns) ? text : null;
}

/** `author ->> 'id'`: a path into a document. */
function isPath(path: string, columns: Columns): boolean {
  const found = /^(?:"((?:[^"]|"")+)"|([^"\s]+))(?:\s*->\s*'(?:[^']|'')*')*\s*->>\s*'(?:[^']|'')*'$/.exec(path);
  const name = found?.[1]?.replaceAll('""', '"') ?? found?.[2];
  return name !== undefined && columns.typeOf(name)?.family === "json";
}

function isBalanced(text: string): boolean {
  const bare = text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, "");
  if (/['";]|--|\/\*/.test(bare)) return false;
  let depth = 0;
  for (const here of bare) {
    if (here === "(") depth++;
    if (here === ")" && --depth < 0) return false;
  }
  return depth === 0;
}
