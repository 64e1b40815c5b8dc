import type { Attribute } from "@/lib/design";
import { printName, printPath } from "./names";

type Notes = ReadonlyMap<string, readonly string[]>;

function ownNotes({ notNull, default: value, copyOf, ttl }: Attribute): readonly string[] {
  return [
    ...(notNull ? ["not null"] : []),
    ...(value === null ? [] : [`default ${value}`]),
    ...(copyOf === null ? [] : [`copy of ${printName(copyOf.table)}.${printPath(copyOf.column)}`]),
    ...(ttl === null ? [] : [`ttl ${ttl}`]),
  ];
}

function printShape(attribute: Attribute, notes: Notes, path: string): string {
  const type = attribute.type === null ? "" : ` ${attribute.type}`;
  const nested = () => printAttributes(attribute.attributes, notes, `${path}.`);
  switch (attribute.shape) {
    case "scalar":
      return type;
    case "list":
      return ` [${attribute.type ?? ""}]`;
    case "object":
      return `${type} { ${nested()} }`;
    case "objects":
      return `${type} [ { ${nested()} } ]`;
  }
}

function printAttribute(attribute: Attribute, notes: Notes, prefix: string): string {
  const path = prefix + attribute.name.text;
  const said = [...(notes.get(path) ?? []), ...ownNotes(attribute)];
  const shape = printShape(attribute, notes, path);
  return `${printName(attribute.name.text)}${shape}${said.length > 0 ? ` (${said.join(", ")})` : ""}`;
}

/** Attributes in one line. A name that stands twice has its notes beside the first one. */
export function printAttributes(attributes: readonly Attribute[], notes: Notes, prefix = ""): string {
  const seen = new Set<string>();
  return attributes
    .map((attribute) => {
      const again = seen.has(attribute.name.text);
      seen.add(attribute.name.text);
      return printAttribute(attribute, again ? new Map() : notes, prefix);
    })
    .join(", ");
}
