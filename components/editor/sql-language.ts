import { StreamLanguage, type StringStream } from "@codemirror/language";
import { TOKENS } from "./tokens";

interface ReadState {
  /** What ends the comment or text that began on an earlier line. */
  until: string | null;
  /** A name that is about to be defined: behind `create table`. */
  defining: boolean;
}

const WORDS = new Set(
  (
    "create table index unique primary key foreign references constraint check default not null on delete update " +
    "cascade restrict set no action alter add only column if exists where using include with clustering order by asc " +
    "desc and or is in between like generated always as identity autoincrement auto_increment engine charset collate " +
    "comment enum type primary_key pk ref note increment indexes keyspace use insert into values begin commit drop view " +
    "deferrable initially deferred immediate partition unsigned static counter"
  ).split(" "),
);
const TYPES =
  /^(bigint|bigserial|serial|smallserial|int\d?|integer|smallint|tinyint|mediumint|numeric|decimal|real|float\d?|double|precision|money|char|varchar\d?|nvarchar|character|varying|text|mediumtext|longtext|citext|blob|bytea|binary|varbinary|bool|boolean|date|time|datetime|timestamp|timestamptz|interval|json|jsonb|uuid|timeuuid|inet|xml|list|map|frozen|ascii|year)$/;

function finish(stream: StringStream, state: ReadState, end: string): string {
  const at = stream.string.indexOf(end, stream.pos);
  if (at === -1) {
    state.until = end;
    stream.skipToEnd();
  } else {
    state.until = null;
    stream.pos = at + end.length;
  }
  return end === "*/" ? "comment" : "string";
}

function word(stream: StringStream, state: ReadState): string {
  const text = stream.current().toLowerCase();
  if (WORDS.has(text) && !stream.match(/^\s*\.(?=\w)/, false)) {
    state.defining = state.defining ? !/^(on)$/.test(text) : text === "table";
    return "note";
  }
  if (TYPES.test(text)) return "type";
  const defines = state.defining;
  if (!stream.match(/^\s*\./, false)) state.defining = false;
  return defines ? "table" : "column";
}

function token(stream: StringStream, state: ReadState): string | null {
  if (state.until !== null) return finish(stream, state, state.until);
  if (stream.eatSpace()) return null;
  if (stream.match(/^(--|\/\/).*/)) return "comment";
  if (stream.match("/*")) return finish(stream, state, "*/");
  if (stream.match("'''")) return finish(stream, state, "'''");
  if (stream.match("'")) return finish(stream, state, "'");
  if (stream.match(/^("[^"\n]*"?|`[^`\n]*`?|\[[^\]\n,:]*\](?=\s*[.(\w]))/)) return state.defining ? "table" : "column";
  if (stream.match(/^\d+(\.\d+)?/)) return "number";
  if (stream.match(/^[\p{L}_@$][\p{L}\p{N}_@$]*/u)) return word(stream, state);
  stream.next();
  return /[()[\]{}]/.test(stream.current()) ? "bracket" : "punctuation";
}

/** Plain colours for SQL, CQL and DBML bodies. */
export const sqlLanguage = StreamLanguage.define<ReadState>({
  name: "sql",
  startState: () => ({ until: null, defining: false }),
  copyState: (state) => ({ ...state }),
  token,
  languageData: { commentTokens: { line: "--", block: { open: "/*", close: "*/" } } },
  tokenTable: TOKENS,
});
