import { type Attribute, type Design, findTable, primaryKeyOf, sameColumns, type Table } from "@/lib/design";

/** One attribute as the form shows it. */
export interface AttributeFacts {
  readonly at: number;
  readonly name: string;
  readonly start: number;
  readonly type: string;
  /** Words for what cannot be changed by clicking, or null. */
  readonly fixed: string | null;
  readonly primary: boolean;
  readonly unique: boolean;
  readonly required: boolean;
  /** `users.id`, `users`, or empty. */
  readonly target: string;
  readonly check: string;
  readonly checks: number;
  readonly default: string;
}

const SHAPES: Readonly<Record<Attribute["shape"], string | null>> = {
  scalar: null,
  list: "a list",
  object: "an object",
  objects: "a list of objects",
};

function firstNamed(table: Table, expression: string): string | null {
  const words: readonly string[] = expression.match(/[\p{L}_][\p{L}\p{N}\p{M}_]*/gu) ?? [];
  return (
    words.find((word) => table.attributes.some((one) => one.name.text.toLowerCase() === word.toLowerCase())) ?? null
  );
}

export function attributeFacts(table: Table, attribute: Attribute, at: number): AttributeFacts {
  const name = attribute.name.text;
  const reference = table.references.find((one) => sameColumns(one.columns, [name]));
  const checks = table.checks.filter(
    ({ expression }) => firstNamed(table, expression)?.toLowerCase() === name.toLowerCase(),
  );
  return {
    at,
    name,
    start: attribute.span.start,
    type: attribute.type ?? "",
    fixed: SHAPES[attribute.shape],
    primary: primaryKeyOf(table)?.columns.includes(name) ?? false,
    unique: table.keys.some((key) => !key.primary && sameColumns(key.columns, [name])),
    required: attribute.notNull,
    target: reference ? [reference.target.table, ...reference.target.columns.slice(0, 1)].join(".") : "",
    check: checks[0]?.expression ?? "",
    checks: checks.length,
    default: attribute.default ?? "",
  };
}

/** What a reference can point at: each table's key, then its other unique columns, then the rest. */
export function targetsOf(design: Design): readonly string[] {
  return design.tables
    .filter((table) => table.section === null)
    .flatMap((table) => {
      const key = primaryKeyOf(table)?.columns ?? [];
      const columns = table.attributes.filter((one) => one.shape === "scalar").map((one) => one.name.text);
      const sorted = [...columns.filter((one) => key.includes(one)), ...columns.filter((one) => !key.includes(one))];
      return sorted.map((column) => `${table.name.text}.${column}`);
    });
}

/** A target in the words of the list, where it means the same. */
export function asListed(design: Design, target: string, targets: readonly string[]): string {
  const [table = "", column] = target.split(".");
  const found = findTable(design, table);
  const full = found ? `${found.name.text}.${column ?? primaryKeyOf(found)?.columns[0] ?? ""}` : target;
  return targets.includes(full) ? full : target;
}

/** Checks that begin with no column, in words: they are changed as text. */
export function linesOf(table: Table): readonly { readonly words: string; readonly start: number }[] {
  const names = new Set(table.attributes.map((one) => one.name.text.toLowerCase()));
  return table.checks
    .filter((one) => !names.has(firstNamed(table, one.expression)?.toLowerCase() ?? ""))
    .map((one) => ({ words: `check ${one.expression}`, start: one.span.start }));
}

export const TYPES = [
  "bigint",
  "integer",
  "uuid",
  "text",
  "varchar(255)",
  "numeric(12, 2)",
  "boolean",
  "date",
  "timestamptz",
  "jsonb",
];
