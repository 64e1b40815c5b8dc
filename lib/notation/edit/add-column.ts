import { type Attribute, plainName, type Table } from "@/lib/design";
import { printName } from "../print/names";
import { withTable } from "./expect";
import { flat, isName, readType } from "./fragments";
import { addItem } from "./insert";
import { type Edited, refused } from "./outcome";
import { settle } from "./settle";
import { applyEdits, openSource, tableOf } from "./source";

function plainAttribute(name: string, part: Partial<Attribute>): Attribute {
  const nowhere = { start: 0, end: 0 };
  const rest = { attributes: [], notNull: false, default: null, copyOf: null, ttl: null, span: nowhere };
  return { kind: "attribute", name: { text: name, span: nowhere }, type: null, shape: "scalar", ...rest, ...part };
}

export function isTaken(table: Table, name: string, except: number): boolean {
  return table.attributes.some((one, i) => i !== except && plainName(one.name.text) === plainName(name));
}

/** Adds an attribute behind the last one of a table. */
export function addColumn(text: string, at: number, name: string, type: string | null): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const table = tableOf(source, at);
  if (!table) return refused("no-table");
  if (!isName(name)) return refused("bad-name");
  if (isTaken(table, name, -1)) return refused("taken");
  const read = type === null ? { type: null, shape: "scalar" as const } : readType(type);
  if (!read) return refused("bad-words");
  const words = type === null ? printName(name) : `${printName(name)} ${flat(type)}`;
  const added = plainAttribute(name, read);
  const design = withTable(source.design, at, (one) => ({ ...one, attributes: [...one.attributes, added] }));
  return settle(
    addItem(source, table, words).map((edits) => applyEdits(text, edits)),
    { design },
  );
}
