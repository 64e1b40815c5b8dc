import { type Attribute, aReference, type Design, plainName } from "@/lib/design";
import { short } from "../problems";
import type { DbmlTable, End, Relation, Schema, TableName } from "./draft";

/** Tables by name as DBML finds them: alias, schema and name, name. */
class Tables {
  private readonly byName = new Map<string, DbmlTable>();
  private readonly columns = new Map<DbmlTable, { names: readonly string[]; plain: ReadonlySet<string> }>();
  readonly names: readonly string[];

  constructor(private readonly schema: Schema) {
    for (const table of schema.tables) {
      const { schema: space, text } = table.name;
      const plain = text.toLowerCase();
      for (const key of [plain, `${space?.toLowerCase() ?? "public"}.${plain}`]) {
        if (!this.byName.has(key)) this.byName.set(key, table);
      }
    }
    this.names = schema.tables.map((table) => table.name.text);
  }

  find({ schema: space, text }: TableName): DbmlTable | null {
    const plain = text.toLowerCase();
    if (space !== null) return this.byName.get(`${space.toLowerCase()}.${plain}`) ?? null;
    return this.byName.get(`public.${plain}`) ?? this.schema.aliases.get(plain) ?? this.byName.get(plain) ?? null;
  }

  private columnsOf(table: DbmlTable) {
    const known = this.columns.get(table);
    if (known) return known;
    const names = table.draft.attributes.map((attribute) => attribute.name.text);
    const made = { names, plain: new Set(names.map(plainName)) };
    this.columns.set(table, made);
    return made;
  }

  has(table: DbmlTable, column: string): boolean {
    return this.columnsOf(table).plain.has(plainName(column));
  }

  columnNames(table: DbmlTable): readonly string[] {
    return this.columnsOf(table).names;
  }
}

/** `status status_type` is one of the enum's values. */
function resolveEnums({ types, draft }: DbmlTable, schema: Schema): void {
  for (const [i, attribute] of draft.attributes.entries()) {
    const written = attribute.type?.replaceAll('"', "").toLowerCase();
    const values = written === undefined ? undefined : schema.enums.get(written);
    if (!values || !types.has(attribute)) continue;
    const type = `enum(${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ")})`;
    draft.attributes[i] = { ...attribute, type };
  }
}

/** A partial and the relations that its columns say. */
interface Partial {
  readonly table: DbmlTable;
  readonly relations: readonly Relation[];
}

/** Partials by name in lower case. */
function partialsOf({ partials, relations }: Schema): ReadonlyMap<string, Partial> {
  const byName = new Map(partials.map((table) => [table.name, [] as Relation[]]));
  for (const relation of relations) byName.get(relation.left.table)?.push(relation);
  return new Map(
    partials.map((table) => [table.name.text.toLowerCase(), { table, relations: byName.get(table.name) ?? [] }]),
  );
}

/** Puts the columns of partials where they are asked for; the table's own columns come first. */
function inject(table: DbmlTable, partials: ReadonlyMap<string, Partial>, schema: Schema): void {
  const own = new Set(table.draft.attributes.map((attribute) => attribute.name.text.toLowerCase()));
  let moved = 0;
  for (const { name, at } of table.injections) {
    const partial = partials.get(name.text.toLowerCase());
    if (!partial) {
      const span = { start: name.start, end: name.end };
      schema.problems.unknown(
        "warning",
        span,
        name.text,
        partials.keys(),
        `There is no partial “${short(name.text)}”.`,
      );
      continue;
    }
    const fresh = partial.table.draft.attributes.filter((attribute) => !own.has(attribute.name.text.toLowerCase()));
    for (const attribute of fresh) own.add(attribute.name.text.toLowerCase());
    table.draft.attributes.splice(at + moved, 0, ...fresh);
    moved += fresh.length;
    takeOver(table, partial, fresh, schema);
  }
}

/** Keys, indexes, checks and relations of the columns that were taken over. */
function takeOver(table: DbmlTable, partial: Partial, fresh: readonly Attribute[], schema: Schema): void {
  const names = new Set(fresh.map((attribute) => attribute.name.text));
  for (const attribute of fresh) {
    const type = partial.table.types.get(attribute);
    if (type) table.types.set(attribute, type);
  }
  const { keys, indexes, checks } = partial.table.draft;
  const taken = (columns: readonly string[]) => columns.length > 1 || columns.every((path) => names.has(path));
  table.primary.push(...partial.table.primary.filter(({ path }) => names.has(path)));
  table.draft.keys.push(...keys.filter((key) => taken(key.columns)));
  table.draft.indexes.push(...indexes);
  table.draft.checks.push(...checks);
  for (const relation of partial.relations) {
    if (!relation.left.columns.every((column) => names.has(column.text))) continue;
    schema.relations.push({ ...relation, left: { ...relation.left, table: table.name } });
  }
}

/** Several `[pk]` columns are one key. */
function makePrimary({ primary, draft }: DbmlTable): void {
  const [first] = primary;
  if (!first) return;
  const columns = primary.map(({ path }) => path);
  draft.keys.unshift({ kind: "key", primary: true, columns, span: first.span });
}

function checkEnd(end: End, tables: Tables, schema: Schema): DbmlTable | null {
  const table = tables.find(end.table);
  const { span, text } = end.table;
  if (!table) {
    schema.problems.unknown("warning", span, text, tables.names, `There is no table “${short(text)}”.`);
    return null;
  }
  for (const column of end.columns) {
    if (tables.has(table, column.text)) continue;
    const message = `“${short(table.name.text)}” has no column “${short(column.text)}”.`;
    const known = tables.columnNames(table);
    const at = { start: column.start, end: column.end };
    schema.problems.unknown("warning", at, column.text, known, message);
  }
  return table;
}

const columnsOf = (end: End) => end.columns.map((column) => column.text);

function isPrimary(table: DbmlTable | null, columns: readonly string[]): boolean {
  const key = table?.draft.keys.find((one) => one.primary)?.columns ?? [];
  return key.length > 0 && key.join("\n").toLowerCase() === columns.join("\n").toLowerCase();
}

/** `driver_id` names `drivers`. */
function namesTable(end: End, other: DbmlTable | null): boolean {
  const table = plainName(other?.name.text ?? "");
  const singular = table.replace(/ies$/, "y").replace(/s$/, "");
  return end.columns.some(({ text }) => [table, singular].some((name) => plainName(text) === `${name}id`));
}

/**
 * Which end holds the column that points. One to one: the end that is not its table's key; of two keys the one that names the other's table;
 * else the right one.
 */
function pointsLeft({ sign, left, right }: Relation, from: DbmlTable | null, to: DbmlTable | null): boolean {
  if (sign !== "-") return sign === "<";
  const [leftIsKey, rightIsKey] = [isPrimary(from, columnsOf(left)), isPrimary(to, columnsOf(right))];
  if (leftIsKey && rightIsKey) return !namesTable(left, to) || namesTable(right, from);
  return leftIsKey || !rightIsKey;
}

function relate(relation: Relation, tables: Tables, schema: Schema): void {
  const { left, right, sign, onDelete, span } = relation;
  const [leftTable, rightTable] = [checkEnd(left, tables, schema), checkEnd(right, tables, schema)];
  const swap = pointsLeft(relation, leftTable, rightTable);
  const [own, other] = swap ? [right, left] : [left, right];
  const [holder, target] = swap ? [rightTable, leftTable] : [leftTable, rightTable];
  if (sign === "<>") {
    const message =
      "Many to many needs a table of its own, with a reference to each side. It is kept as a link that nothing enforces.";
    schema.problems.report("warning", span, message);
  }
  // Where the pointing table is not there, the link has nowhere to stand; that was said above.
  holder?.draft.references.push(
    aReference(columnsOf(own), other.table.text, {
      target: { table: target?.name.text ?? other.table.text, columns: columnsOf(other) },
      enforced: sign !== "<>",
      onDelete,
      span,
    }),
  );
}

function checkTable(table: DbmlTable, seen: Set<string>, tables: Tables, { problems }: Schema): void {
  const { schema: space, text, span } = table.name;
  const key = `${space ?? "public"}.${text}`.toLowerCase();
  if (seen.has(key))
    problems.report("warning", span, `“${short(text)}” stands here twice. Rename one of them, or make them one table.`);
  seen.add(key);
  const columns = new Set<string>();
  for (const { name } of table.draft.attributes) {
    const plain = name.text.toLowerCase();
    if (columns.has(plain))
      problems.report("warning", name.span, `“${short(name.text)}” stands here twice. Take one of them out.`);
    columns.add(plain);
  }
  for (const { path, span: at } of table.named) {
    if (tables.has(table, path)) continue;
    const known = tables.columnNames(table);
    problems.unknown("warning", at, path, known, `“${short(text)}” has no column “${short(path)}”.`);
  }
}

/** Gives every relation its table, then names what refers to nothing. */
export function bind(schema: Schema): Design {
  const partials = partialsOf(schema);
  for (const table of schema.tables) {
    inject(table, partials, schema);
    makePrimary(table);
    resolveEnums(table, schema);
  }
  const tables = new Tables(schema);
  const ofPartials = new Set([...partials.values()].flatMap(({ relations }) => relations));
  for (const relation of schema.relations) if (!ofPartials.has(relation)) relate(relation, tables, schema);
  const seen = new Set<string>();
  for (const table of schema.tables) checkTable(table, seen, tables, schema);
  const drafts = schema.tables.map(({ draft }) => draft);
  return { kind: "design", dialect: "dbml", tables: drafts, templates: [], edges: [], sections: [] };
}
