import { type Answer, type Decisions, type Design, type Dialect, findTable, nameKey } from "@/lib/design";
import type { Outcome, Span } from "@/lib/diagnostics";
import { layOutBody } from "./body";
import { readDbml } from "./dbml/read";
import type { Language } from "./language";
import { Problems } from "./problems";
import { decisionsOf } from "./sheet/decisions";
import { readEntries } from "./sheet/entries";
import { layoutOf, type SheetLayout } from "./sheet/split";
import { readShorthand } from "./shorthand/read";
import { readCql, readSql } from "./sql";

/**
 * Reads one range of a text, written for the engine that the decisions name, if any. Spans are offsets into the whole text;
 * never throws, takes time in proportion to the range.
 */
export type Reader = (text: string, body: Span, problems: Problems, engine: string | null) => Design;

/** A reader a language. A new notation is one more line here. */
const READERS: Readonly<Record<Language, Reader>> = {
  shorthand: (text, body, problems) => readShorthand(text, body, problems),
  sql: readSql,
  cql: readCql,
  dbml: readDbml,
};

/** The body by its own reader, then the sections below it, which are shorthand whatever stands above. */
function readBody(text: string, body: Span, { store }: Decisions, problems: Problems): Design {
  const layout = layOutBody(text, body, problems);
  // A plain CREATE TABLE is the same in both; the store tells them apart.
  const isCql = layout.language === "sql" && store?.value.type === "wide-column";
  const design = READERS[isCql ? "cql" : layout.language](
    layout.text,
    layout.main,
    problems,
    store?.value.engine ?? null,
  );
  if (!layout.sections) return design;
  const below = readShorthand(text, layout.sections, problems, design.tables);
  return {
    ...design,
    tables: [...design.tables, ...below.tables],
    templates: [...design.templates, ...below.templates],
    edges: [...design.edges, ...below.edges],
    sections: [...design.sections, ...below.sections],
  };
}

const DIALECT_NAMES: Readonly<Record<Dialect, string>> = {
  shorthand: "shorthand",
  postgresql: "SQL",
  mysql: "SQL",
  sqlite: "SQL",
  cql: "CQL",
  dbml: "DBML",
};

/** SQL below `store: MongoDB` is read as it stands; that the two do not go together is worth a word. */
function compareStore({ store }: Decisions, { dialect }: Design, problems: Problems): void {
  if (!store || dialect === "shorthand") return;
  const fits = dialect === "cql" ? "wide-column" : "relational";
  const { type, engine } = store.value;
  if (type === fits) return;
  const message = `The store is ${engine ?? type}, and the design is written in ${DIALECT_NAMES[dialect]}, which is for ${fits} stores. Shorthand says keys and documents of ${type} stores better.`;
  problems.report("hint", store.span, message);
}

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
  const design = readBody(text, layout.body, decisions, problems);
  compareStore(decisions, design, problems);
  const answer: Answer = { decisions: aimShardKeys(decisions, design, problems), design };
  return { value: answer, diagnostics: problems.list() };
}
