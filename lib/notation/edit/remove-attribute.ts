import type { Table } from "@/lib/design";
import type { Span, TextEdit } from "@/lib/diagnostics";
import { isWord } from "../shorthand/token";
import { isUnder, withTable } from "./expect";
import { attributeNamed, isNamedIn, namedInNotes, namedInStatement, type Sought, soughtIn, standsTwice } from "./names";
import { type Removed, refused } from "./outcome";
import { cutItem, cutNote, cutStatement } from "./pieces";
import { settle } from "./settle";
import { applyEdits, decisionsIn, openSource, type Source, statementsOf, tableOf, tokenAt, within } from "./source";
import { repeat, type Spot, spotIn } from "./steps";

const listed = (columns: readonly string[]) => `(${columns.join(", ")})`;

/** A table without an attribute: what needs it goes, a primary key shrinks. */
function without(spot: Spot, sought: Sought): { change: (table: Table) => Table; gone: readonly string[] } {
  const { table: drafted, attribute } = spot;
  const old = attribute.name.text;
  const twice = standsTwice(drafted, sought.attribute);
  const own = (part: { span: { start: number; end: number } }) => within(part.span, attribute.span);
  const isIt = (path: string) => {
    if (isUnder(path, old)) return true;
    return attributeNamed(drafted, path.split(".")[0] ?? "") === sought.attribute || isNamedIn(path, sought);
  };
  const needs = (paths: readonly string[], part: { span: { start: number; end: number } }) =>
    twice ? own(part) : own(part) || paths.some(isIt);
  const kept = {
    keys: drafted.keys.flatMap((key) => {
      if (!needs(key.columns, key)) return [key];
      const columns = key.columns.filter((path) => !isIt(path));
      return key.primary && columns.length > 0 ? [{ ...key, columns }] : [];
    }),
    references: drafted.references.filter((one) => !needs(one.columns, one)),
    indexes: drafted.indexes.filter((index) => {
      const paths = [...index.columns.map((column) => column.path), ...index.include, ...index.partition];
      return !needs(paths, index) && !(!twice && index.where !== null && isNamedIn(index.where, sought));
    }),
    checks: drafted.checks.filter((check) => !own(check) && (twice || !isNamedIn(check.expression, sought))),
    partition: twice ? drafted.partition : drafted.partition.filter((path) => !isIt(path)),
    clustering: twice ? drafted.clustering : drafted.clustering.filter(({ path }) => !isIt(path)),
  };
  const gone = [
    ...drafted.keys
      .filter((key) => key.columns.length > 1 && !kept.keys.includes(key))
      .map((key) => `${key.primary ? "a column of the primary key" : "unique"} ${listed(key.columns)}`),
    ...drafted.references
      .filter((one) => one.columns.length > 1 && !kept.references.includes(one))
      .map((one) => `FK ${listed(one.columns)}`),
    ...drafted.indexes
      .filter((one) => !kept.indexes.includes(one) && !own(one))
      .map((one) => `index ${listed(one.columns.map((column) => column.path))}`),
    ...drafted.checks.filter((one) => !kept.checks.includes(one) && !own(one)).map((one) => `check ${one.expression}`),
  ];
  const attributes = drafted.attributes.filter((one) => one !== attribute);
  return { change: (table) => ({ ...table, ...kept, attributes }), gone };
}

/** A column of a list with its `desc`. */
function withDirection(source: Source, span: Span): Span {
  const next = source.tokens[tokenAt(source, span.end)];
  return isWord(next, "asc", "desc", "ascending", "descending") && next ? { start: span.start, end: next.end } : span;
}

/** One piece that names the attribute and must go before it. */
function removalStep(source: Source, at: number, attribute: number): readonly TextEdit[] | null {
  const table = tableOf(source, at);
  const one = table?.attributes[attribute];
  if (!table || !one || standsTwice(table, attribute)) return null;
  const sought = soughtIn(source, table, attribute);
  for (const statement of statementsOf(source, table)) {
    if (within(statement.span, one.span) || namedInStatement(source, statement, sought, true).length === 0) continue;
    const shrinks = ["pk", "partition", "clustering"].includes(statement.kind) && statement.columns.length > 1;
    const column = statement.columns.find(({ path }) => attributeNamed(table, path.split(".")[0] ?? "") === attribute);
    return shrinks && column ? cutItem(source, withDirection(source, column.span)) : cutStatement(source, statement);
  }
  const place = namedInNotes(source, sought).find((token) => !within(token, one.span));
  const note = place && source.draft.notes.find(({ span }) => within(place, span));
  return note ? cutNote(source, note.attribute, note.span) : null;
}

/** What elsewhere names an attribute. */
function refersToAttribute(text: string, spot: Spot, sought: Sought): readonly string[] {
  const { source, table } = spot;
  const isIt = (target: string, column: string | undefined) =>
    sought.isTable(target) && attributeNamed(table, column?.split(".")[0] ?? "") === sought.attribute;
  const references = source.design.tables.flatMap((other) =>
    other.references
      .filter((one) => one.target.columns.some((column) => isIt(one.target.table, column)))
      .map((one) => `${other.name.text}.${one.columns.join(", ")}`),
  );
  const { shardBy, consistency } = decisionsIn(text);
  const shards = shardBy.some(({ value }) => value.columns.some((column) => isIt(value.table, column)));
  const claims = consistency.some(({ value }) => value.column !== null && isIt(value.table, value.column));
  return [...new Set([...references, ...(shards ? ["shard by"] : []), ...(claims ? ["consistency"] : [])])];
}

/** Takes an attribute out, with the keys, indexes and checks that need it; what points at it stays and is named. */
export function removeAttribute(text: string, at: number, attribute: number): Removed {
  if (!openSource(text)) return refused("not-shorthand");
  const spot = spotIn(text, at, attribute);
  if (!spot) return refused("no-attribute");
  const sought = soughtIn(spot.source, spot.table, attribute);
  const { change, gone } = without(spot, sought);
  const cleared = repeat(text, (source) => removalStep(source, at, attribute));
  const last = cleared === null ? null : spotIn(cleared, at, attribute);
  const done = last && cleared !== null ? applyEdits(cleared, cutItem(last.source, last.attribute.span)) : null;
  const settled = settle([done], { design: withTable(spot.source.design, at, change) });
  return settled.ok ? { ...settled, gone, refers: refersToAttribute(text, spot, sought) } : settled;
}
