import {
  type Attribute,
  type Design,
  findTable,
  isRequired,
  plainName,
  primaryKeyOf,
  type Table,
  uniquesOf,
} from "@/lib/design";

/** Words that Mermaid's lexer knows in any case where an entity may stand: cardinalities, lines, directives. */
const RESERVED =
  /^(erDiagram|title|acctitle|accdescr|direction|style|class|classDef|one|zero|many|only|optionally|to|u|subgraph|end)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Mermaid's quotes hold neither of these.
const UNQUOTABLE = /["\\%\x00-\x1f]+/g;

/** A name as Mermaid takes it: bare, or in quotes that it cannot hold itself. */
function entity(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name) && !RESERVED.test(name)) return name;
  return `"${name.replace(UNQUOTABLE, " ").trim() || "unnamed"}"`;
}

/** Names and types of attributes know letters, digits, `_`, `-`, brackets and nothing else. */
function word(text: string, otherwise: string): string {
  const bare = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w()[\]-]+/g, "_")
    .replace(/^[^A-Za-z_]+|_+$/g, "");
  // `PK`, `FK` and `UK` are marks, even where a name only begins with one: `pk-1`.
  return /^[pfu]k\b/i.test(bare) ? `_${bare}` : bare || otherwise;
}

function comment(text: string): string {
  return `"${text
    .replace(/["\r\n]+/g, "'")
    .replace(/\s+/g, " ")
    .trim()}"`;
}

function typeOf({ shape, type }: Attribute): string {
  if (shape === "object" || shape === "objects") return shape;
  const bare = word((type ?? "").replace(/\(.*$/s, ""), "any");
  return shape === "list" ? `${bare}[]` : bare;
}

function holds(columns: readonly string[], name: string): boolean {
  return columns.some((column) => plainName(column) === plainName(name));
}

function marks(table: Table, { name, notNull }: Attribute): { keys: string; required: boolean } {
  const primary = holds(primaryKeyOf(table)?.columns ?? table.partition, name.text);
  const pointing = table.references.some(({ columns }) => holds(columns, name.text));
  const unique = uniquesOf(table).some(
    (one) => !one.primary && one.columns.length === 1 && holds(one.columns, name.text),
  );
  const keys = [...(primary ? ["PK"] : []), ...(pointing ? ["FK"] : []), ...(unique ? ["UK"] : [])].join(", ");
  return { keys, required: notNull };
}

function nested(attributes: readonly Attribute[]): string {
  return attributes
    .map(({ name, attributes: inner }) => `${name.text}${inner.length > 0 ? ` { ${nested(inner)} }` : ""}`)
    .join(", ");
}

function attributeLine(attribute: Attribute, table: Table | null): string {
  const { keys, required } = table ? marks(table, attribute) : { keys: "", required: false };
  const bare = word(attribute.name.text, "column");
  const remarks = [
    ...(bare === attribute.name.text ? [] : [attribute.name.text]),
    ...(required ? ["not null"] : []),
    ...(attribute.attributes.length > 0 ? [`{ ${nested(attribute.attributes)} }`] : []),
  ];
  return [
    `    ${typeOf(attribute)} ${bare}`,
    ...(keys ? [keys] : []),
    ...(remarks.length > 0 ? [comment(remarks.join("; "))] : []),
  ].join(" ");
}

function entityLines(name: string, attributes: readonly Attribute[], table: Table | null): readonly string[] {
  if (attributes.length === 0) return [`  ${entity(name)}`];
  return [`  ${entity(name)} {`, ...attributes.map((attribute) => attributeLine(attribute, table)), "  }"];
}

/** The columns are unique as they stand, or a part of them is. */
function isUnique(table: Table, columns: readonly string[]): boolean {
  return uniquesOf(table).some(
    (one) => one.where === null && one.columns.length > 0 && one.columns.every((name) => holds(columns, name)),
  );
}

/** Crow's feet: one or none where the column may be null, many where it is not unique. */
function relationLines(table: Table, design: Design): readonly string[] {
  return table.references.map(({ columns, target, enforced }) => {
    const one = columns.length > 0 && columns.every((column) => isRequired(table, column)) ? "||" : "|o";
    const many = isUnique(table, columns) ? "o|" : "o{";
    const other = findTable(design, target.table)?.name.text ?? target.table;
    const line = enforced ? "--" : "..";
    return `  ${entity(other)} ${one}${line}${many} ${entity(table.name.text)} : ${comment(columns.join(", "))}`;
  });
}

/** The design as a Mermaid `erDiagram`: tables, templates and labels as entities, references and edges as relations. */
export function printMermaid(design: Design): string {
  const edges = design.edges.map(
    ({ name, from, to }) => `  ${entity(from)} }o--o{ ${entity(to)} : ${comment(name.text)}`,
  );
  const lines = [
    "erDiagram",
    ...design.tables.flatMap((table) => entityLines(table.name.text, table.attributes, table)),
    ...design.templates.flatMap(({ name, attributes }) => entityLines(name.text, attributes, null)),
    ...design.tables.flatMap((table) => relationLines(table, design)),
    ...edges,
  ];
  return `${lines.join("\n")}\n`;
}
