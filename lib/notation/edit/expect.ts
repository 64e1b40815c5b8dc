import type { Attribute, Design, Table } from "@/lib/design";

/** The design with one table changed. */
export function withTable(design: Design, at: number, change: (table: Table) => Table): Design {
  return { ...design, tables: design.tables.map((table, i) => (i === at ? change(table) : table)) };
}

/** The design with one attribute of a table changed. */
export function withAttribute(
  design: Design,
  at: number,
  attribute: number,
  change: (attribute: Attribute) => Attribute,
): Design {
  return withTable(design, at, (table) => ({
    ...table,
    attributes: table.attributes.map((one, i) => (i === attribute ? change(one) : one)),
  }));
}

/** True for the path of an attribute, or of anything in it. */
export function isUnder(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}
