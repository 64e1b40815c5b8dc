import { type Attribute, type Design, findTable, nameKey, primaryKeyOf, type Table } from "@/lib/design";

/** Dotted paths of all columns, those of embedded objects too. */
export function pathsOf(table: Table): readonly string[] {
  const paths = (attributes: readonly Attribute[], front: string): readonly string[] =>
    attributes.flatMap(({ name, attributes: inner }) => [
      `${front}${name.text}`,
      ...paths(inner, `${front}${name.text}.`),
    ]);
  return paths(table.attributes, "");
}

export function tableNamed(design: Design, name: string): Table | null {
  return findTable(design, name) ?? null;
}

/** `users.id`: what a reference to the table names; the bare name where its key is not one column. */
export function targetOf(table: Table): string {
  const columns = primaryKeyOf(table)?.columns ?? [];
  return columns.length === 1 ? `${table.name.text}.${columns[0]}` : table.name.text;
}

/** `user_id` for `users(id)`, in the style of the table's own name. */
export function referenceName(table: Table): string {
  const name = table.name.text;
  const one = sameCase(nameKey(name), name);
  return /[a-z][A-Z]/.test(name) ? `${one}Id` : `${one}_id`;
}

/** The name without its plural ending, as it was written. */
function sameCase(key: string, name: string): string {
  const letters = [...name];
  const kept = letters.slice(0, Math.max(1, letters.length - ([...plain(name)].length - [...key].length))).join("");
  const word = key.endsWith("y") && /ies$/i.test(name) ? `${name.slice(0, -3)}y` : kept;
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
