import type { Design, Edge, Index, IndexColumn, KeyTemplate, Table } from "@/lib/design";
import { isHeadingWord } from "../shorthand/words";
import { printAttributes } from "./attribute";
import { printColumn, printColumns, printName, printPath } from "./names";
import { placeParts } from "./notes";

const WIDEST = 110;
const NO_NOTES = new Map<string, readonly string[]>();

function printOrdered({ path, direction }: IndexColumn): string {
  return direction === "desc" ? `${printColumn(path)} desc` : printColumn(path);
}

/** `gsi by_status: status (partition key), created_at (sort key)`. */
function printSecondary({ name, columns, partition, include }: Index): string {
  const keyed = columns.map(({ path, direction }, i) => {
    const role = i < partition.length ? "partition key" : "sort key";
    return `${printColumn(path)} (${role}${direction === "desc" ? " desc" : ""})`;
  });
  const more = include.map((path) => `${printColumn(path)} (include)`);
  return `gsi${name === null ? "" : ` ${printName(name)}`}: ${[...keyed, ...more].join(", ")}`;
}

/** Parentheses, where the condition holds what would end it. */
function printCondition(condition: string): string {
  const open = /[,;]|\b(include|includes|including|covering|storing)\b/i.test(condition);
  return open ? `(${condition})` : condition;
}

function printIndex(index: Index, table: Table): string {
  if (index.partition.length > 0) return printSecondary(index);
  const { name, columns, unique, method, include, where } = index;
  return [
    unique ? "unique index" : "index",
    ...(name === null ? [] : [`${printName(name)} on ${printName(table.name.text)}`]),
    ...(method === null ? [] : [`using ${printName(method)}`]),
    `(${columns.map(printOrdered).join(", ")})`,
    ...(include.length > 0 ? [`include ${printColumns(include)}`] : []),
    ...(where === null ? [] : [`where ${printCondition(where)}`]),
  ].join(" ");
}

const headOf = ({ shape }: Table, name: string) => `${shape === "node" ? "node " : ""}${name}:`;

/** A head with nothing behind it: what would be a heading there, `Tables:`, stands in quotes. */
function lonely(table: Table): string {
  const { text } = table.name;
  return headOf(table, isHeadingWord(text) ? `"${text.replaceAll('"', '""')}"` : printName(text));
}

/** One line where it is short, else a line an attribute; keys, indexes and checks that need a line stand below. */
function printTable(table: Table): string {
  const { notes, statements } = placeParts(table);
  const head = headOf(table, printName(table.name.text));
  const attributes = printAttributes(table.attributes, notes);
  const short = `${attributes === "" ? lonely(table) : head} ${attributes}`.trimEnd();
  const below = [...statements, ...table.indexes.map((index) => printIndex(index, table))];
  if (table.ttl !== null) below.push(`ttl ${table.ttl}`);
  const top = short.length <= WIDEST ? [short] : [lonely(table), ...attributeLines(table, notes)];
  return [...top, ...below.map((line) => `  ${line}`)].join("\n");
}

/** A line an attribute. A name that stands twice has its notes beside the first one. */
function attributeLines({ attributes }: Table, notes: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set<string>();
  return attributes.map((attribute) => {
    const again = seen.has(attribute.name.text);
    seen.add(attribute.name.text);
    return `  ${printAttributes([attribute], again ? NO_NOTES : notes)}`;
  });
}

/** A key that the reader would take apart stands in quotes. */
function printKey(name: string): string {
  const plain = /^[\w$.:|@-]*(?:\{[\w. -]+\}[\w$.:|@#-]*)*$/.test(name) && !/--|^[-{]|:$|^$/.test(name);
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}

function printHeld({ holds, attributes }: KeyTemplate): string {
  const list = printAttributes(attributes, NO_NOTES);
  if (holds === "object") return attributes.length > 0 ? `{ ${list} }` : "{ }";
  if (attributes.length === 0) return holds;
  return /^[\w$]+$/.test(list) ? `${holds} of ${list}` : `${holds} of { ${list} }`;
}

function printTemplate(template: KeyTemplate): string {
  const by = template.by === null ? "" : ` by ${printPath(template.by)}`;
  const ttl = template.ttl === null ? "" : ` ttl ${template.ttl}`;
  return `${printKey(template.name.text)} = ${printHeld(template)}${by}${ttl}`;
}

function printEdge({ name, from, to, attributes }: Edge): string {
  const list = attributes.length > 0 ? `: ${printAttributes(attributes, NO_NOTES)}` : "";
  return `edge ${printName(from)} -${printName(name.text)}-> ${printName(to)}${list}`;
}

function printStore({ tables, templates, edges }: Design, section: number | null): readonly string[] {
  const here = <T extends { section: number | null }>(items: readonly T[]) =>
    items.filter((item) => item.section === section);
  return [...here(tables).map(printTable), ...here(templates).map(printTemplate), ...here(edges).map(printEdge)];
}

/** The design in shorthand, one way for one design: reading it gives the same design back. */
export function printDesign(design: Design): string {
  const main = printStore(design, null);
  const others = design.sections.flatMap(({ engine }, i) => [`== ${engine}`, ...printStore(design, i)]);
  return [...main, ...others].map((line) => `${line}\n`).join("");
}
