import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Attribute, type Design, uniquesOf } from "@/lib/design";

/**
 * What is counted in a design of the corpus.
 *
 * - `columns`: attributes of tables, nested ones too; those of templates and edges are not counted.
 * - `keys`: tables with a primary key or a partition key, and primary keys beyond the first.
 * - `uniques`: unique constraints and unique indexes. `indexes`: all indexes, the unique ones too.
 */
export const COUNTED = [
  "tables",
  "columns",
  "keys",
  "references",
  "uniques",
  "checks",
  "indexes",
  "templates",
  "edges",
  "sections",
] as const;
export type Counted = (typeof COUNTED)[number];
export type Counts = Readonly<Record<Counted, number>>;

function countAttributes(attributes: readonly Attribute[]): number {
  return attributes.reduce((sum, attribute) => sum + 1 + countAttributes(attribute.attributes), 0);
}

export function countDesign({ tables, templates, edges, sections }: Design): Counts {
  const sum = (of: (table: Design["tables"][number]) => number) => tables.reduce((all, table) => all + of(table), 0);
  return {
    tables: tables.length,
    columns: sum((table) => countAttributes(table.attributes)),
    keys: sum((table) => {
      const primary = table.keys.filter((key) => key.primary).length;
      return primary > 0 ? primary : Math.sign(table.partition.length);
    }),
    references: sum((table) => table.references.length),
    uniques: sum((table) => uniquesOf(table).filter((unique) => !unique.primary).length),
    checks: sum((table) => table.checks.length),
    indexes: sum((table) => table.indexes.length),
    templates: templates.length,
    edges: edges.length,
    sections: sections.length,
  };
}

const HEADER = /^\s*(?:#|--|\/\/)\s*expect:(.*)$/gim;

/**
 * The counts that a file of the corpus names in comments of its own language: `# expect: tables 4, columns 20`, as many
 * lines as one likes; what is not named is 0.
 * @throws Error where the header is missing or names something else.
 */
export function expectedCounts(text: string): Counts {
  const items = [...text.matchAll(HEADER)].flatMap(([, list]) => (list ?? "").split(","));
  if (items.length === 0) throw new Error("no line “# expect: tables 4, columns 20, …”");
  const counts = Object.fromEntries(COUNTED.map((what) => [what, 0])) as Record<Counted, number>;
  for (const item of items.map((word) => word.trim()).filter(Boolean)) {
    const [what, number] = item.split(/\s+/);
    const known = COUNTED.find((one) => one === what);
    if (!known || !/^\d+$/.test(number ?? "")) throw new Error(`“${item}” counts nothing that is known`);
    counts[known] = Number(number);
  }
  return counts;
}

export interface CorpusFile {
  readonly file: string;
  readonly text: string;
}

/** The files of one folder beside this one (`shorthand`, `dbml`, `postgresql`, …), by name. */
export function corpus(folder: string): readonly CorpusFile[] {
  const root = fileURLToPath(new URL(`./${folder}/`, import.meta.url));
  return readdirSync(root)
    .sort()
    .map((file) => ({ file, text: readFileSync(`${root}${file}`, "utf8") }));
}
