import { type Attribute, type Design, findTable, primaryKeyOf, type Reference, type Table } from "@/lib/design";

/** Columns of a table that a reference can meet, those of its key first. */
export function pairedWith(design: Design, name: string): readonly string[] {
  const table = findTable(design, name);
  if (!table) return [];
  const columns = table.attributes.filter((one) => one.shape === "scalar").map((one) => one.name.text);
  return [...new Set([...(primaryKeyOf(table)?.columns ?? []), ...columns])];
}

/** Which column meets which; where only the table is named, its key is meant. */
export function pairsOf({ columns, target }: Reference, theirs: readonly string[]) {
  return columns.map((own, i) => ({ own, their: target.columns[i] ?? theirs[i] ?? own }));
}

/** Where a new reference of two columns begins: at a table whose key has several, else at any other. */
export function firstReference(design: Design, from: Table) {
  const others = design.tables.filter((one) => one !== from && one.section === null && one.attributes.length > 1);
  const keyed = others.find((one) => (primaryKeyOf(one)?.columns.length ?? 0) > 1);
  const table = keyed ?? others[0];
  if (!table) return null;
  const theirs = pairedWith(design, table.name.text).slice(0, 2);
  const own = from.attributes.map((one) => one.name.text);
  const alike = theirs.filter((name) => own.includes(name));
  const columns = [...new Set([...(alike.length === 2 ? alike : []), ...own])].slice(0, 2);
  return columns.length === 2 && theirs.length === 2
    ? { columns, target: { table: table.name.text, columns: theirs } }
    : null;
}

/** Paths of the attributes and of all that is in them. */
export function pathsOf(attributes: readonly Attribute[], prefix = ""): readonly string[] {
  return attributes.flatMap((one) => {
    const path = prefix + one.name.text;
    return [path, ...pathsOf(one.attributes, `${path}.`)];
  });
}
