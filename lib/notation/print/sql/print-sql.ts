import type { Design } from "@/lib/design";
import { printDesign } from "../print-design";
import { remark } from "./names";
import { indexLines, RelationNames, referenceLines } from "./relations";
import { scopesOf } from "./scope";
import { tableLines } from "./table";

/** What PostgreSQL has no words for, in shorthand: key templates, edges, the tables of a second store. */
function otherStores({ tables, templates, edges, sections }: Design): readonly string[] {
  const main: Design = {
    kind: "design",
    dialect: "shorthand",
    tables: tables.filter((table) => table.section !== null),
    templates,
    edges,
    sections,
  };
  return printDesign(main).split("\n").filter(Boolean).map(remark);
}

/**
 * The design as PostgreSQL's data definition, which a real PostgreSQL accepts from nothing. Types that the design leaves
 * open are chosen; references come after all tables; what PostgreSQL cannot say or would refuse is a comment.
 */
export function printSql(design: Design): string {
  const all = scopesOf(design);
  const names = new RelationNames(all);
  const indexes = all.map((printed) => indexLines(printed, names));
  const blocks = [
    ...all.map(tableLines),
    all.flatMap((printed) => referenceLines(printed, design, all)),
    indexes.flatMap(({ named }) => named),
    indexes.flatMap(({ others }) => others),
    otherStores(design),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}
