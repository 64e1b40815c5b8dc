import type { Attribute, KeyTemplate, Table } from "@/lib/design";

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c`; each name once. */
export function inWords(names: readonly string[]): string {
  const once = [...new Set(names)];
  const last = once.at(-1) ?? "";
  return once.length < 2 ? last : `${once.slice(0, -1).join(", ")} and ${last}`;
}

function columnCount(attributes: readonly Attribute[]): number {
  return attributes.reduce((sum, { attributes: inner }) => sum + (inner.length > 0 ? columnCount(inner) : 1), 0);
}

/** `bids: 5 columns, refers to auctions and users`. */
export function tableLabel(table: Table, targets: readonly string[], missing: readonly string[]): string {
  const size = columnCount(table.attributes);
  const columns = table.shape === "node" ? count(size, "property", "properties") : count(size, "column");
  return [
    `${table.name.text}: ${columns}`,
    targets.length > 0 ? `refers to ${inWords(targets)}` : "",
    missing.length > 0 ? `refers to ${inWords(missing)}, not in the design` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** `sorted set of post_id by created_at`; null where the value is an object, drawn line by line. */
export function heldWords({ holds, attributes, by }: KeyTemplate): string | null {
  if ((holds === "object" || holds === "hash") && attributes.length > 0) return null;
  const names = attributes.map(({ name }) => name.text).join(", ");
  return [holds, names && holds !== "value" ? `of ${names}` : names, by ? `by ${by}` : ""].filter(Boolean).join(" ");
}

export function templateLabel(template: KeyTemplate): string {
  const held = heldWords(template) ?? `${template.holds} of ${count(template.attributes.length, "field")}`;
  const ttl = template.ttl ? `, kept for ${template.ttl}` : "";
  return `${template.name.text}: key template, holds ${held}${ttl}`;
}
