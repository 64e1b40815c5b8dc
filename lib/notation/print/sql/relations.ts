import type { Design, Index, Reference } from "@/lib/design";
import { findTable } from "@/lib/design";
import { sqlCondition, sqlExpression } from "./conditions";
import { remark, sqlName, sqlNames, sqlTable } from "./names";
import type { PrintedTable } from "./scope";
import { isOrdered, primaryColumns, uniqueSets } from "./table";

const ACTIONS = /^(cascade|restrict|set null|set default|no action)$/;

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

export interface Aimed {
  readonly own: readonly string[];
  readonly target: PrintedTable;
  readonly columns: readonly string[];
}

/** Both ends as PostgreSQL takes them, or in words what is in the way. */
export function aim(
  reference: Reference,
  printed: PrintedTable,
  design: Design,
  all: readonly PrintedTable[],
): Aimed | string {
  if (!reference.enforced) return "a link that nothing enforces";
  const named = findTable(design, reference.target.table);
  const target = all.find((one) => one.table === named);
  if (!target) return "there is no such table";
  const own = reference.columns.flatMap((path) => printed.column(path) ?? []);
  const said = reference.target.columns.flatMap((path) => target.column(path) ?? []);
  if (own.length !== reference.columns.length || said.length !== reference.target.columns.length)
    return "a column is not there";
  const columns = said.length > 0 ? said : (primaryColumns(target) ?? []);
  if (own.length === 0 || own.length !== columns.length || new Set(own).size < own.length)
    return "both ends need the same columns";
  if (!uniqueSets(target).some((names) => sameSet(names, columns))) return "what it points at is not unique";
  return own.every((name, i) => comparable(printed, name, target, columns[i] ?? ""))
    ? { own, target, columns }
    : "the types differ";
}

function comparable(printed: PrintedTable, name: string, target: PrintedTable, other: string): boolean {
  const [a, b] = [printed.columns.typeOf(name), target.columns.typeOf(other)];
  if (!a || !b || a.list !== b.list) return false;
  if (a.text === "money" || b.text === "money" || a.list) return a.text === b.text;
  if (a.family === "enum" || a.family === "other" || a.family === "json") return a.text === b.text;
  if (a.family === "time")
    return (
      /^time(tz)?\b/.test(a.text) === /^time(tz)?\b/.test(b.text) && (a.text === b.text || !/^time(tz)?\b/.test(a.text))
    );
  return a.family === b.family;
}

/** The foreign key as a constraint of its table, with what a deletion does where PostgreSQL knows the word. */
export function referenceWords({ onDelete }: Reference, { own, target, columns }: Aimed): string {
  const action = onDelete && ACTIONS.test(onDelete) ? ` ON DELETE ${onDelete.toUpperCase()}` : "";
  return `FOREIGN KEY (${sqlNames(own)}) REFERENCES ${sqlTable(target.table.name.text)} (${sqlNames(columns)})${action}`;
}

/** References, after all tables, so that their order and cycles do not matter. */
export function referenceLines(printed: PrintedTable, design: Design, all: readonly PrintedTable[]): readonly string[] {
  return printed.table.references.map((reference) => {
    const aimed = aim(reference, printed, design, all);
    const { table, columns } = reference.target;
    const words = `${printed.table.name.text} (${reference.columns.join(", ")}) -> ${table}${columns.length > 0 ? ` (${columns.join(", ")})` : ""}`;
    if (typeof aimed === "string") return remark(`${words}: ${aimed}`);
    return `ALTER TABLE ${sqlTable(printed.table.name.text)} ADD ${referenceWords(reference, aimed)};`;
  });
}

/** A column of an index: a name, a path into a document, an expression; null where it is nothing. */
function indexItem(path: string, printed: PrintedTable): { words: string; column: string | null } | null {
  const column = printed.column(path);
  if (column !== null) return { words: sqlName(column), column };
  const steps = path.split(".");
  const head = printed.column(steps[0] ?? "");
  if (steps.length > 1 && head !== null && printed.columns.typeOf(head)?.family === "json") {
    const inner = steps
      .slice(1)
      .map((step, i) => `${i === steps.length - 2 ? "->>" : "->"} '${step.replaceAll("'", "''")}'`);
    return { words: `((${sqlName(head)} ${inner.join(" ")}))`, column: null };
  }
  const expression = sqlExpression(path, printed.columns);
  return expression === null ? null : { words: `(${expression})`, column: null };
}

const METHODS = /^(btree|hash|gin|gist|brin)$/;

function methodFits(index: Index, printed: PrintedTable): boolean {
  const method = index.method?.toLowerCase() ?? "btree";
  const names = index.columns.flatMap(({ path }) => printed.column(path) ?? []);
  const types = names.map((name) => printed.columns.typeOf(name));
  if (!METHODS.test(method)) return false;
  if (method === "btree") return isOrdered(printed, names);
  if (index.unique || index.columns.some((column) => column.direction === "desc")) return false;
  if (method === "hash") return index.columns.length === 1 && isOrdered(printed, names) && index.include.length === 0;
  if (method === "gin" && index.include.length > 0) return false;
  if (method === "gin")
    return (
      types.length === index.columns.length &&
      types.every((type) => type?.list || type?.text === "jsonb" || type?.text === "tsvector")
    );
  if (method === "brin")
    return (
      index.include.length === 0 &&
      types.length === index.columns.length &&
      types.every((type) => type?.family === "number" || type?.family === "time")
    );
  return (
    types.length === index.columns.length &&
    types.every((type) => /range$|^(point|box|circle|polygon|tsvector)$/.test(type?.text ?? "") && !type?.list)
  );
}

/** `CREATE INDEX`, or null where PostgreSQL can keep nothing of the kind. */
export function indexWords(index: Index, printed: PrintedTable, name: string | null): string | null {
  const items = index.columns.map(({ path, direction }) => ({ item: indexItem(path, printed), direction }));
  const include = index.include.map(printed.column);
  const where = index.where === null ? null : sqlCondition(index.where, printed.columns, true);
  if (items.length === 0 || items.some(({ item }) => item === null) || include.includes(null)) return null;
  if ((index.where !== null && where === null) || !methodFits(index, printed)) return null;
  const columns = items.map(({ item, direction }) => `${item?.words ?? ""}${direction === "desc" ? " DESC" : ""}`);
  return [
    `CREATE ${index.unique ? "UNIQUE " : ""}INDEX${name === null ? "" : ` ${sqlName(name)}`} ON ${sqlTable(printed.table.name.text)}`,
    ...(index.method === null ? [] : [`USING ${index.method.toLowerCase()}`]),
    `(${columns.join(", ")})`,
    ...(include.length > 0 ? [`INCLUDE (${sqlNames(include.flatMap((one) => one ?? []))})`] : []),
    ...(where === null ? [] : [`WHERE ${where}`]),
  ].join(" ");
}

/** Names that tables, their keys and other indexes take already. */
export class RelationNames {
  private readonly taken: Set<string>;

  constructor(all: readonly PrintedTable[]) {
    this.taken = new Set(all.map(({ table }) => table.name.text.slice(0, 60)));
  }

  /** The name, if PostgreSQL has it free; else null, and PostgreSQL finds one of its own. */
  take(name: string | null): string | null {
    const short = name?.slice(0, 60) ?? "";
    const own = /_(pkey|key\d*|seq\d*|idx\d+)$/.test(short);
    if (
      name === null ||
      own ||
      name.trim() === "" ||
      new TextEncoder().encode(name).length > 60 ||
      this.taken.has(short)
    )
      return null;
    this.taken.add(short);
    return name;
  }
}

/** Indexes of one table. Those with a name of their own come first, so that no name made up takes theirs. */
export function indexLines(
  printed: PrintedTable,
  names: RelationNames,
): { named: readonly string[]; others: readonly string[] } {
  const named: string[] = [];
  const others: string[] = [];
  for (const index of printed.table.indexes) {
    const name = names.take(index.name);
    const words = indexWords(index, printed, name);
    const said = index.columns.map(({ path, direction }) => (direction === "desc" ? `${path} desc` : path)).join(", ");
    const method = index.method === null ? "" : ` using ${index.method}`;
    const where = index.where === null ? "" : ` where ${index.where}`;
    if (words === null) {
      others.push(
        remark(
          `index on ${printed.table.name.text}${method} (${said})${where} is nothing that PostgreSQL can keep here`,
        ),
      );
    } else (name === null ? others : named).push(`${words};`);
  }
  return { named, others };
}
