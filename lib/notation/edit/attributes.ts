import { type Attribute, type Design, plainName, type Table } from "@/lib/design";
import type { Span, TextEdit } from "@/lib/diagnostics";
import { printName } from "../print/names";
import type { NoteSaid } from "../shorthand/draft";
import { isSymbol, isWord } from "../shorthand/token";
import { decisionEdits, renameInDecisions } from "./decisions";
import { isUnder, withAttribute, withTable } from "./expect";
import { isName, readType } from "./fragments";
import { addItem } from "./insert";
import {
  attributeNamed,
  isNamedIn,
  namedInNotes,
  namedInStatement,
  namesOf,
  renameIn,
  type Sought,
  soughtIn,
  standsTwice,
} from "./names";
import { type Edited, type Removed, refused } from "./outcome";
import { cutItem, cutNote, cutStatement, placeItem } from "./pieces";
import { settle } from "./settle";
import {
  applyEdits,
  cut,
  decisionsIn,
  endOfLine,
  insertAt,
  openSource,
  type Source,
  statementsOf,
  tableOf,
  tokenAt,
  within,
} from "./source";
import { repeat, type Spot, spotIn } from "./steps";
import { aimNotes } from "./tables";

function plainAttribute(name: string, part: Partial<Attribute>): Attribute {
  const nowhere = { start: 0, end: 0 };
  const rest = { attributes: [], notNull: false, default: null, copyOf: null, ttl: null, span: nowhere };
  return { kind: "attribute", name: { text: name, span: nowhere }, type: null, shape: "scalar", ...rest, ...part };
}

function isTaken(table: Table, name: string, except: number): boolean {
  return table.attributes.some((one, i) => i !== except && plainName(one.name.text) === plainName(name));
}

/** Adds an attribute behind the last one of a table. */
export function addColumn(text: string, at: number, name: string, type: string | null): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const table = tableOf(source, at);
  if (!table) return refused("no-table");
  if (!isName(name)) return refused("bad-name");
  if (isTaken(table, name, -1)) return refused("taken");
  const read = type === null ? { type: null, shape: "scalar" as const } : readType(type);
  if (!read) return refused("bad-words");
  const words = type === null ? printName(name) : `${printName(name)} ${type.replace(/\s+/g, " ").trim()}`;
  const added = plainAttribute(name, read);
  const design = withTable(source.design, at, (one) => ({ ...one, attributes: [...one.attributes, added] }));
  return settle(
    addItem(source, table, words).map((edits) => applyEdits(text, edits)),
    { design },
  );
}

/** True where a part follows its attribute: it is named there, or where it is the attribute's own note. */
function follows(spot: Spot, twice: boolean, part: { span: { start: number; end: number } }): boolean {
  return !twice || within(part.span, spot.attribute.span);
}

function renamedTable(spot: Spot, sought: Sought, name: string): (table: Table) => Table {
  const { table: drafted, attribute } = spot;
  const twice = standsTwice(drafted, sought.attribute);
  const old = attribute.name.text;
  const path = (words: string) => {
    if (isUnder(words, old) && attributeNamed(drafted, old) === sought.attribute) return name + words.slice(old.length);
    if (twice && isUnder(words, old)) return name + words.slice(old.length);
    const [first = "", ...rest] = words.split(".");
    if (attributeNamed(drafted, first) === sought.attribute) return [name, ...rest].join(".");
    return renameIn(words, sought, name);
  };
  const paths = (columns: readonly string[]) => columns.map(path);
  const ordered = <T extends { path: string }>(columns: readonly T[]) =>
    columns.map((column) => ({ ...column, path: path(column.path) }));
  const follow = <T extends { span: { start: number; end: number } }>(parts: readonly T[], change: (part: T) => T) =>
    parts.map((part) => (follows(spot, twice, part) ? change(part) : part));
  const check = (expression: string, own: boolean) =>
    own && expression.startsWith(`${old} `)
      ? `${name} ${renameIn(expression.slice(old.length + 1), sought, name)}`
      : renameIn(expression, sought, name);
  return (table) => ({
    ...table,
    keys: follow(table.keys, (key) => ({ ...key, columns: paths(key.columns) })),
    references: follow(table.references, (one) => ({ ...one, columns: paths(one.columns) })),
    indexes: follow(table.indexes, (index) => ({
      ...index,
      columns: ordered(index.columns),
      include: paths(index.include),
      partition: paths(index.partition),
      where: index.where === null ? null : renameIn(index.where, sought, name),
    })),
    checks: follow(table.checks, (one) => ({
      ...one,
      expression: check(one.expression, within(one.span, attribute.span)),
    })),
    partition: twice ? table.partition : paths(table.partition),
    clustering: twice ? table.clustering : ordered(table.clustering),
  });
}

function renameAims(design: Design, spot: Spot, sought: Sought, name: string): Design {
  const { lookup } = spot.source;
  const isIt = (table: string, step: string) =>
    lookup.table(table) === spot.table && attributeNamed(spot.table, step) === sought.attribute;
  const path = (table: string, words: string) => {
    const [first = "", ...rest] = words.split(".");
    return isIt(table, first) ? [name, ...rest].join(".") : words;
  };
  const copies = (list: readonly Attribute[]): readonly Attribute[] =>
    list.map((one) => ({
      ...one,
      attributes: copies(one.attributes),
      copyOf: one.copyOf && { ...one.copyOf, column: path(one.copyOf.table, one.copyOf.column) },
    }));
  const tables = design.tables.map((table) => ({
    ...table,
    attributes: copies(table.attributes),
    references: table.references.map((one) => ({
      ...one,
      target: { ...one.target, columns: one.target.columns.map((column) => path(one.target.table, column)) },
    })),
  }));
  const held = <T extends { attributes: readonly Attribute[] }>(one: T) => ({
    ...one,
    attributes: copies(one.attributes),
  });
  return { ...design, tables, templates: design.templates.map(held), edges: design.edges.map(held) };
}

/** Calls an attribute otherwise, everywhere: keys, references, indexes, checks, copies, consistency and shard keys. */
export function renameAttribute(text: string, at: number, attribute: number, name: string): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const spot = spotIn(text, at, attribute);
  if (!spot) return refused("no-attribute");
  const table = spot.table;
  if (spot.attribute.name.text === name) return { ok: true, text };
  if (!isName(name)) return refused("bad-name");
  if (isTaken(table, name, attribute)) return refused("taken");
  const sought = soughtIn(spot.source, table, attribute);
  const renamed = withAttribute(spot.source.design, at, attribute, (one) => ({
    ...one,
    name: { ...one.name, text: name },
  }));
  const design = renameAims(withTable(renamed, at, renamedTable(spot, sought, name)), spot, sought, name);
  const decisions = decisionsIn(text);
  const first = attributeNamed(table, spot.attribute.name.text) === attribute;
  const isColumn = (word: string) => first && attributeNamed(table, word) === attribute;
  const rename = { isTable: sought.isTable, isColumn, name };
  const edits = (loose: boolean): readonly TextEdit[] => [
    { span: spot.attribute.name.span, text: printName(name) },
    ...unique(namesOf(spot.source, sought, loose)).map((span) => ({ span, text: printName(name) })),
    ...aimNotes(spot.source, (one, column) => one === table && isUnder(column, spot.attribute.name.text)),
    ...decisionEdits(text, decisions, rename),
  ];
  return settle(
    [false, true].map((loose) => applyEdits(text, edits(loose))),
    { design, decisions: renameInDecisions(decisions, rename) },
  );
}

function unique<T extends { start: number; end: number }>(
  spans: readonly T[],
): readonly { start: number; end: number }[] {
  return [...new Map(spans.map(({ start, end }) => [start, { start, end }])).values()];
}

/** Sets or takes out the type of an attribute. */
export function setType(text: string, at: number, attribute: number, type: string | null): Edited {
  if (!openSource(text)) return refused("not-shorthand");
  const spot = spotIn(text, at, attribute);
  if (!spot) return refused("no-attribute");
  const { source } = spot;
  const words = type?.replace(/\s+/g, " ").trim() || null;
  const read = words === null ? { type: null, shape: "scalar" as const } : readType(words);
  if (!read) return refused("bad-words");
  const design = withAttribute(source.design, at, attribute, (known) => ({ ...known, ...read }));
  return settle(
    typeWays(spot, words).map((edits) => applyEdits(text, edits)),
    { design },
  );
}

/** `id: uuid` has a sign between the name and its type. */
function typeWays({ source, attribute }: Spot, words: string | null): readonly (readonly TextEdit[])[] {
  const place = source.draft.types.get(attribute);
  const { end } = attribute.name.span;
  const next = source.tokens[tokenAt(source, end)];
  const sign = next && isSymbol(next, ":") ? next.end : end;
  if (!place) return words === null ? [[]] : [[insertAt(sign, ` ${words}`)]];
  if (words !== null)
    return [[{ span: place, text: words }], [{ span: { start: sign, end: place.end }, text: ` ${words}` }]];
  const behindSign = sign > end && place.start >= sign ? [[cut(end, place.end)]] : [];
  return [...behindSign, cutNote(source, attribute, place), [cut(end, place.end)]];
}

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

/** What stands on an attribute's line behind its comma: a remark goes with it. */
function tailOf(source: Source, span: { start: number; end: number }): { start: number; end: number } | null {
  const { opensLine, closesLine, behind } = placeItem(source, span);
  if (!opensLine || !closesLine) return null;
  const start = isSymbol(behind, ",", ";") && behind && behind.indent < 0 ? behind.end : span.end;
  return { start, end: endOfLine(source.text, start) };
}

function swap(source: Source, at: number, first: number): string | null {
  const table = tableOf(source, at);
  const [a, b] = [table?.attributes[first], table?.attributes[first + 1]];
  if (!a || !b) return null;
  const words = (span: { start: number; end: number }) => source.text.slice(span.start, span.end);
  const [tailA, tailB] = [tailOf(source, a.span), tailOf(source, b.span)];
  const tails =
    tailA && tailB
      ? [
          { span: tailA, text: words(tailB) },
          { span: tailB, text: words(tailA) },
        ]
      : [];
  return applyEdits(source.text, [
    { span: a.span, text: words(b.span) },
    { span: b.span, text: words(a.span) },
    ...tails,
  ]);
}

/** Moves an attribute to another place among the others. */
export function moveAttribute(text: string, at: number, from: number, to: number): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const table = tableOf(source, at);
  if (!table) return refused("no-table");
  const moved = table.attributes[from];
  if (!moved || !table.attributes[to]) return refused("no-attribute");
  const rest = table.attributes.filter((one) => one !== moved);
  const attributes = [...rest.slice(0, to), moved, ...rest.slice(to)];
  const design = withTable(source.design, at, (one) => ({ ...one, attributes }));
  return settle([swapTo(text, at, from, to), swapTo(sayOrder(text, at), at, from, to)], { design });
}

function swapTo(text: string | null, at: number, from: number, to: number): string | null {
  const way = from < to ? 1 : -1;
  let now = text;
  for (let place = from; place !== to && now !== null; place += way) {
    const source = openSource(now);
    now = source && swap(source, at, Math.min(place, place + way));
  }
  return now;
}

/** Keys that notes make in the order of the attributes become lines of their own, so that their order stays. */
function sayOrder(text: string, at: number): string | null {
  const source = openSource(text);
  const table = source && tableOf(source, at);
  if (!source || !table) return null;
  const noted = (phrase: string) =>
    source.draft.notes.filter(
      (note) => note.phrase === phrase && table.attributes.some((one) => within(note.span, one.span)),
    );
  const keys = [
    { phrase: "pk", words: "PK", columns: table.keys.find((key) => key.primary)?.columns ?? [] },
    { phrase: "partition", words: "partition key", columns: table.partition },
    {
      phrase: "clustering",
      words: "clustering key",
      columns: table.clustering.map(({ path, direction }) => (direction === "desc" ? `${path} desc` : path)),
    },
  ].filter(({ phrase }) => noted(phrase).length > 1);
  return keys.reduce<string | null>((now, key) => (now === null ? null : sayKey(now, at, key)), text);
}

interface SaidKey {
  readonly phrase: string;
  readonly words: string;
  readonly columns: readonly string[];
}

function sayKey(text: string, at: number, { phrase, words, columns }: SaidKey): string | null {
  const bare = repeat(text, (now) => {
    const attributes = tableOf(now, at)?.attributes ?? [];
    const isIt = (note: NoteSaid) =>
      note.phrase === phrase && attributes.some((attribute) => within(note.span, attribute.span));
    const found = now.draft.notes.find(isIt);
    return found ? cutNote(now, found.attribute, found.span) : null;
  });
  const source = bare === null ? null : openSource(bare);
  const table = source && tableOf(source, at);
  if (!source || !table || bare === null) return null;
  const end = (source.draft.groups.get(table) ?? table.span).end;
  const list = columns.map((column) =>
    column.replace(/^(.*?)( desc)?$/, (_, path: string, desc = "") => path.split(".").map(printName).join(".") + desc),
  );
  return applyEdits(bare, [insertAt(endOfLine(bare, end), `${source.newline}  ${words} (${list.join(", ")})`)]);
}
