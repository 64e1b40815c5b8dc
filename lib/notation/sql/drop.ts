import type { Name } from "@/lib/design";
import { plainName } from "@/lib/design";
import type { Part, Schema, SqlTable } from "./draft";

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function removePart(schema: Schema, { draft, targets }: SqlTable, part: Part): boolean {
  const lists: Part[][] = [draft.keys, draft.references, draft.indexes, draft.checks];
  const list = lists.find((parts) => parts.includes(part));
  list?.splice(list.indexOf(part), 1);
  if (part.kind === "reference") targets.delete(part);
  schema.accounted.push(part.span);
  return list !== undefined;
}

/** The names that PostgreSQL and MySQL give what has none: `users_email_key`, `posts_user_id_fkey`, `users_pkey`, `email`. */
function givenNames({ name }: SqlTable, part: Part): readonly string[] {
  if (part.kind === "check") return [`${name.text}_check`, ...conditionNames(name.text, part.expression)];
  const columns = part.kind === "index" ? part.columns.map(({ path }) => path) : part.columns;
  const middle = [name.text, ...columns].join("_");
  if (part.kind === "reference") return [`${middle}_fkey`];
  if (part.kind === "index") return [`${middle}_idx`, columns[0] ?? ""];
  return part.primary ? [`${name.text}_pkey`] : [`${middle}_key`, columns[0] ?? ""];
}

function conditionNames(table: string, expression: string): readonly string[] {
  const first = /[\p{L}_][\p{L}\p{N}_]*/u.exec(expression.slice(0, 200))?.[0];
  return first === undefined ? [] : [`${table}_${first}_check`];
}

function partsOf({ draft }: SqlTable): readonly Part[] {
  return [...draft.keys, ...draft.references, ...draft.indexes, ...draft.checks];
}

/** Drops a constraint or an index by its name, given or made up by the database. False where none has it. */
export function dropConstraint(schema: Schema, table: SqlTable, name: string): boolean {
  const known = table.named.get(name.toLowerCase());
  const part = known ?? partsOf(table).find((one) => givenNames(table, one).some((given) => same(given, name)));
  table.named.delete(name.toLowerCase());
  return part !== undefined && removePart(schema, table, part);
}

/** `DROP INDEX name`, in whichever table it is. */
export function dropIndex(schema: Schema, name: string): boolean {
  return schema.tables.some(
    (table) => table.named.get(name.toLowerCase())?.kind === "index" && dropConstraint(schema, table, name),
  );
}

export function dropPrimary(schema: Schema, table: SqlTable): void {
  for (const key of table.draft.keys.filter((one) => one.primary)) removePart(schema, table, key);
}

const speaksOf = (expression: string, column: string) =>
  expression.split(/[^\p{L}\p{N}_$]+/u).some((word) => same(word, column));

/** A column goes with all that speaks of it, as in the database. */
export function dropColumn(schema: Schema, table: SqlTable, column: string): void {
  const { draft } = table;
  const at = draft.attributes.findIndex(({ name }) => same(name.text, column));
  if (at >= 0) draft.attributes.splice(at, 1);
  const hit = (part: Part): boolean => {
    if (part.kind === "check") return speaksOf(part.expression, column);
    if (part.kind === "index") return part.columns.some(({ path }) => speaksOf(path, column));
    return part.columns.some((path) => same(path, column));
  };
  for (const part of partsOf(table).filter(hit)) removePart(schema, table, part);
}

const rename = (columns: readonly string[], from: string, to: string) =>
  columns.map((column) => (plainName(column) === plainName(from) ? to : column));

function renameIn(expression: string, from: string, to: string): string {
  return expression.replace(/'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_$]*/gu, (word) => (same(word, from) ? to : word));
}

/** Renames a column in its table and wherever another table refers to it. */
export function renameColumn(table: SqlTable, schema: Schema, from: string, to: Name): void {
  const { draft } = table;
  for (const attribute of draft.attributes) if (same(attribute.name.text, from)) Object.assign(attribute, { name: to });
  for (const part of partsOf(table)) {
    if (part.kind === "check") Object.assign(part, { expression: renameIn(part.expression, from, to.text) });
    else if (part.kind === "index") {
      const columns = part.columns.map((column) => ({ ...column, path: renameIn(column.path, from, to.text) }));
      Object.assign(part, { columns, include: rename(part.include, from, to.text) });
    } else Object.assign(part, { columns: rename(part.columns, from, to.text) });
  }
  for (const other of schema.tables) {
    for (const [reference, target] of other.targets) {
      if (!same(target.text, table.name.text)) continue;
      const columns = rename(reference.target.columns, from, to.text);
      Object.assign(reference, { target: { ...reference.target, columns } });
    }
  }
}
