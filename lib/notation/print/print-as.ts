import type { Design } from "@/lib/design";
import { designToJson } from "./design-json";
import { printDbml } from "./print-dbml";
import { printDesign } from "./print-design";
import { printMermaid } from "./print-mermaid";
import { printSql } from "./sql/print-sql";

/** What a design can be printed as. */
export const PRINTED = ["shorthand", "sql", "dbml", "mermaid", "json"] as const;
export type Printed = (typeof PRINTED)[number];

const PRINTERS: Readonly<Record<Printed, (design: Design, text: string) => string>> = {
  shorthand: printDesign,
  sql: printSql,
  dbml: printDbml,
  mermaid: printMermaid,
  json: (design, text) => `${JSON.stringify(designToJson(design, text), null, 2)}\n`,
};

/**
 * The design in another notation; `sql` is PostgreSQL's. What a notation cannot say stands there as a comment.
 * `text` is what the design was read from, for the lines and columns of `json`.
 */
export function printAs(design: Design, notation: Printed, text = ""): string {
  return PRINTERS[notation](design, text);
}
