import type { Check, Index, Reference } from "@/lib/design";
import type { Gap } from "./plan";
import type { Subject } from "./subject";

const listed = (columns: readonly string[]) => (columns.length > 0 ? `(${columns.join(", ")})` : "");

function wordsOf(table: string, of: Reference | Index | Check): string {
  switch (of.kind) {
    case "reference":
      return `the reference ${table}${listed(of.columns)} -> ${of.target.table}${listed(of.target.columns)}`;
    case "index": {
      const method = of.method === null ? "" : ` using ${of.method}`;
      return `the index ${table}${listed(of.columns.map(({ path }) => path))}${method}`;
    }
    case "check":
      return `the check ${of.expression} of ${table}`;
  }
}

/** What of the design is left out of a run, in the design's order. */
export function gapsOf(subjects: readonly Subject[]): readonly Gap[] {
  return subjects.flatMap(({ parts }) =>
    parts.gaps.map(({ of, why }): Gap => ({ what: wordsOf(parts.table.name.text, of), why, span: of.span })),
  );
}
