import { type Attribute, nameKey, plainName } from "@/lib/design";
import type { Problems } from "../problems";
import { short } from "../problems";
import type { Draft, Mention, TableDraft } from "./draft";
import type { Lookup } from "./lookup";

function checkDuplicates(tables: readonly TableDraft[], problems: Problems): void {
  const seen = new Set<string>();
  for (const table of tables) {
    const key = `${table.section ?? "-"} ${nameKey(table.name.text)}`;
    if (seen.has(key)) {
      const message = `“${short(table.name.text)}” stands here twice. Rename one of them, or make them one table.`;
      problems.report("warning", table.name.span, message);
    }
    seen.add(key);
    checkAttributes(table.attributes, problems);
  }
}

function checkAttributes(attributes: readonly Attribute[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { name, attributes: nested } of attributes) {
    const key = plainName(name.text) || name.text;
    if (seen.has(key))
      problems.report("warning", name.span, `“${short(name.text)}” stands here twice. Take one of them out.`);
    seen.add(key);
    checkAttributes(nested, problems);
  }
}

function checkMention(mention: Mention, lookup: Lookup, problems: Problems): void {
  const table = lookup.table(mention.table);
  if (!table) {
    // Edges and templates of another store have no tables to name.
    if (lookup.isEdge(mention.table) || lookup.isAbove(mention.table)) return;
    if (mention.soft && problems.guess(mention.table, lookup.tableNames) === null) return;
    const message = `There is no table “${short(mention.table)}”.`;
    problems.unknown("warning", mention.tableSpan, mention.table, lookup.tableNames, message);
  } else if (mention.column !== null) checkColumn(table, mention.column, mention.columnSpan, lookup, problems);
}

function checkColumn(
  table: TableDraft,
  path: string,
  span: Mention["columnSpan"],
  lookup: Lookup,
  problems: Problems,
): void {
  // An expression is not a name.
  if (/[()\s]/.test(path) || lookup.hasColumn(table, path)) return;
  const message = `“${short(table.name.text)}” has no column “${short(path)}”.`;
  problems.unknown("warning", span, path, lookup.columnNames(table), message);
}

function isSlip(table: TableDraft, path: string, lookup: Lookup, problems: Problems): boolean {
  return !lookup.hasColumn(table, path) && problems.guess(path, lookup.columnNames(table)) !== null;
}

function checkStatements(draft: Draft, lookup: Lookup, problems: Problems): void {
  for (const { kind, head, table: on, context, columns, index } of draft.statements) {
    const said = on ?? head;
    const table = said ? lookup.table(said.text) : context;
    if (!table || kind === "check" || kind === "ttl") continue;
    // DynamoDB declares no attribute but its keys: what a secondary index is keyed by need not stand in its table.
    const open = (index.partition?.length ?? 0) > 0;
    for (const { path, span } of columns) {
      if (open && !isSlip(table, path, lookup, problems)) continue;
      checkColumn(table, path, span, lookup, problems);
    }
  }
}

function checkPrimary(tables: readonly TableDraft[], problems: Problems): void {
  for (const table of tables) {
    const [, second] = table.keys.filter((key) => key.primary);
    if (second) {
      const message = `“${short(table.name.text)}” has two primary keys. Keep one; make the other \`unique\`.`;
      problems.report("warning", second.span, message);
    }
  }
}

/** Names what stands twice and what refers to nothing; the design keeps what was written. */
export function checkNames(draft: Draft, lookup: Lookup, problems: Problems): void {
  checkDuplicates(draft.tables, problems);
  checkPrimary(draft.tables, problems);
  for (const mention of draft.mentions) checkMention(mention, lookup, problems);
  checkStatements(draft, lookup, problems);
  for (const { name, from, to } of draft.edges) {
    for (const end of [from, to]) {
      if (lookup.table(end)) continue;
      problems.report("warning", name.span, `There is no node “${short(end)}”. Add \`node ${short(end)}: …\`.`);
    }
  }
}
