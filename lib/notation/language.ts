import type { Span } from "@/lib/diagnostics";

/** Families of notations that a body can be written in. */
export type Language = "shorthand" | "sql" | "cql" | "dbml";

const SQL = /^\s*(create\s+(unlogged\s+|temp\s+|temporary\s+)?table|create\s+(unique\s+)?index|alter\s+table)\b/i;
const CQL = /^\s*(create\s+(keyspace|columnfamily|materialized\s+view)|use\s+\w+\s*;)/i;
const CQL_LATER = /clustering\s+order\s+by|primary\s+key\s*\(\s*\(/i;
const DBML = /^\s*(table|enum|tablegroup|project)\s+["\w.]{1,80}(\s+as\s+\w{1,40})?\s*(\[[^\]]{0,80}\]\s*)?\{/i;
/** Enough of a line to know it by. */
const HEAD = 240;

function languageOfLine(line: string): Language | null {
  if (DBML.test(line)) return "dbml";
  if (CQL.test(line)) return "cql";
  return SQL.test(line) ? "sql" : null;
}

/**
 * The language of the body, by its first line that is surely not shorthand. What begins as SQL may turn out to be CQL
 * some lines later.
 */
export function languageOf(text: string, body: Span): Language {
  let found: Language = "shorthand";
  for (let start = body.start; start < body.end; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 || newline > body.end ? body.end : newline;
    const line = text.slice(start, Math.min(end, start + HEAD));
    const language: Language | null = found === "shorthand" ? languageOfLine(line) : null;
    if (language) found = language;
    if (found === "sql" && CQL_LATER.test(line)) found = "cql";
    if (found === "dbml" || found === "cql") return found;
    start = end + 1;
  }
  return found;
}
