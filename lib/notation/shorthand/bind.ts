import { anIndex, aReference, type Design, plainName, type Table } from "@/lib/design";
import { cover } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import { short } from "../problems";
import { checkNames } from "./check-names";
import type { ColumnSaid, Draft, Statement, TableDraft } from "./draft";
import { type Lookup, lookupOf } from "./lookup";

/** What a statement speaks of, once all tables are known. */
interface Bound {
  readonly table: TableDraft;
  /** A name of its own that stood before the columns. */
  readonly name: string | null;
}

function tableNamed(statement: Statement, lookup: Lookup, problems: Problems): Bound | null {
  const said = statement.table ?? statement.head;
  if (!said) return null;
  const table = lookup.table(said.text);
  if (table) return { table, name: null };
  const guess = problems.guess(said.text, lookup.tableNames);
  const near = guess === null ? null : lookup.table(guess);
  if (!near || guess === null) return null;
  problems.replace("warning", said.span, guess, `There is no table “${short(said.text)}”. It is read as “${guess}”.`);
  return { table: near, name: null };
}

/** `index idx_email (email)` below a table: the first word is the index's own name. */
function ownName(statement: Statement, lookup: Lookup): Bound | null {
  const { context, head, table, columns } = statement;
  if (!context || table) return null;
  if (!head) return { table: context, name: null };
  if (lookup.table(head.text)) return null;
  const known = statement.kind !== "check" && columns.every((column) => lookup.hasColumn(context, column.path));
  if (known) return { table: context, name: head.text };
  return statement.kind === "check" ? { table: context, name: null } : null;
}

/** A statement may say the name of the table that it stands in. */
function sameContext({ context, table, head }: Statement): Bound | null {
  const said = table ?? head;
  const same = context && said && plainName(said.text) === plainName(context.name.text);
  return same ? { table: context, name: null } : null;
}

function boundOf(statement: Statement, lookup: Lookup, problems: Problems): Bound | null {
  const bound = sameContext(statement) ?? tableNamed(statement, lookup, problems) ?? ownName(statement, lookup);
  if (bound) return bound;
  const said = statement.table ?? statement.head;
  if (said && lookup.isEdge(said.text)) {
    problems.report(
      "warning",
      statement.span,
      `“${short(said.text)}” is an edge, and edges keep no keys or indexes here.`,
    );
  } else if (said) {
    const message = `There is no table “${short(said.text)}”. Add \`${short(said.text)}: …\`, or name one that is there.`;
    problems.report("error", statement.span, message);
  } else
    problems.report("error", statement.span, "Say the table: `index bids(auction_id)`, or write this below its table.");
  return null;
}

const paths = (columns: readonly ColumnSaid[]) => columns.map((column) => column.path);

/** `PRIMARY KEY ((a, b), c)`: a partition and its clustering. */
function nestedPartition(statement: Statement): readonly string[] | null {
  const first = statement.columns[0]?.path ?? "";
  if (!first.startsWith("(") || !first.endsWith(")")) return null;
  return first
    .slice(1, -1)
    .split(",")
    .map((column) => column.trim());
}

function addKey(statement: Statement, { table, name }: Bound): void {
  const { kind, columns, index, span } = statement;
  const partition = nestedPartition(statement);
  if (kind === "pk" && partition) {
    table.partition.push(...partition);
    table.clustering.push(...columns.slice(1).map(({ path, direction }) => ({ path, direction })));
    table.span = cover(table.span, span);
  } else if (kind === "unique" && (index.where || index.include?.length || index.method)) {
    addIndex({ ...statement, index: { ...index, unique: true } }, { table, name });
  } else table.keys.push({ kind: "key", primary: kind === "pk", columns: paths(columns), span });
}

function addIndex({ columns, index, span }: Statement, { table, name }: Bound): void {
  const ordered = columns.map(({ path, direction }) => ({ path, direction }));
  table.indexes.push({ ...anIndex([], { ...index, columns: ordered, name: index.name ?? name }), span });
}

function addReference({ columns, target, enforced, onDelete, span }: Statement, { table }: Bound): void {
  if (!target) return;
  table.references.push(aReference(paths(columns), target.table, { target, enforced, onDelete, span }));
}

/** `check bids(amount > 0)` names a table; `check length(name) > 0` a function. */
function addCheck(statement: Statement, bound: Bound): void {
  const named = statement.head !== null && bound.table !== statement.context;
  const own = statement.head !== null && !named && sameTable(statement, bound);
  const expression = named || own ? (statement.columns[0]?.path ?? statement.text) : statement.text;
  bound.table.checks.push({ kind: "check", expression, span: statement.span });
}

function sameTable(statement: Statement, bound: Bound): boolean {
  return statement.head !== null && statement.head.text.toLowerCase() === bound.table.name.text.toLowerCase();
}

const ADD: Readonly<Record<Statement["kind"], (statement: Statement, bound: Bound) => void>> = {
  pk: addKey,
  unique: addKey,
  index: addIndex,
  fk: addReference,
  check: addCheck,
  partition: ({ columns, span }, { table }) => {
    table.partition.push(...paths(columns));
    table.span = cover(table.span, span);
  },
  clustering: ({ columns, span }, { table }) => {
    table.clustering.push(...columns.map(({ path, direction }) => ({ path, direction })));
    table.span = cover(table.span, span);
  },
  ttl: ({ text, span }, { table }) => {
    table.ttl = text;
    table.span = cover(table.span, span);
  },
};

/** `(FK)` alone: `user_id` points at the table of users, where there is one. */
function aim(draft: Draft, lookup: Lookup, problems: Problems): void {
  for (const { table, column, slot, span } of draft.unaimed) {
    const known = table.references[slot];
    const stem = (column.split(".").at(-1) ?? column).replace(/_?(id|key|ref|fk)$/i, "");
    const target = stem === "" ? null : lookup.table(stem);
    if (known && target) {
      table.references[slot] = { ...known, target: { table: target.name.text, columns: [] } };
      problems.report(
        "hint",
        span,
        `This is read as a reference to “${target.name.text}”. Say so: \`FK -> ${target.name.text}.id\`.`,
      );
    } else problems.report("error", span, "Say what this points at: `FK -> table.column`.");
  }
  const tables = new Set(draft.unaimed.map((item) => item.table));
  for (const table of tables) table.references = table.references.filter((known) => known.target.table !== "");
}

/** Gives every statement its table, then names what refers to nothing. */
export function bind(draft: Draft, problems: Problems, above: readonly Table[] = []): Design {
  const lookup = lookupOf(draft, above);
  for (const statement of draft.statements) {
    const bound = boundOf(statement, lookup, problems);
    if (!bound) continue;
    draft.bound.set(statement, bound.table);
    ADD[statement.kind](statement, bound);
  }
  aim(draft, lookup, problems);
  checkNames(draft, lookup, problems);
  const { tables, templates, edges, sections } = draft;
  return { kind: "design", dialect: "shorthand", tables, templates, edges, sections };
}
