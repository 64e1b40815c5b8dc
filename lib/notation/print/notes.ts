import type { Attribute, Check, IndexColumn, Key, Reference, Table } from "@/lib/design";
import { printColumn, printColumns, printName, printPath } from "./names";

/** What is said beside an attribute, and what in lines of its own below the table. */
export interface Placed {
  /** Notes by the attribute's path. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  readonly statements: readonly string[];
}

/**
 * Places the parts of a table. Reading gives notes first, in the order of the attributes, then lines; so that the order
 * of each list comes back, a part becomes a note only while it stands in that order.
 */
class Places {
  readonly notes = new Map<string, string[]>();
  readonly statements: string[] = [];
  private readonly order = new Map<string, number>();

  constructor(attributes: readonly Attribute[]) {
    this.number(attributes, "");
  }

  private number(attributes: readonly Attribute[], prefix: string): void {
    for (const attribute of attributes) {
      const path = prefix + attribute.name.text;
      // The notes of an object stand behind its braces.
      this.number(attribute.attributes, `${path}.`);
      if (!this.order.has(path)) this.order.set(path, this.order.size);
    }
  }

  /** Where the attribute at the path stands, or -1. */
  at(path: string | undefined): number {
    return path === undefined ? -1 : (this.order.get(path) ?? -1);
  }

  note(path: string, words: string): void {
    this.notes.set(path, [...(this.notes.get(path) ?? []), words]);
  }

  /** Notes for as many items as stand in order, lines for the rest. */
  place<T>(
    items: readonly T[],
    pathOf: (item: T) => string | null,
    note: (item: T) => string,
    line: (item: T) => string,
  ) {
    let last = -1;
    let going = true;
    for (const item of items) {
      const path: string | null = going ? pathOf(item) : null;
      const at: number = path === null ? -1 : this.at(path);
      going = path !== null && at >= Math.max(last, 0);
      if (going && path !== null) {
        this.note(path, note(item));
        last = at;
      } else this.statements.push(line(item));
    }
  }
}

function target({ table, columns }: Reference["target"]): string {
  const [only, ...more] = columns;
  if (only === undefined) return printName(table);
  if (more.length > 0 || printColumn(only) !== printPath(only)) return `${printName(table)}${printColumns(columns)}`;
  return `${printName(table)}.${printPath(only)}`;
}

function aim(reference: Reference): string {
  const onDelete = reference.onDelete === null ? "" : ` on delete ${reference.onDelete}`;
  return `-> ${target(reference.target)}${onDelete}`;
}

function placeKeys(keys: readonly Key[], places: Places): void {
  const first = keys.find((key) => key.primary);
  const pathOf = (key: Key) =>
    key.columns.length === 1 && (!key.primary || key === first) ? (key.columns[0] ?? null) : null;
  places.place(
    keys,
    pathOf,
    (key) => (key.primary ? "PK" : "unique"),
    (key) => `${key.primary ? "PK" : "unique"} ${printColumns(key.columns)}`,
  );
}

function placeReferences(references: readonly Reference[], places: Places): void {
  const word = (reference: Reference) => (reference.enforced ? "FK" : "ref");
  places.place(
    references,
    ({ columns }) => (columns.length === 1 ? (columns[0] ?? null) : null),
    (reference) => `${word(reference)} ${aim(reference)}`,
    (reference) => `${word(reference)} ${printColumns(reference.columns)} ${aim(reference)}`,
  );
}

/** `amount > 0` beside `amount` is `check > 0`. */
const COMPARED = /^([\p{L}_][\p{L}\p{N}_]{0,60}) ((?:>=|<=|<>|!=|>|<) [\w.]{1,40})$/u;

function placeChecks(checks: readonly Check[], places: Places): void {
  places.place(
    checks,
    ({ expression }) => COMPARED.exec(expression)?.[1] ?? null,
    ({ expression }) => `check ${COMPARED.exec(expression)?.[2] ?? expression}`,
    ({ expression }) => `check (${expression})`,
  );
}

function inOrder(paths: readonly string[], places: Places): boolean {
  return paths.every((path, i) => places.at(path) > (i === 0 ? -1 : places.at(paths[i - 1])));
}

function withDirection({ path, direction }: IndexColumn): string {
  return direction === "desc" ? `${printColumn(path)} desc` : printColumn(path);
}

function placeStorageKeys({ partition, clustering }: Table, places: Places): void {
  if (inOrder(partition, places)) for (const path of partition) places.note(path, "partition key");
  else places.statements.push(`partition key ${printColumns(partition)}`);
  const note = ({ direction }: IndexColumn) => (direction === "desc" ? "clustering desc" : "clustering");
  if (
    inOrder(
      clustering.map((column) => column.path),
      places,
    )
  ) {
    for (const column of clustering) places.note(column.path, note(column));
  } else places.statements.push(`clustering key (${clustering.map(withDirection).join(", ")})`);
}

export function placeParts(table: Table): Placed {
  const places = new Places(table.attributes);
  placeKeys(table.keys, places);
  placeStorageKeys(table, places);
  placeReferences(table.references, places);
  placeChecks(table.checks, places);
  return places;
}
