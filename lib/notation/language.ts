import { type Span, span } from "@/lib/diagnostics";

/** Families of notations that a body can be written in. */
export type Language = "shorthand" | "sql" | "cql" | "dbml";

const SQL = /^\s*(create\s+(unlogged\s+|temp\s+|temporary\s+)?table|create\s+(unique\s+)?index|alter\s+table)\b/i;
const CQL =
  /^\s*(create\s+(keyspace|columnfamily|materialized\s+view)|use\s+\w+\s*;)|clustering\s+order\s+by|primary\s+key\s*\(\s*\(/i;
const DBML = /^\s*(table|enum|tablegroup|project)\s+["\w.]{1,80}(\s+as\s+\w{1,40})?\s*(\[[^\]]{0,80}\]\s*)?\{/i;
/** Enough of a line to know it by. */
const HEAD = 240;

/** The language of the body, from the text, and the first line that says so. */
export function languageOf(text: string, body: Span): { readonly language: Language; readonly at: Span } {
  let found: { language: Language; at: Span } | null = null;
  for (let start = body.start; start < body.end; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 || newline > body.end ? body.end : newline;
    const line = text.slice(start, Math.min(end, start + HEAD));
    if (!found && DBML.test(line)) return { language: "dbml", at: span(start, end) };
    if (found && CQL.test(line)) return { ...found, language: "cql" };
    if (!found && (SQL.test(line) || /^\s*create\s+(keyspace|columnfamily)\b/i.test(line))) {
      found = { language: "sql", at: span(start, end) };
      if (CQL.test(line)) return { ...found, language: "cql" };
    }
    start = end + 1;
  }
  return found ?? { language: "shorthand", at: span(body.start, body.start) };
}
