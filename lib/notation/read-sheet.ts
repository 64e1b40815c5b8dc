import { type Answer, aDesign, type Decisions, type Design, findTable, nameKey } from "@/lib/design";
import type { Outcome, Span } from "@/lib/diagnostics";
import { type Language, languageOf } from "./language";
import { Problems } from "./problems";
import { decisionsOf } from "./sheet/decisions";
import { readEntries } from "./sheet/entries";
import { layoutOf, type SheetLayout } from "./sheet/split";
import { readShorthand } from "./shorthand/read";

type Reader = (text: string, body: Span, problems: Problems) => Design;

/** Names the language of a body that nothing reads yet; the design stays empty. */
function unread(name: string): Reader {
  return (_, body, problems) => {
    const message = `This body is ${name}, and what is read now is shorthand: \`users: id (PK), email (unique)\`. Write the tables so.`;
    problems.report("error", body, message);
    return aDesign();
  };
}

/** A reader a language. A new notation is one more line here. */
const READERS: Readonly<Record<Language, Reader>> = {
  shorthand: readShorthand,
  sql: unread("SQL"),
  cql: unread("CQL"),
  dbml: unread("DBML"),
};

function reportFences(text: string, layout: SheetLayout, problems: Problems): void {
  if (!layout.frontMatter || (layout.opened && layout.closed)) return;
  const { start } = layout.frontMatter;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  if (!layout.opened) {
    const edits = [{ span: { start, end: start }, text: `---${newline}` }];
    const at = { start, end: Math.min(start + 1, layout.frontMatter.end) };
    problems.report("warning", at, "The decisions begin here without a line `---` above them.", {
      label: "Add ---",
      edits,
    });
  }
  if (layout.closed) return;
  const at = layout.body.start;
  const front = at > 0 && text[at - 1] !== "\n" ? newline : "";
  const edits = [{ span: { start: at, end: at }, text: `${front}---${newline}` }];
  const span = { start, end: Math.min(start + 3, layout.frontMatter.end) };
  problems.report("error", span, "The decisions are never closed. Add a line `---` below them.", {
    label: "Add ---",
    edits,
  });
}

/** `shard by: auction_id`: the table is the only one that has such a column. */
function aimShardKeys(decisions: Decisions, design: Design, problems: Problems): Decisions {
  const shardBy = decisions.shardBy.flatMap((said) => {
    if (said.value.table !== "") return [said];
    const column = said.value.columns[0] ?? "";
    const named = findTable(design, column);
    const holders = design.tables.filter((table) =>
      table.attributes.some((attribute) => nameKey(attribute.name.text) === nameKey(column)),
    );
    const [only, second] = holders;
    if (only && !second) return [{ ...said, value: { ...said.value, table: only.name.text } }];
    const message = named
      ? `Name the column, too: \`${named.name.text}.column\`.`
      : `Name the table, too: \`table.${column.slice(0, 40)}\`.`;
    problems.report("error", said.span, message);
    return [];
  });
  return { ...decisions, shardBy };
}

/**
 * Reads a whole answer sheet. Always gives an answer, whatever the text: what is not understood is named by a
 * diagnostic with its place, and the rest is kept. Takes time in proportion to the text.
 */
export function readSheet(text: string): Outcome<Answer> {
  const problems = new Problems();
  const layout = layoutOf(text);
  reportFences(text, layout, problems);
  const decisions = decisionsOf(readEntries(text, layout, problems), text, problems);
  const language = languageOf(text, layout.body);
  const design = READERS[language](text, layout.body, problems);
  const answer: Answer = { decisions: aimShardKeys(decisions, design, problems), design };
  return { value: answer, diagnostics: problems.list() };
}
