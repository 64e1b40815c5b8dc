import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Design, Table } from "@/lib/design";
import { readSheet } from "@/lib/notation";

const corpus = fileURLToPath(new URL("./corpus/", import.meta.url));

export interface Schema {
  readonly file: string;
  readonly text: string;
}

/** The schemas of one folder of the corpus. */
export function schemasIn(folder: string): readonly Schema[] {
  return readdirSync(`${corpus}${folder}`)
    .toSorted()
    .map((file) => ({ file, text: readFileSync(`${corpus}${folder}/${file}`, "utf8") }));
}

/** What a schema has, as numbers: the shape of its `-- expect:` line. */
export interface Counts {
  readonly tables: number;
  readonly columns: number;
  readonly keys: number;
  readonly uniques: number;
  readonly references: number;
  readonly checks: number;
  readonly indexes: number;
}

const KINDS = ["tables", "columns", "keys", "uniques", "references", "checks", "indexes"] as const;

/** `-- expect: tables 7, columns 41, …`, counted without our reader. */
export function expectedOf({ file, text }: Schema): Counts {
  const line = /^\uFEFF?-- expect: (.+)$/m.exec(text)?.[1] ?? "";
  const found = new Map([...line.matchAll(/(\w+) (\d+)/g)].map(([, kind, count]) => [kind, Number(count)]));
  const counts = KINDS.map((kind) => {
    const count = found.get(kind);
    if (count === undefined) throw new Error(`${file}: the line "-- expect:" lacks ${kind}`);
    return [kind, count];
  });
  return Object.fromEntries(counts);
}

const sum = (tables: readonly Table[], of: (table: Table) => number) =>
  tables.reduce((total, table) => total + of(table), 0);

export function countsOf({ tables }: Design): Counts {
  const keyed = (table: Table) => table.keys.some((key) => key.primary) || table.partition.length > 0;
  return {
    tables: tables.length,
    columns: sum(tables, (table) => table.attributes.length),
    keys: tables.filter(keyed).length,
    uniques: sum(tables, (table) => table.keys.filter((key) => !key.primary).length),
    references: sum(tables, (table) => table.references.length),
    checks: sum(tables, (table) => table.checks.length),
    indexes: sum(tables, (table) => table.indexes.length),
  };
}

/** Reads a schema as a person hands it in: the body of a sheet. */
export function read(text: string): ReturnType<typeof readSheet> {
  return readSheet(`---\n---\n${text}`);
}
