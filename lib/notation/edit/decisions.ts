import { type ConsistencyClaim, type Decisions, plainName, type Said, type ShardKey } from "@/lib/design";
import type { Span, TextEdit } from "@/lib/diagnostics";
import { quoteWord } from "../print/print-decisions";

/** A name of the design and what it is to be called. */
export interface Rename {
  readonly isTable: (name: string) => boolean;
  /** Null: the table itself is renamed. */
  readonly isColumn: ((name: string) => boolean) | null;
  readonly name: string;
}

function pathOf(column: string, { isColumn, name }: Rename): string {
  const [first = "", ...rest] = column.split(".");
  return isColumn?.(first) ? [name, ...rest].join(".") : column;
}

function shardKey(key: ShardKey, rename: Rename): ShardKey {
  if (!rename.isTable(key.table)) return key;
  const { isColumn, name } = rename;
  return isColumn ? { ...key, columns: key.columns.map((column) => pathOf(column, rename)) } : { ...key, table: name };
}

function claim(said: ConsistencyClaim, rename: Rename): ConsistencyClaim {
  if (!rename.isTable(said.table)) return said;
  if (!rename.isColumn) return { ...said, table: rename.name };
  return said.column === null ? said : { ...said, column: pathOf(said.column, rename) };
}

/** What the decisions say once something is called otherwise. */
export function renameInDecisions(decisions: Decisions, rename: Rename): Decisions {
  return {
    ...decisions,
    shardBy: decisions.shardBy.map((said) => ({ ...said, value: shardKey(said.value, rename) })),
    consistency: decisions.consistency.map((said) => ({ ...said, value: claim(said.value, rename) })),
  };
}

const WORD = /[\p{L}\p{N}_$][\p{L}\p{N}\p{M}_$]*/gu;

/** The written name within a place of the front matter, first as one piece, then word by word. */
function findName(text: string, { start, end }: Span, written: string, from: number): Span | null {
  const at = text.indexOf(written, Math.max(start, from));
  if (at !== -1 && at + written.length <= end) return { start: at, end: at + written.length };
  for (const match of text.slice(0, end).matchAll(WORD)) {
    if (match.index < Math.max(start, from) || plainName(match[0]) !== plainName(written)) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function edit(text: string, place: Span, written: readonly string[], rename: Rename): readonly TextEdit[] {
  let from = place.start;
  const edits: TextEdit[] = [];
  for (const [i, name] of written.entries()) {
    const found = findName(text, place, name, from);
    if (!found) continue;
    from = found.end;
    const first = i === 0 ? "" : (name.split(".")[0] ?? "");
    const meant = i === 0 ? rename.isColumn === null : rename.isColumn?.(first) === true;
    const bare = quoteWord(rename.name) === rename.name ? rename.name : rename.name.replace(/[^\p{L}\p{N}_]+/gu, "_");
    if (meant)
      edits.push({ span: i === 0 ? found : { start: found.start, end: found.start + first.length }, text: bare });
  }
  return edits;
}

/** The rest of the value's line: the columns of `{ bids: auction_id }` stand behind the place of their table. */
function toLineEnd(text: string, { start, end }: Span): Span {
  const newline = text.indexOf("\n", end);
  return { start, end: newline === -1 ? text.length : newline };
}

/** Edits of the front matter that call something otherwise. */
export function decisionEdits(text: string, decisions: Decisions, rename: Rename): readonly TextEdit[] {
  const shards = decisions.shardBy
    .filter((said: Said<ShardKey>) => rename.isTable(said.value.table))
    .flatMap(({ span, value }) => {
      // `shard by: auction_id`: the table was found by its column.
      const bare = findName(text, span, value.table, span.start) === null;
      const names = [bare ? "" : value.table, ...value.columns];
      return edit(text, bare ? span : toLineEnd(text, span), names, rename).filter(
        (one) => one.span.end > one.span.start,
      );
    });
  const claims = decisions.consistency
    .filter((said) => rename.isTable(said.value.table))
    .flatMap(({ span, value }) => edit(text, span, [value.table, ...(value.column ? [value.column] : [])], rename));
  return [...shards, ...claims];
}
