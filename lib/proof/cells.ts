import { type Condition, conditionColumns, parseCondition } from "@/lib/design";
import { sqlText } from "@/lib/notation";
import { constantsIn, evaluate, type Value } from "./evaluate";
import type { Subject } from "./subject";
import { literal, textRoom } from "./values";

/** A value as a statement writes it, and as a condition sees it. */
export interface Cell {
  readonly sql: string;
  readonly value: Value;
}

export const NULL: Cell = { sql: "null", value: null };

/** What a column holds in the row of a number. A choice makes the sound rows keep all checks. */
type Choice = (row: number) => Cell;

const quoted = (sql: string): string | null => (/^'.*'$/s.test(sql) ? sql.slice(1, -1).replaceAll("''", "'") : null);

/** The value of a whole number in a column. Flags are not set unless something asks for it. */
export function cellOf(subject: Subject, column: string, k: number): Cell {
  const kind = subject.kind(column);
  if (kind.type.family === "boolean" && !kind.type.list) return { sql: "false", value: false };
  const plain = sqlText(`${kind.word} ${k}`);
  const isLong = kind.type.family === "text" && !kind.type.list && plain.length - 2 <= textRoom(kind);
  const sql = isLong ? plain : literal(kind, k);
  return { sql, value: kind.type.family === "number" ? k : (quoted(sql) ?? sql) };
}

/** A constant of a condition as the column's type takes it; null where it does not. */
function constantCell(subject: Subject, column: string, constant: number | string): Cell | null {
  const { family, values } = subject.kind(column).type;
  if (family === "number") return typeof constant === "number" ? { sql: String(constant), value: constant } : null;
  if (family === "boolean") {
    const word = String(constant).toLowerCase();
    return /^(true|false)$/.test(word) ? { sql: word, value: word === "true" } : null;
  }
  if (typeof constant !== "string" || (family === "enum" && !values.includes(constant))) return null;
  return family === "text" || family === "enum" || (family === "time" && /^\d{4}-/.test(constant))
    ? { sql: sqlText(constant), value: constant }
    : null;
}

const LATER = 500;
const TEXTS: readonly ((row: number) => string)[] = [
  (row) => `ana${row}@example.com`,
  (row) => `https://example.com/${row}`,
  (row) => `A${row}`,
  (row) => "abcdefghij".slice(row % 8, (row % 8) + 3),
  () => "EUR",
  (row) => `${row}`.padStart(3, "0"),
];

/** What a column that a check speaks of may hold, the plainest first. `link`: the row at the other end of a reference, so many further. */
function choicesFor(
  subject: Subject,
  column: string,
  conditions: readonly Condition[],
  link: Link | null,
): readonly Choice[] {
  const { family } = subject.kind(column).type;
  const nullable = !isRequiredHere(subject, column);
  const none: readonly Choice[] = nullable ? [() => NULL] : [];
  if (link) return [(row) => link(row), (row) => link(row + 1), ...none];
  const plain: Choice = (row) => cellOf(subject, column, row);
  const constants = conditions.flatMap(constantsIn);
  const near =
    family === "number"
      ? constants.flatMap((one) => (typeof one === "number" ? [one, one + 1, one - 1] : []))
      : constants;
  const named = near.flatMap((one): Choice[] => {
    const cell = constantCell(subject, column, one);
    return cell ? [() => cell] : [];
  });
  const later: readonly Choice[] =
    family === "time" || family === "number" ? [(row) => cellOf(subject, column, row + LATER)] : [];
  const texts =
    family === "text"
      ? TEXTS.map(
          (make): Choice =>
            (row) => ({ sql: sqlText(make(row)), value: make(row) }),
        )
      : [];
  const flags: readonly Choice[] = family === "boolean" ? [() => ({ sql: "true", value: true })] : [];
  return [plain, ...later, ...named, ...texts, ...flags, ...none];
}

type Link = (row: number) => Cell;

export function isRequiredHere({ parts }: Subject, column: string): boolean {
  const attribute = parts.columns.find(({ name }) => name === column)?.attribute;
  return attribute?.notNull === true || (parts.primary?.includes(column) ?? false);
}

/** Rows that every choice is tried on. */
const TRIED = [1, 2, 7];
const MOST_TRIES = 20_000;

/** Picks for each column that checks speak of what lets sound rows in; the plain choice where nothing does. */
export function chooseCells(subject: Subject, links: ReadonlyMap<string, Link>): ReadonlyMap<string, Choice> {
  const conditions = subject.parts.checks.map(({ check }) => parseCondition(check.expression));
  const columns = [
    ...new Set(conditions.flatMap((one) => conditionColumns(one).flatMap((path) => subject.parts.column(path) ?? []))),
  ];
  const options = columns.map((column) => choicesFor(subject, column, conditions, links.get(column) ?? null));
  const chosen = new Map<string, Choice>();
  let tries = 0;
  const holds = (): boolean => {
    tries += 1;
    return TRIED.every((row) =>
      conditions.every((one) => evaluate(one, (path) => lookup(subject, chosen, path, row)) !== false),
    );
  };
  const pick = (at: number): boolean => {
    const column = columns[at];
    if (column === undefined) return holds();
    for (const choice of options[at] ?? []) {
      chosen.set(column, choice);
      if (tries < MOST_TRIES && pick(at + 1)) return true;
    }
    return false;
  };
  if (!pick(0)) for (const [at, column] of columns.entries()) chosen.set(column, options[at]?.[0] ?? (() => NULL));
  return chosen;
}

function lookup(subject: Subject, chosen: ReadonlyMap<string, Choice>, path: string, row: number): Value {
  const column = subject.parts.column(path);
  return (column === null ? undefined : chosen.get(column)?.(row).value) ?? null;
}
