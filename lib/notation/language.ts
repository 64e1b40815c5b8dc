import type { Span } from "@/lib/diagnostics";

/** Families of notations that a body can be written in. */
export type Language = "shorthand" | "sql" | "cql" | "dbml";

/** Enough of a line to know it by. */
const HEAD = 240;

/** A name, quoted or not, with the names that qualify it. */
const NAME = String.raw`(?:'[^'\n]+'|"(?:[^"\\]|\\.|"")*"|[“”][^“”]*[“”]|${"`"}[^${"`"}]*${"`"}|\[[^\]]*\]|[\p{L}\p{N}_$#@]+)(?:\s*\.\s*(?:"(?:[^"\\]|\\.|"")*"|${"`"}[^${"`"}]*${"`"}|\[[^\]]*\]|[\p{L}\p{N}_$]+))*`;
const SQL_TABLE = new RegExp(
  String.raw`^\s*create\s+(or\s+replace\s+)?((global|local|temp|temporary|unlogged|external|foreign|virtual|cached|memory)\s+)*(table|columnfamily)\s+(if\s+not\s+exists\s+)?${NAME}\s*($|[(;（]|--|\/\*|(as|using|like|of|inherits|partition|with|select)\b)`,
  "iu",
);
const SQL_OTHER =
  /^\s*(create\s+(or\s+replace\s+)?(unique\s+|fulltext\s+|spatial\s+|clustered\s+|custom\s+|materialized\s+)*(index|type|domain|extension|schema|database|view|sequence|function|trigger|procedure|keyspace)\b|alter\s+(table|type|sequence)\b|drop\s+(table|type|schema|database|index|keyspace)\b|insert\s+into\b|comment\s+on\b|pragma\s+\w|set\s+\w+\s*=|use\s+[\w`"]+\s*;|begin\s*;|start\s+transaction|delimiter\s)/i;
const CQL_SIGN =
  /\b(clustering\s+order\s+by|create\s+keyspace|create\s+columnfamily|default_time_to_live|frozen\s*<|(map|set|list)\s*<\s*\w+|primary\s+key\s*\(\s*\(\s*\w+\s*[,)])/i;
/** `PRIMARY KEY (` at the end of one line and `(a, b)` at the start of the next. */
const CQL_OPEN = /\bprimary\s+key\s*\(\s*$/i;
const DBML_TABLE = new RegExp(
  String.raw`^\s*(table|tablepartial|enum|tablegroup)\s+${NAME}(\s+as\s+${NAME})?\s*(\[[^\]]{0,80}\]\s*)?(\{|$)`,
  "iu",
);
const DBML_OTHER = new RegExp(
  String.raw`^\s*(project\b[^:={]{0,80}\{|ref(\s+${NAME})?\s*(\{|:\s*${NAME}\s*([<>-]|\.\s*\()))`,
  "iu",
);
/** A table, a node, an edge or a key template at the margin. */
const SHORTHAND =
  /^(?!(note|database_type|headercolor|color)\s*:)([\p{L}_"`][\p{L}\p{N}_"` ]{0,40}(?::\s|：)|(node|edge)\s+[\p{L}_]|[\w:#]{0,40}\{\w{1,40}\}[^=]{0,80}=)/iu;
const SECTION = /^[ \t]*==[ \t]*\p{L}[\p{L}\p{N} ._+-]{0,40}(?:==)?:?[ \t]*$/u;
const FENCE = /^\s*(?:```|~~~)/;
/** How many lines speak for each language. */
export interface Signs {
  sqlTable: number;
  sqlOther: number;
  cql: number;
  dbmlTable: number;
  dbmlOther: number;
  shorthand: number;
}

export const noSigns = (): Signs => ({
  sqlTable: 0,
  sqlOther: 0,
  cql: 0,
  dbmlTable: 0,
  dbmlOther: 0,
  shorthand: 0,
});

export type LineKind = "blank" | "comment" | "fence" | "section" | "code";

/** One line of a body and what it is. */
export interface BodyLine {
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind;
  readonly head: string;
}

function kindOf(head: string): LineKind {
  const words = head.trimStart();
  if (words === "") return "blank";
  if (FENCE.test(head)) return "fence";
  if (SECTION.test(head)) return "section";
  return /^(--|#|\/\/)/.test(words) ? "comment" : "code";
}

/** The lines of a body, comments over several lines known as such. */
export function* bodyLines(text: string, body: Span): Generator<BodyLine> {
  let commented = false;
  for (let start = body.start; start < body.end; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 || newline > body.end ? body.end : newline;
    const head = text
      .slice(start, Math.min(end, start + HEAD))
      .replace(/\r$/, "")
      .replace(/^\uFEFF/, "");
    const opens = !commented && head.trimStart().startsWith("/*");
    const inside = commented || opens;
    if (inside) {
      const close = text.slice(start, end).indexOf("*/", opens ? head.indexOf("/*") + 2 : 0);
      commented = close === -1;
    }
    yield { start, end, kind: inside ? "comment" : kindOf(head), head };
    start = end + 1;
  }
}

/** Counts what a line speaks for. `before` is the line of code above it. */
export function readSigns(line: BodyLine, before: string, signs: Signs): void {
  const { kind, head } = line;
  if (kind !== "code") return;
  if (SQL_TABLE.test(head)) signs.sqlTable++;
  else if (SQL_OTHER.test(head)) signs.sqlOther++;
  else if (DBML_TABLE.test(head)) signs.dbmlTable++;
  else if (DBML_OTHER.test(head)) signs.dbmlOther++;
  else if (SHORTHAND.test(head)) signs.shorthand++;
  if (CQL_SIGN.test(head) || (CQL_OPEN.test(before) && /^\s*\(/.test(head))) signs.cql++;
}

/** True where the lines hold anything that only SQL, CQL or DBML says. */
export function isForeign({ sqlTable, sqlOther, dbmlTable, dbmlOther }: Signs): boolean {
  return sqlTable + sqlOther + dbmlTable + dbmlOther > 0;
}

/** What a body is by its signs: tables weigh most, and what was written most often wins. */
export function weighSigns(signs: Signs): Language {
  const { sqlTable, sqlOther, cql, dbmlTable, dbmlOther, shorthand } = signs;
  const sql = cql > 0 ? "cql" : "sql";
  if (Math.max(sqlTable, dbmlTable) > 0 && Math.max(sqlTable, dbmlTable) >= shorthand)
    return dbmlTable > sqlTable ? "dbml" : sql;
  if (shorthand > 0) return "shorthand";
  if (dbmlOther > sqlOther) return "dbml";
  return sqlOther > 0 || (cql > 0 && sqlTable > 0) ? sql : "shorthand";
}
