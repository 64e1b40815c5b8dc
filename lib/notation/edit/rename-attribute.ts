import type { Attribute, Design, Table } from "@/lib/design";
import type { TextEdit } from "@/lib/diagnostics";
import { printName } from "../print/names";
import { isTaken } from "./add-column";
import { decisionEdits, renameInDecisions } from "./decisions";
import { isUnder, withAttribute, withTable } from "./expect";
import { isName } from "./fragments";
import { attributeNamed, namesOf, renameIn, type Sought, soughtIn, standsTwice } from "./names";
import { type Edited, refused } from "./outcome";
import { settle } from "./settle";
import { applyEdits, decisionsIn, openSource, within } from "./source";
import { type Spot, spotIn } from "./steps";
import { aimNotes } from "./tables";

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
