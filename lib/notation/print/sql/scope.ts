import { type Attribute, type Design, findAttribute, findTable, type Table } from "@/lib/design";
import type { Columns } from "./conditions";
import { sqlName } from "./names";
import { type SqlType, typeOf } from "./types";

/** One table of the main store as it is printed. */
export interface PrintedTable {
  readonly table: Table;
  /** Of names that stand twice, the first. */
  readonly attributes: readonly Attribute[];
  readonly columns: Columns;
  /** The column that a name in the design means, by the name that it has in print; null where it is none. */
  readonly column: (path: string) => string | null;
  readonly type: (attribute: Attribute) => SqlType;
}

function firstOfEachName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = sqlName(nameOf(item)).slice(0, 60);
    const fresh = !seen.has(name);
    seen.add(name);
    return fresh;
  });
}

/** Names for the types of enums, which share one space with the tables. */
function enumNames(design: Design, tables: readonly Table[]): (table: Table, attribute: Attribute) => string {
  const taken = new Set(tables.map((table) => table.name.text.toLowerCase()));
  const names = new Map<Attribute, string>();
  return (table, attribute) => {
    const known = names.get(attribute);
    if (known !== undefined) return known;
    const base = `${table.name.text}_${attribute.name.text}`
      .toLowerCase()
      .replace(/[^a-z0-9_]+/g, "_")
      .slice(0, 50);
    let name = base;
    for (let i = 2; taken.has(name) || findTable(design, name); i++) name = `${base}_${i}`;
    taken.add(name);
    names.set(attribute, name);
    return name;
  };
}

/** The tables that PostgreSQL can hold, each with its columns and their types. */
export function scopesOf(design: Design): readonly PrintedTable[] {
  const own = design.tables.filter((table) => table.section === null);
  const tables = firstOfEachName(own, (table) => table.name.text);
  const enumName = enumNames(design, tables);
  return tables.map((table) => {
    const attributes = firstOfEachName(table.attributes, (attribute) => attribute.name.text);
    const types = new Map<Attribute, SqlType>();
    const type = (attribute: Attribute) => {
      const known = types.get(attribute);
      if (known) return known;
      const found = typeOf(design, table, attribute);
      const made = found.family === "enum" ? { ...found, text: enumName(table, attribute) } : found;
      types.set(attribute, made);
      return made;
    };
    const column = (path: string) => {
      const found = findAttribute(table, path)?.name.text;
      return attributes.some((attribute) => attribute.name.text === found) && !path.includes(".")
        ? (found ?? null)
        : null;
    };
    const typeOfName = (name: string) => {
      const found = column(name);
      const attribute = attributes.find((one) => one.name.text === found);
      return attribute ? type(attribute) : null;
    };
    return {
      table,
      attributes,
      column,
      type,
      columns: { table, typeOf: typeOfName, trusted: design.dialect === "postgresql" },
    };
  });
}
