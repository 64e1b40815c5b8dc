import { sqlName, sqlText } from "@/lib/notation";
import type { Sized, Sizes, TablePlan } from "./plan";
import type { ColumnRole, Roles } from "./roles";
import type { Subject } from "./subject";
import { expression, literal } from "./values";

/** Rows of a cold key at each end of every order, and of a key that is odd in one column. */
const HANDFUL = 6;
/** Values from here on are spread. */
export const FIRST_SPREAD = 10;
/** As many values as a column with few of them has (`few-values`). */
const FEW = 7;
const ROWS_A_VALUE = 3;

export const HOT = 0;
export const COLD = 1;
export const ODD = 2;

/** Of a row: hot in all that is asked, cold in all, odd in one (`2 + at`), hot in one alone (`100 + at`), or spread (`-1`). */
const ALONE = 100;

const hash = (salt: number) => `(hashint8extended(g, ${salt}) & 2147483647)`;

/**
 * The middle fifth is hot, with an odd handful of each column in its very middle; around it rows that are hot in one column; a cold handful
 * at both far ends; the rest is spread. Nothing that is hot lies at an end, where a scan that stops early would come upon it.
 */
function zone(n: number, asked: number): string {
  const centre = Math.floor(n / 2) + 1;
  return [
    "CASE",
    `WHEN g < ${HANDFUL} OR g >= ${n - HANDFUL} THEN 1`,
    `WHEN g >= ${centre} AND g < ${centre + HANDFUL * asked} THEN 2 + (g - ${centre}) / ${HANDFUL}`,
    `WHEN g >= ${Math.floor(n * 0.4)} AND g < ${Math.floor(n * 0.6)} THEN 0`,
    `WHEN g >= ${Math.floor(n * 0.25)} AND g < ${Math.floor(n * 0.75)} THEN ${ALONE} + ${hash(0)} % ${asked}`,
    "ELSE -1 END",
  ].join(" ");
}

/** The rows that are hot in all that is asked, from and to (not included). */
export function hotRows(n: number): { readonly from: number; readonly to: number } {
  return { from: Math.floor(n * 0.4), to: Math.floor(n * 0.6) };
}

type AskedRole = Extract<ColumnRole, { kind: "asked" }>;

function askedNumber(role: AskedRole, n: number): string {
  const { at, few } = role;
  const spread = `${FIRST_SPREAD} + ${hash(at + 1)} % ${few ? FEW : n}`;
  return `CASE WHEN z = 0 OR z = ${ALONE + at} OR (z BETWEEN 2 AND ${ALONE - 1} AND z <> ${2 + at}) THEN ${HOT} WHEN z = 1 THEN ${COLD} WHEN z = ${2 + at} THEN ${ODD} ELSE ${spread} END`;
}

/** The row's number in a column, as an expression of `g` and its zone `z`. */
function numberOf(role: ColumnRole, n: number): string {
  switch (role.kind) {
    case "asked":
      return askedNumber(role, n);
    case "row":
      return role.reversed ? `${n - 1} - g` : "g";
    case "few":
      return `g / ${ROWS_A_VALUE}`;
    case "one":
      return "0";
    case "null":
      return "null::bigint";
    case "spread":
      return `${FIRST_SPREAD} + ${hash(1000 + role.salt)} % ${role.few ? FEW : n}`;
  }
}

/** A word of an asked column as its type takes it: a flag is what is asked for or not. */
export function wordLiteral(subject: Subject, column: string, words: readonly string[], at: number): string {
  const { family } = subject.kind(column).type;
  if (family === "boolean") return at === 0 ? "true" : "false";
  const word = words[at] ?? "";
  if (family === "number" && !/^-?\d+$/.test(word)) return String(at);
  return family === "text" || family === "enum" || family === "number"
    ? sqlText(word)
    : literal(subject.kind(column), at);
}

function wordExpression(subject: Subject, column: string, { words, rare }: AskedRole, k: string): string {
  const usual = words.filter((word) => word !== rare);
  const all = usual.map((_, at) => wordLiteral(subject, column, usual, at));
  const [first = "null", ...others] = all;
  const rest = others.length > 0 ? others : [first];
  const cold = rare === null ? "" : ` WHEN (${k}) = ${COLD} THEN ${sqlText(rare)}`;
  return `(CASE WHEN (${k}) = 0 THEN ${first}${cold} ELSE (ARRAY[${rest.join(", ")}])[(${k}) % ${rest.length} + 1] END)::${subject.kind(column).typeText}`;
}

function fillStatement(subject: Subject, roles: Roles, n: number): string {
  const { parts } = subject;
  const cells = parts.columns.map(({ name }) => {
    const role = roles.of.get(name) ?? { kind: "spread" as const, salt: 0, few: false };
    const k = numberOf(role, n);
    return role.kind === "asked" && role.words.length > 0
      ? wordExpression(subject, name, role, k)
      : expression(subject.kind(name), k);
  });
  const names = parts.columns.map(({ name }) => sqlName(name)).join(", ");
  const zoned = roles.asked > 0 ? zone(n, roles.asked) : "-1";
  return `INSERT INTO ${parts.name} (${names}) SELECT ${cells.join(", ")} FROM (SELECT g, ${zoned} AS z FROM generate_series(0::bigint, ${n - 1}) g) rows ON CONFLICT DO NOTHING`;
}

/** The number of a key in a column; `at` is the row that a key of its own points at. */
export function keyNumber(role: ColumnRole | undefined, wanted: number, at: number, n: number): number {
  switch (role?.kind) {
    case "row":
      return role.reversed ? n - 1 - at : at;
    case "few":
      return Math.floor(at / ROWS_A_VALUE);
    case "one":
      return 0;
    default:
      return wanted;
  }
}

/** Type, table and keys: nothing that refuses a row but what also finds it. */
function buildStatements({ parts, ways }: Subject): readonly string[] {
  const sets = [...(parts.primary ? [parts.primary] : []), ...parts.uniques];
  const keys = sets.map((names, i) => {
    const word = i === 0 && parts.primary ? "PRIMARY KEY" : "UNIQUE";
    return `CONSTRAINT ${ways[i]?.name ?? ""} ${word} (${names.map(sqlName).join(", ")})`;
  });
  const columns = parts.columns.map(({ name, typeText }) => `${sqlName(name)} ${typeText}`);
  return [...parts.types, `CREATE TABLE ${parts.name} (${[...columns, ...keys].join(", ")})`];
}

function dropStatements({ parts }: Subject): readonly string[] {
  const types = parts.types.flatMap((statement) => /^CREATE TYPE (.+?) AS ENUM/s.exec(statement)?.[1] ?? []);
  return [`DROP TABLE IF EXISTS ${parts.name} CASCADE`, ...types.map((name) => `DROP TYPE IF EXISTS ${name} CASCADE`)];
}

export function tablePlan(subject: Subject, roles: Roles, sizes: Sizes): TablePlan {
  const fill: Sized = {
    small: fillStatement(subject, roles, sizes.small),
    large: fillStatement(subject, roles, sizes.large),
  };
  return {
    name: subject.parts.name,
    build: buildStatements(subject),
    drop: dropStatements(subject),
    fill,
    ways: subject.ways,
  };
}
