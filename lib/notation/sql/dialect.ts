import type { Dialect } from "@/lib/design";

const MYSQL =
  /\bengine\s*=|\bauto_increment\b|\bunsigned\b(?!\s+big)|\bon\s+update\s+current_timestamp|\b(?:tiny|medium|long)(?:text|blob|int)\b|\bmediumint\b|\btinyint\s*\(|\bdefault\s+charset\b|\bcharacter\s+set\s+utf8|\bunique\s+key\b|\b(?:fulltext|spatial)\s+(?:key|index)\b|(?<!\bas\s{1,8})\benum\s*\(|[,(]\s*(?:key|index)\s+[`\w]{1,64}\s*\(\s*[`a-z_]/i;
const SQLITE =
  /\bautoincrement\b|\bwithout\s+rowid\b|\bpragma\s|\bstrftime\s*\(|\bjulianday\s*\(|\b(?:datetime|date)\s*\(\s*'now'|\)\s*strict\s*[,;]|\bcollate\s+nocase\b|\bsqlite_|\bcreate\s+virtual\s+table\b/i;
const POSTGRESQL =
  /\b(?:big|small)?serial\b|\btimestamptz\b|\bjsonb\b|\bbytea\b|\btext\s*\[\]|::\s*\w|\bgen_random_uuid\b|\buuid_generate_v\d|\bgenerated\s+(?:always|by\s+default)\s+as\s+identity|\bcreate\s+(?:type|domain|extension|schema)\b|\busing\s+(?:gin|gist|brin|btree|hash)\b|\balter\s+table\s+only\b|\bcitext\b|\bset\s+search_path\b|\bwith(?:out)?\s+time\s+zone\b|\bnow\s*\(\s*\)|\buuid\b|\$\$/i;
const INTEGER_KEY = /\binteger\s+(?:not\s+null\s+)?primary\s+key\b/i;
const ADDED_LATER = /\badd\s+constraint\b|\bboolean\b|\bvarchar\b|\btimestamp\b|\bnumeric\s*\(\s*\d|\bbigint\b/i;
/** `id PRIMARY KEY`, `name NOT NULL`: a column without a type. */
const TYPELESS = /[,(]\s*["\w]{1,64}\s+(?:primary\s+key|not\s+null|unique|references)\b/i;
const NOT_A_COLUMN = /[,(]\s*constraint\s/i;

const ENGINES: Readonly<Record<string, Dialect>> = {
  PostgreSQL: "postgresql",
  CockroachDB: "postgresql",
  MySQL: "mysql",
  MariaDB: "mysql",
  SQLite: "sqlite",
};

/** The dialect that an engine speaks, by its name in our vocabulary; null where it says nothing of that. */
export function dialectOfEngine(engine: string | null): Dialect | null {
  return engine !== null && Object.hasOwn(ENGINES, engine) ? (ENGINES[engine] ?? null) : null;
}

/** Enough of a text to know its dialect by. */
const HEAD = 200_000;

/** The dialect of a SQL text, by words that only one of them has. What any of them could be is PostgreSQL. */
export function dialectOf(text: string): Dialect {
  const head = text.slice(0, HEAD);
  if (SQLITE.test(head) && !/\bengine\s*=|\bauto_increment\b/i.test(head)) return "sqlite";
  if (MYSQL.test(head)) return "mysql";
  if (POSTGRESQL.test(head)) return "postgresql";
  if (/`/.test(head)) return "mysql";
  if (INTEGER_KEY.test(head) && !ADDED_LATER.test(head)) return "sqlite";
  return TYPELESS.test(head) && !NOT_A_COLUMN.test(head) ? "sqlite" : "postgresql";
}
