import { type Attribute, nameKey, plainName, type Table } from "@/lib/design";
import type { TextEdit } from "@/lib/diagnostics";
import { printName } from "../print/names";
import type { Statement, TableDraft } from "../shorthand/draft";
import { isName as isNameToken, startsLine } from "../shorthand/token";
import { decisionEdits, renameInDecisions } from "./decisions";
import { isName } from "./fragments";
import { ownRange, qualifiersIn, renameTableIn } from "./names";
import { type Edited, type Removed, refused } from "./outcome";
import { cutLines, cutStatement } from "./pieces";
import { settle } from "./settle";
import {
  applyEdits,
  decisionsIn,
  endOfLine,
  insertAt,
  openSource,
  type Source,
  startOfLine,
  statementsOf,
  tableOf,
  tokenAt,
  tokenRange,
  within,
} from "./source";

function isTaken(source: Source, name: string, section: number | null, except: number): boolean {
  return source.draft.tables.some(
    (table, i) => i !== except && table.section === section && nameKey(table.name.text) === nameKey(name),
  );
}

/** Adds an empty table behind the last one of the main store. */
export function addTable(text: string, name: string): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  if (!isName(name)) return refused("bad-name");
  if (isTaken(source, name, null, -1)) return refused("taken");
  const { design, newline, body } = source;
  const main = design.tables.filter((table) => table.section === null);
  const tables = [...main, emptyTable(name), ...design.tables.filter((table) => table.section !== null)];
  const sectionAt = design.sections[0]?.span.start;
  const header = `${printName(name)}:`;
  const end = text.length > 0 && text[text.length - 1] !== "\n" ? newline + header : header + newline;
  const atEnd = (indent: string) => [
    insertAt(
      text.length,
      text.length > body.start || end.endsWith(newline) ? end.replace(header, indent + header) : end,
    ),
  ];
  const before = (at: number) => [insertAt(startOfLine(text, at), header + newline)];
  const margin = /^[ \t]*/.exec(text.slice(startOfLine(text, source.tokens[0]?.start ?? body.start)))?.[0] ?? "";
  const ways = sectionAt === undefined ? [atEnd(""), atEnd(margin)] : [before(sectionAt)];
  return settle(
    ways.map((edits) => applyEdits(text, edits)),
    { design: { ...design, tables } },
  );
}

function emptyTable(name: string): Table {
  const nowhere = { start: 0, end: 0 };
  const lists = { attributes: [], keys: [], references: [], indexes: [], checks: [], partition: [], clustering: [] };
  return {
    kind: "table",
    shape: "table",
    name: { text: name, span: nowhere },
    ...lists,
    ttl: null,
    section: null,
    span: nowhere,
  };
}

/** A name of a statement that is its table's, and no name of its own. */
function headOf(statement: Statement, table: TableDraft, source: Source) {
  if (statement.table) return statement.table;
  const { head } = statement;
  if (!head || !source.draft.bound.has(statement)) return null;
  const own = table.indexes.some((index) => index.name === head.text && within(index.span, statement.span));
  return own ? null : head;
}

/** Names that mean the table before a column; `author.id` in `authors` is a path, where `author` is an object there. */
function qualifies(table: Table, isTable: (name: string) => boolean): (name: string) => boolean {
  const isPath = (name: string) =>
    table.attributes.some((one) => one.attributes.length > 0 && plainName(one.name.text) === plainName(name));
  return (name) => isTable(name) && !isPath(name);
}

/** Everywhere that a table is named in the body. */
function tableNames(source: Source, table: TableDraft): readonly { start: number; end: number }[] {
  const { draft, lookup, tokens } = source;
  const isTable = (name: string) => lookup.table(name) === table;
  const isBefore = qualifies(table, isTable);
  const heads = statementsOf(source, table).flatMap((statement) => {
    const head = headOf(statement, table, source);
    const [from, to] = ownRange(source, statement);
    return [...(head ? [head.span] : []), ...qualifiersIn(source, from, to, isBefore)];
  });
  const checks = table.checks.flatMap((check) => qualifiersIn(source, ...tokenRange(source, check.span), isBefore));
  const mentions = draft.mentions.filter((mention) => isTable(mention.table)).map((mention) => mention.tableSpan);
  const ends = draft.edges.flatMap((edge) => {
    const [from, to] = tokenRange(source, edge.span);
    const stop = edge.attributes[0]?.span.start ?? edge.span.end;
    return tokens.slice(from, to).filter((token) => {
      if (!isNameToken(token) || token.end > stop || within(token, edge.name.span)) return false;
      return (token.text === edge.from || token.text === edge.to) && isTable(token.text);
    });
  });
  const all = [table.name.span, ...heads, ...checks, ...mentions, ...ends];
  return all.filter((one, i) => all.findIndex((other) => other.start === one.start) === i);
}

/** `(FK)` alone points by its column's name; once names change, it must say where. */
export function aimNotes(
  source: Source,
  isConcerned: (table: TableDraft, column: string, target: string) => boolean,
  name?: string,
): readonly TextEdit[] {
  return source.draft.unaimed.flatMap(({ table, column, span }) => {
    const aimed = table.references.find((one) => one.span.start === span.start && one.span.end === span.end);
    if (!aimed || aimed.target.columns.length > 0 || !isConcerned(table, column, aimed.target.table)) return [];
    return [insertAt(span.end, ` -> ${printName(name ?? aimed.target.table)}`)];
  });
}

function renameCopies(attribute: Attribute, isTable: (name: string) => boolean, name: string): Attribute {
  const { copyOf, attributes } = attribute;
  return {
    ...attribute,
    attributes: attributes.map((one) => renameCopies(one, isTable, name)),
    copyOf: copyOf && isTable(copyOf.table) ? { ...copyOf, table: name } : copyOf,
  };
}

function renamedDesign(source: Source, at: number, isTable: (name: string) => boolean, name: string) {
  const { design } = source;
  const attributes = (list: readonly Attribute[]) => list.map((one) => renameCopies(one, isTable, name));
  const tables = design.tables.map((table, i) => ({
    ...table,
    attributes: attributes(table.attributes),
    references: table.references.map((one) =>
      isTable(one.target.table) ? { ...one, target: { ...one.target, table: name } } : one,
    ),
    ...(i === at ? renamedParts(table, isTable, name) : {}),
  }));
  const templates = design.templates.map((one) => ({ ...one, attributes: attributes(one.attributes) }));
  const end = (label: string) => (isTable(label) ? name : label);
  const edges = design.edges.map((one) => ({
    ...one,
    from: end(one.from),
    to: end(one.to),
    attributes: attributes(one.attributes),
  }));
  return { ...design, tables, templates, edges };
}

function renamedParts(table: Table, isTable: (name: string) => boolean, name: string): Partial<Table> {
  const isBefore = qualifies(table, isTable);
  const words = (expression: string) => renameTableIn(expression, isBefore, name);
  return {
    name: { ...table.name, text: name },
    checks: table.checks.map((check) => ({ ...check, expression: words(check.expression) })),
    indexes: table.indexes.map((index) => ({ ...index, where: index.where === null ? null : words(index.where) })),
  };
}

/** Calls a table otherwise, everywhere: references, statements, edges, copies, consistency and shard keys. */
export function renameTable(text: string, at: number, name: string): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const table = tableOf(source, at);
  if (!table) return refused("no-table");
  if (table.name.text === name) return { ok: true, text };
  if (!isName(name)) return refused("bad-name");
  if (isTaken(source, name, table.section, at)) return refused("taken");
  const isTable = (word: string) => source.lookup.table(word) === table;
  const rename = { isTable, isColumn: null, name };
  const decisions = decisionsIn(text);
  const edits = [
    ...tableNames(source, table).map((span) => ({ span, text: printName(name) })),
    ...aimNotes(source, (_, __, target) => isTable(target), name),
    ...decisionEdits(text, decisions, rename),
  ];
  return settle([applyEdits(text, edits)], {
    design: renamedDesign(source, at, isTable, name),
    decisions: renameInDecisions(decisions, rename),
  });
}

/** What elsewhere names a table, as a person would say it. */
export function refersToTable(text: string, at: number): readonly string[] {
  const source = openSource(text);
  const table = source && tableOf(source, at);
  if (!source || !table) return [];
  const isTable = (word: string) => source.lookup.table(word) === table;
  const { tables, edges } = source.design;
  const references = tables
    .filter((other) => other !== table)
    .flatMap((other) =>
      other.references
        .filter((one) => isTable(one.target.table))
        .map((one) => `${other.name.text}.${one.columns.join(", ")}`),
    );
  const ends = edges.filter((edge) => isTable(edge.from) || isTable(edge.to)).map((edge) => `edge ${edge.name.text}`);
  const { shardBy, consistency } = decisionsIn(text);
  const shards = shardBy.some((said) => isTable(said.value.table)) ? ["shard by"] : [];
  const claims = consistency.some((said) => isTable(said.value.table)) ? ["consistency"] : [];
  return [...new Set([...references, ...ends, ...shards, ...claims])];
}

/** One step on the way of a table out: what stands elsewhere goes first, one piece at a time. */
function removalStep(source: Source, table: TableDraft): { edits: readonly TextEdit[]; last: boolean } {
  const group = source.draft.groups.get(table) ?? table.span;
  const aimed = aimNotes(source, (from, _, target) => from !== table && source.lookup.table(target) === table);
  if (aimed.length > 0) return { edits: aimed, last: false };
  const elsewhere = statementsOf(source, table).find((one) => !within(one.span, group));
  if (elsewhere) return { edits: cutStatement(source, elsewhere), last: false };
  const strangers = source.draft.statements.filter(
    (one) => within(one.span, group) && source.draft.bound.has(one) && source.draft.bound.get(one) !== table,
  );
  const kept = strangers.map(({ span }) => source.text.slice(span.start, span.end) + source.newline).join("");
  const lines = cutLines(source.text, group.start, group.end);
  const more = sameLine(source, group) ? { span: group, text: "" } : lines;
  return { edits: kept ? [{ ...more, text: kept }] : [more], last: true };
}

/** True where something else stands on the table's first or last line. */
function sameLine({ text, tokens, ...source }: Source, group: { start: number; end: number }): boolean {
  const behind = tokens[tokenAt({ text, tokens, ...source }, group.end)];
  return behind !== undefined && !startsLine(behind) && behind.start < endOfLine(text, group.end);
}

/** Takes a table out with all that is said about it; what points at it stays and is named. */
export function removeTable(text: string, at: number): Removed {
  const first = openSource(text);
  if (!first) return refused("not-shorthand");
  if (!tableOf(first, at)) return refused("no-table");
  const tables = first.design.tables.filter((_, i) => i !== at);
  const wanted = { design: { ...first.design, tables } };
  let now = text;
  for (let step = 0; step < 2_000; step++) {
    const source = openSource(now);
    const table = source && tableOf(source, at);
    if (!source || !table || source.design.tables.length !== first.design.tables.length) break;
    const { edits, last } = removalStep(source, table);
    const next: string | null = applyEdits(now, edits);
    if (next === null || next === now) break;
    now = next;
    if (last) break;
  }
  const done = settle([now], wanted);
  return done.ok ? { ...done, gone: [], refers: refersToTable(text, at) } : done;
}
