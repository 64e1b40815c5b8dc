import { type Design, nameKey } from "@/lib/design";
import { short } from "../problems";
import { type AttributeDraft, attributeOf, type Schema, type SqlTable, tableOf } from "./draft";
import { takeOver } from "./take-over";

/** `LIKE` and `INHERITS`: the other table's columns, in front of or between its own. */
function borrow(schema: Schema, table: SqlTable, done: Set<SqlTable>): void {
  if (done.has(table)) return;
  done.add(table);
  for (const { from, at, taken } of table.borrowed.toReversed()) {
    const other = tableOf(schema, from);
    if (!other) {
      const message = `There is no table “${short(from.text)}”. Its columns are missing here.`;
      schema.problems.unknown("warning", from.span, from.text, namesOf(schema), message);
    } else if (other !== table) {
      borrow(schema, other, done);
      takeOver(table, other, at, taken);
    }
  }
}

/** Types that the text declares: an enumeration becomes its values, a domain its base type and what it demands. */
function resolveTypes(schema: Schema, { draft }: SqlTable): void {
  if (schema.types.size === 0) return;
  for (const attribute of draft.attributes as AttributeDraft[]) {
    // A domain of a domain; deeper than that nobody builds.
    for (let i = 0; i < 4; i++) if (!resolveType(schema, draft.checks, attribute)) break;
  }
}

function resolveType(schema: Schema, checks: SqlTable["draft"]["checks"], attribute: AttributeDraft): boolean {
  const written = attribute.type?.replace(/^(?:\w+|"[^"]*")\./, "").replace(/^"(.*)"$/, "$1");
  const type = written === undefined ? undefined : schema.types.get(written.toLowerCase());
  if (type?.kind === "enum") attribute.type = `enum(${type.values.join(", ")})`;
  if (type?.kind !== "domain") return false;
  const list = type.base.endsWith("[]");
  attribute.type = list ? type.base.slice(0, -2) : type.base;
  if (list) attribute.shape = "list";
  attribute.notNull ||= type.notNull;
  attribute.default ??= type.default;
  for (const check of type.checks) {
    const expression = check.replace(/'(?:[^']|'')*'|\bvalue\b/gi, (word) =>
      word.startsWith("'") ? word : attribute.name.text,
    );
    checks.push({ kind: "check", expression, span: attribute.span });
  }
  return true;
}

function namesOf(schema: Schema): readonly string[] {
  return schema.tables.map(({ name }) => name.text);
}

/** Tables of one name in two schemas keep the schema in their names. */
function tellApart(schema: Schema): void {
  const byKey = new Map<string, SqlTable[]>();
  for (const table of schema.tables) {
    const key = table.name.text.toLowerCase();
    const group = byKey.get(key);
    if (group) group.push(table);
    else byKey.set(key, [table]);
  }
  for (const tables of byKey.values()) {
    const schemas = new Set(tables.map(({ name }) => name.schema?.toLowerCase()));
    if (schemas.size < 2) continue;
    for (const table of tables) {
      const { schema: room, text, span } = table.name;
      if (room !== null && !["public", "dbo", "main"].includes(room.toLowerCase()))
        table.draft.name = { text: `${room}.${text}`, span };
    }
  }
}

/** References get the name that their table has in the design, and are named where there is no such table. */
function aim(schema: Schema, table: SqlTable): void {
  for (const [reference, said] of table.targets) {
    const target = tableOf(schema, said);
    if (target && target.draft.name.text !== target.name.text) {
      Object.assign(reference, { target: { ...reference.target, table: target.draft.name.text } });
    }
    if (!target) reportMissing(schema, said.text, said.span);
    else checkColumns(schema, target, reference.target.columns, said.span);
  }
}

function reportMissing(schema: Schema, text: string, span: { start: number; end: number }): void {
  if (schema.others.has(text.toLowerCase())) return;
  // Elsewhere names are the same up to plural; what is meant is clear, the database would still refuse it.
  const like = schema.tables.find(({ name }) => nameKey(name.text) === nameKey(text));
  const message = `There is no table “${short(text)}”.`;
  if (like) schema.problems.replace("warning", span, like.name.text, `${message} Did you mean “${like.name.text}”?`);
  else schema.problems.unknown("warning", span, text, namesOf(schema), message);
}

function checkColumns(
  schema: Schema,
  table: SqlTable,
  columns: readonly string[],
  span: { start: number; end: number },
): void {
  for (const column of columns) {
    if (attributeOf(table, column) || /[^\p{L}\p{N}_$ -]/u.test(column)) continue;
    const known = table.draft.attributes.map(({ name }) => name.text);
    const message = `“${short(table.name.text)}” has no column “${short(column)}”.`;
    schema.problems.unknown("warning", span, column, known, message);
  }
}

/** Columns that stand twice, and keys, references and indexes over columns that the table does not have. */
function checkTable(schema: Schema, table: SqlTable): void {
  const { draft } = table;
  const seen = new Set<string>();
  for (const { name } of draft.attributes) {
    const key = name.text.toLowerCase();
    if (seen.has(key))
      schema.problems.report("warning", name.span, `“${short(name.text)}” stands here twice. Take one of them out.`);
    seen.add(key);
  }
  const [, second] = draft.keys.filter((key) => key.primary);
  if (second) {
    const message = `“${short(draft.name.text)}” has two primary keys. Keep one; make the other UNIQUE.`;
    schema.problems.report("warning", second.span, message);
  }
  if (draft.attributes.length === 0) return;
  for (const part of [...draft.keys, ...draft.references]) {
    checkOwn(schema, table, seen, part.columns, part.span);
  }
  for (const index of draft.indexes) {
    const paths = [...index.columns.map(({ path }) => path), ...index.include];
    checkOwn(schema, table, seen, paths, index.span);
  }
}

function checkOwn(
  schema: Schema,
  table: SqlTable,
  seen: ReadonlySet<string>,
  columns: readonly string[],
  span: { start: number; end: number },
): void {
  const unknown = columns.filter((column) => !seen.has(column.toLowerCase()));
  if (unknown.length > 0) checkColumns(schema, table, unknown, span);
}

/** What is left when all statements are read: types, borrowed columns, names; then what refers to nothing is named. */
export function finish(schema: Schema): Design {
  const done = new Set<SqlTable>();
  for (const table of schema.tables) borrow(schema, table, done);
  for (const table of schema.tables) resolveTypes(schema, table);
  tellApart(schema);
  for (const table of schema.tables) {
    aim(schema, table);
    checkTable(schema, table);
  }
  const tables = schema.tables.map(({ draft }) => draft);
  return { kind: "design", dialect: schema.dialect, tables, templates: [], edges: [], sections: [] };
}
