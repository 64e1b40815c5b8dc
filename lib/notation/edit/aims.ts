import type { Reference } from "@/lib/design";
import type { TextEdit } from "@/lib/diagnostics";
import { printColumn, printColumns, printName, printPath } from "../print/names";
import { isSymbol } from "../shorthand/token";
import { ascending, relist } from "./lists";
import { insertAt, type Source, tokenAt, within } from "./source";

type Aim = Reference["target"];

/** `users.id`, `posts(author_id, id)`, `users`. */
export function printAim({ table, columns }: Aim): string {
  const [only, more] = columns;
  if (only === undefined) return printName(table);
  const isPath = more === undefined && printColumn(only) === printPath(only);
  return isPath ? `${printName(table)}.${printPath(only)}` : `${printName(table)}${printColumns(columns)}`;
}

/** Other words behind the arrow of a reference, table and columns each in their place; null where there is no arrow. */
export function aimAnew(source: Source, known: Reference, wanted: Aim): readonly TextEdit[] | null {
  const mention = source.draft.mentions.find((one) => within(one.tableSpan, known.span));
  if (!mention) return null;
  const { tableSpan, columnSpan } = mention;
  const table = wanted.table === known.target.table ? [] : [{ span: tableSpan, text: printName(wanted.table) }];
  const open = tokenAt(source, tableSpan.end);
  const bracket = isSymbol(source.tokens[open], "(") && known.target.columns.length > 0;
  const listed = bracket
    ? relist(source, open, ascending(known.target.columns), ascending(wanted.columns))
    : dotted(source, known, wanted);
  if (listed) return [...table, ...listed];
  return [{ span: { start: tableSpan.start, end: Math.max(tableSpan.end, columnSpan.end) }, text: printAim(wanted) }];
}

/** `.id` behind the table, or nothing yet. */
function dotted({ draft }: Source, { span, target }: Reference, wanted: Aim): readonly TextEdit[] | null {
  const mention = draft.mentions.find(({ tableSpan }) => within(tableSpan, span));
  if (!mention || target.columns.length > 1) return null;
  if (target.columns.join() === wanted.columns.join()) return [];
  const words = printAim(wanted).slice(printName(wanted.table).length);
  if (target.columns.length === 0) return [insertAt(mention.tableSpan.end, words)];
  return [{ span: { start: mention.tableSpan.end, end: mention.columnSpan.end }, text: words }];
}
