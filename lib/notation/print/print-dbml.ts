import {
  type Attribute,
  type Design,
  findAttribute,
  findTable,
  type Index,
  primaryKeyOf,
  type Reference,
  type Table,
} from "@/lib/design";
import { printAttributes } from "./attribute";
import { printDesign } from "./print-design";
import { type SqlType, typeOf } from "./sql/types";

const WORDS = new Set(
  "table tablepartial tablegroup enum ref note project indexes checks as records use reuse import from primary".split(
    " ",
  ),
);

function name(words: string): string {
  const flat = words.replace(/[\r\n]+/g, " ");
  const bare = /^[A-Za-z_][A-Za-z0-9_]*$/.test(flat) && !WORDS.has(flat.toLowerCase());
  return bare ? flat : `"${flat.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function text(words: string): string {
  return `'${words.replace(/\s+/g, " ").replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** An expression stands between backticks, which it cannot hold itself. */
function code(words: string): string {
  return `\`${words.replaceAll("`", '"').replace(/\s+/g, " ")}\``;
}

function remark(words: string): string {
  return `// ${words.replace(/\s+/g, " ").trim()}`;
}

interface Scope {
  readonly design: Design;
  readonly table: Table;
  readonly enumName: (attribute: Attribute) => string;
}

function typeText(attribute: Attribute, { design, table, enumName }: Scope): string {
  const derived: SqlType = typeOf(design, table, attribute);
  if (derived.family === "enum") return `${name(enumName(attribute))}`;
  const written = attribute.type ?? derived.text;
  const list = attribute.shape === "list" ? "[]" : "";
  const plain = /^[A-Za-z_][A-Za-z0-9_]*(\(\d+(, ?\d+)*\))?$/.test(written);
  return plain ? `${written}${list}` : `"${`${written}${list}`.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** Numbers and known words stand bare, text in quotes, anything else is an expression. */
function defaultText(value: string): string {
  const quoted = /^'((?:[^']|'')*)'$/s.exec(value);
  if (quoted) return text((quoted[1] ?? "").replaceAll("''", "'"));
  return /^(-?\d+(\.\d+)?|true|false|null)$/i.test(value) ? value : code(value);
}

function noteOf({ shape, attributes, copyOf, ttl }: Attribute): string {
  const nested = printAttributes(attributes, new Map());
  return [
    ...(shape === "object" ? [`{ ${nested} }`] : shape === "objects" ? [`[ { ${nested} } ]`] : []),
    ...(copyOf ? [`copy of ${copyOf.table}.${copyOf.column}`] : []),
    ...(ttl === null ? [] : [`ttl ${ttl}`]),
  ].join("; ");
}

/** The columns of a list by the names that they have in the table; null where one is none of them. */
function columnsOf(table: Table, paths: readonly string[]): readonly string[] | null {
  const found = paths.flatMap((path) => (path.includes(".") ? [] : (findAttribute(table, path)?.name.text ?? [])));
  return found.length === paths.length && found.length > 0 ? found : null;
}

function columnLine(attribute: Attribute, scope: Scope): string {
  const { table } = scope;
  const own = attribute.name.text;
  const alone = (columns: readonly string[]) => columns.length === 1 && columnsOf(table, columns)?.[0] === own;
  const primary = primaryKeyOf(table);
  const note = noteOf(attribute);
  const settings = [
    ...(primary && alone(primary.columns) ? ["pk"] : []),
    ...(attribute.notNull ? ["not null"] : []),
    ...(table.keys.some((key) => !key.primary && alone(key.columns)) ? ["unique"] : []),
    ...(attribute.default === null ? [] : [`default: ${defaultText(attribute.default)}`]),
    ...(note === "" ? [] : [`note: ${text(note)}`]),
  ];
  return `  ${name(own)} ${typeText(attribute, scope)}${settings.length > 0 ? ` [${settings.join(", ")}]` : ""}`;
}

function indexColumn(table: Table, { path, direction }: Index["columns"][number]): string {
  const known = columnsOf(table, [path])?.[0];
  if (known !== undefined && direction === "asc") return name(known);
  return code(direction === "desc" ? `${known ?? path} desc` : path);
}

/** DBML has no words for a part of a table or for columns beside the key: a note says them. */
function indexNote({ include, where, partition }: Index): string {
  return [
    ...(include.length > 0 ? [`include (${include.join(", ")})`] : []),
    ...(where === null ? [] : [`where ${where}`]),
    ...(partition.length > 0 ? [`partition key (${partition.join(", ")})`] : []),
  ].join(" ");
}

function indexLine(index: Index, table: Table): string {
  const note = indexNote(index);
  const settings = [
    ...(index.unique ? ["unique"] : []),
    ...(index.name === null ? [] : [`name: ${text(index.name)}`]),
    ...(index.method === null
      ? []
      : [`type: ${/^(btree|hash)$/i.test(index.method) ? index.method.toLowerCase() : name(index.method)}`]),
    ...(note === "" ? [] : [`note: ${text(note)}`]),
  ];
  const columns = index.columns.map((column) => indexColumn(table, column));
  return `    (${columns.join(", ")})${settings.length > 0 ? ` [${settings.join(", ")}]` : ""}`;
}

/** Keys of several columns; those of one stand beside their column. */
function keyLines(table: Table): { lines: readonly string[]; remarks: readonly string[] } {
  const lines: string[] = [];
  const remarks: string[] = [];
  const primary = primaryKeyOf(table);
  for (const key of table.keys) {
    const columns = columnsOf(table, key.columns);
    const second = key.primary && key !== primary;
    if (!columns || second)
      remarks.push(`  ${remark(`${key.primary ? "primary key" : "unique"} (${key.columns.join(", ")})`)}`);
    else if (columns.length > 1) lines.push(`    (${columns.map(name).join(", ")}) [${key.primary ? "pk" : "unique"}]`);
  }
  return { lines, remarks };
}

function block(word: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", `  ${word} {`, ...lines, "  }"];
}

function asides({ partition, clustering, ttl, shape }: Table): readonly string[] {
  const order = clustering.map(({ path, direction }) => (direction === "desc" ? `${path} desc` : path));
  return [
    ...(shape === "node" ? ["a node of a graph"] : []),
    ...(partition.length > 0 ? [`partition key (${partition.join(", ")})`] : []),
    ...(order.length > 0 ? [`clustering (${order.join(", ")})`] : []),
    ...(ttl === null ? [] : [`ttl ${ttl}`]),
  ].map(remark);
}

function tableLines(scope: Scope): readonly string[] {
  const { table } = scope;
  const keys = keyLines(table);
  const indexes = [...keys.lines, ...table.indexes.map((index) => indexLine(index, table))];
  const enums = table.attributes.flatMap((attribute) => enumLines(attribute, scope));
  return [
    ...enums,
    ...asides(table),
    `Table ${name(table.name.text)} {`,
    ...table.attributes.map((attribute) => columnLine(attribute, scope)),
    ...keys.remarks,
    ...block("indexes", indexes),
    ...block(
      "checks",
      table.checks.map(({ expression }) => `    ${code(expression)}`),
    ),
    "}",
  ];
}

function enumLines(attribute: Attribute, { design, table, enumName }: Scope): readonly string[] {
  const { family, values } = typeOf(design, table, attribute);
  if (family !== "enum") return [];
  return [`Enum ${name(enumName(attribute))} {`, ...values.map((value) => `  ${enumValue(value)}`), "}", ""];
}

function enumValue(value: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(value) && !WORDS.has(value.toLowerCase()) ? value : name(value);
}

/** `users.id`, `users.(a, b)`. */
function end(table: Table, columns: readonly string[]): string {
  const list = columns.map(name);
  return `${name(table.name.text)}.${list.length === 1 ? list[0] : `(${list.join(", ")})`}`;
}

const ACTIONS = /^(cascade|restrict|set null|set default|no action)$/;

function refLine(reference: Reference, table: Table, design: Design): string {
  const { columns, target, enforced, onDelete } = reference;
  const other = findTable(design, target.table);
  const own = columnsOf(table, columns);
  const aimed = target.columns.length > 0 ? target.columns : ((other && primaryKeyOf(other)?.columns) ?? []);
  const far = other && columnsOf(other, aimed);
  if (!enforced || !other || other.section !== null || !own || !far || far.length !== own.length) {
    return remark(
      `${table.name.text} (${columns.join(", ")}) points at ${target.table} (${target.columns.join(", ")})`,
    );
  }
  const action = onDelete && ACTIONS.test(onDelete) ? ` [delete: ${onDelete}]` : "";
  return `Ref: ${end(table, own)} > ${end(other, far)}${action}`;
}

/** What DBML has no words for, in shorthand. */
function otherStores({ tables, ...design }: Design): readonly string[] {
  const rest: Design = { ...design, tables: tables.filter((table) => table.section !== null) };
  return printDesign(rest).split("\n").filter(Boolean).map(remark);
}

/** Two relations between the same columns are one in DBML. */
function once(lines: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const ends = line.replace(/ \[delete.*$/, "");
    const fresh = !seen.has(ends);
    seen.add(ends);
    return fresh;
  });
}

/** A name of its own for the enum of each column. */
function enumNames(): (table: Table, attribute: Attribute) => string {
  const names = new Map<Attribute, string>();
  const taken = new Set<string>();
  return (table, attribute) => {
    const base = `${table.name.text}_${attribute.name.text}`.replace(/[^A-Za-z0-9_]+/g, "_");
    let word = names.get(attribute) ?? base;
    for (let i = 2; !names.has(attribute) && taken.has(word.toLowerCase()); i++) word = `${base}_${i}`;
    taken.add(word.toLowerCase());
    names.set(attribute, word);
    return word;
  };
}

/** The design in DBML. What DBML cannot say stands there as a note or a comment. */
export function printDbml(design: Design): string {
  const tables = design.tables.filter((table) => table.section === null);
  const enumName = enumNames();
  const blocks = tables.map((table) =>
    tableLines({ design, table, enumName: (attribute) => enumName(table, attribute) }),
  );
  const refs = once(tables.flatMap((table) => table.references.map((reference) => refLine(reference, table, design))));
  return [...blocks, refs, otherStores(design)]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}
