import type { Design, StoreType } from "@/lib/design";
import type { Choice, ChoiceKind } from "./choice";
import { pathsOf, referenceName, tableNamed, targetOf } from "./names";
import { snippetsFor } from "./snippets";
import { type Place, placeIn } from "./statement";
import { DEFAULTS, DURATIONS, NOTES, SQL_WORDS, TABLE_LINES, TOP_LINES, TYPES } from "./vocabulary";

export interface Choices {
  /** Where what is being typed begins. */
  readonly from: number;
  readonly choices: readonly Choice[];
}

export interface CompletionRequest {
  /** The design up to the caret. */
  readonly before: string;
  /** How the whole text reads. Names come from here alone: the scenario's words are the person's to find. */
  readonly design: Design;
  readonly store: StoreType | null;
  /** Asked for by key, not by typing. */
  readonly explicit: boolean;
}

interface Found {
  /** What is typed of the choice so far. */
  readonly typed: string;
  readonly choices: readonly Choice[];
  /** Offered without a letter typed. */
  readonly atOnce?: boolean;
}

const WORD = /[\p{L}\p{N}_$.]*$/u;

/** What could stand at the caret, or null. Case does not matter, and only what begins as typed is offered. */
export function complete(request: CompletionRequest): Choices | null {
  const { before, design, explicit } = request;
  const found = design.dialect === "shorthand" ? inShorthand(request) : inSql(request);
  if (!found || (found.typed === "" && !explicit && !found.atOnce)) return null;
  const typed = found.typed.toLowerCase();
  const choices = found.choices.filter(({ label }) => label.toLowerCase().startsWith(typed));
  // A word that is finished is left alone: Enter behind it is a new line, not the next longer word.
  const finished = !explicit && typed !== "" && choices.some(({ label }) => label.toLowerCase() === typed);
  return finished || choices.length === 0 ? null : { from: before.length - found.typed.length, choices };
}

function inShorthand(request: CompletionRequest): Found | null {
  const place = placeIn(request.before);
  if (place.inComment || place.inQuotes) return null;
  return (
    afterArrow(place, request.design) ??
    inColumnList(place, request.design) ??
    inNotes(place, request) ??
    inStatement(place, request.design) ??
    inAttributes(place, request) ??
    atLineStart(place, request)
  );
}

const choice =
  (kind: ChoiceKind) =>
  (label: string): Choice => ({ label, kind });

/** `FK -> `, `ref -> `, `FK likes(post_id) -> `; after an edge's arrow, its node. */
function afterArrow({ segment, statement }: Place, design: Design): Found | null {
  const edge = /^edge\s.*-\s*[\w$]+\s*->\s*([\p{L}\p{N}_$]*)$/iu.exec(statement);
  if (edge) return { typed: edge[1] ?? "", choices: nodes(design), atOnce: true };
  const [, typed] = /(?:->|\bcopy of )\s*([\p{L}\p{N}_$.]*)$/iu.exec(segment) ?? [];
  if (typed === undefined) return null;
  const dot = typed.indexOf(".");
  if (dot === -1) return { typed, choices: design.tables.map(asTarget), atOnce: true };
  const table = tableNamed(design, typed.slice(0, dot));
  return table && { typed: typed.slice(dot + 1), choices: pathsOf(table).map(choice("column")), atOnce: true };
}

const asTarget = (table: Design["tables"][number]): Choice => ({
  label: targetOf(table),
  kind: "table",
});

function nodes(design: Design): readonly Choice[] {
  return design.tables.filter(({ shape }) => shape === "node").map(({ name }) => choice("table")(name.text));
}

const LISTS =
  /^\s*(?:unique\s+index|index|unique|pk|primary\s+key|fk|foreign\s+key|check)\b\s*(?:[\p{L}\p{N}_$]+\s+on\s+)?([\p{L}\p{N}_$]*)/iu;

/** Inside `index table( … )` and its like; `-> table( … )` too. */
function inColumnList({ statement, open, owner, segment }: Place, design: Design): Found | null {
  if (open?.kind !== "(") return null;
  const front = statement.slice(0, open.at);
  const target = /->\s*([\p{L}\p{N}_$]+)\s*$/u.exec(front)?.[1];
  const list = LISTS.exec(front);
  if (!target && !list) return null;
  const table = tableNamed(design, target ?? (list?.[1] || owner || ""));
  if (!table) return { typed: "", choices: [] };
  if (/^\S+\s+\S*$/.test(segment) && !/check/i.test(front)) {
    return { typed: lastWord(segment), choices: ["desc", "asc"].map(choice("word")) };
  }
  const used = new Set(
    statement
      .slice(open.at + 1)
      .split(/[\s,]+/)
      .slice(0, -1),
  );
  const columns = pathsOf(table).filter((path) => !used.has(path));
  return { typed: lastWord(segment), choices: columns.map(choice("column")), atOnce: true };
}

function lastWord(text: string): string {
  return WORD.exec(text)?.[0] ?? "";
}

/** In the brackets behind an attribute. */
function inNotes({ open, statement, segment }: Place, { store }: CompletionRequest): Found | null {
  if (open?.kind !== "(") return null;
  const [, word, typed] = /^(default|ttl)\s+(\S*)$/i.exec(segment) ?? [];
  if (word !== undefined && typed !== undefined) {
    const values = word.toLowerCase() === "ttl" ? DURATIONS : DEFAULTS;
    return { typed, choices: values.map(choice("value")), atOnce: true };
  }
  if (/^numeric|^decimal|^varchar|^char/i.test(/\S*$/.exec(statement.slice(0, open.at))?.[0] ?? "")) return null;
  const said = statement.slice(open.at + 1).toLowerCase();
  const left = NOTES[store ?? "relational"].filter(
    ({ label }) =>
      !said
        .slice(0, said.length - segment.length)
        .split(/,\s*/)
        .some((note) => note.trim() === label.toLowerCase()),
  );
  return { typed: segment, choices: left, atOnce: true };
}

/** After `index`, `unique`, `PK`, `gsi name on`: a table. Behind the list: what may follow. */
function inStatement({ line, open }: Place, design: Design): Found | null {
  if (open) return null;
  const tables = design.tables.map(({ name }): Choice => ({ label: name.text, kind: "table" }));
  const [, head, typed] =
    /^(index|unique|unique\s+index|pk|primary\s+key|fk|foreign\s+key|check|gsi\s+\S+\s+on)\s+([\p{L}\p{N}_$]*)$/iu.exec(
      line,
    ) ?? [];
  if (head !== undefined && typed !== undefined) {
    const more = /^unique$/i.test(head) ? [choice("word")("index")] : [];
    return { typed, choices: [...tables.map(opensList), ...more], atOnce: true };
  }
  const [, from] = /^edge\s+([\p{L}\p{N}_$]*)$/iu.exec(line) ?? [];
  if (from !== undefined) return { typed: from, choices: nodes(design), atOnce: true };
  const [, after] = /^(?:unique\s+)?index\b.*\)\s+(\w*)$/i.exec(line) ?? [];
  if (after === undefined) return null;
  return { typed: after, choices: [choice("word")("where"), { ...choice("word")("include"), insert: "include (" }] };
}

const opensList = (table: Choice): Choice => ({ ...table, insert: `${table.label}(`, again: true });

/** An attribute's name, or the type behind it. */
function inAttributes(place: Place, { design }: CompletionRequest): Found | null {
  const { owner, open, segment, statement, line, indented } = place;
  if (owner === null || open?.kind === "[") return null;
  if (!open && !statement.includes(":")) return null;
  const [, name, , type] = /^([\p{L}\p{N}_$"]+)?(\s+)?([\p{L}\p{N}_]*)$/u.exec(segment) ?? [];
  if (name !== undefined && /\s/.test(segment)) return { typed: type ?? "", choices: TYPES.map(choice("type")) };
  const typed = lastWord(segment);
  if (typed !== segment) return null;
  const lines = indented && line === typed ? TABLE_LINES : [];
  const others = design.tables.filter((table) => table.name.text !== owner && table.shape === "table");
  const links = others.map((table): Choice => {
    const label = referenceName(table);
    return { label, kind: "column", detail: `FK -> ${targetOf(table)}`, insert: `${label} (FK -> ${targetOf(table)})` };
  });
  return { typed, choices: [...links, ...lines] };
}

/** A new line at the margin: the words that begin statements, and pieces for the chosen store. */
function atLineStart({ line, indented, open }: Place, { store }: CompletionRequest): Found | null {
  if (open || indented || !/^[\p{L} ]*$/u.test(line)) return null;
  // A statement that asks on for its table is more than a piece of the same name; any other is less.
  const flows = TOP_LINES.filter(({ again }) => again);
  const pieces = snippetsFor(store)
    .filter(({ label }) => !flows.some((flow) => flow.label === label))
    .map(({ label, detail, template }): Choice => ({ label, kind: "snippet", detail, template }));
  const lines = TOP_LINES.filter(({ label }) => !pieces.some((piece) => piece.label === label));
  return { typed: line, choices: [...pieces, ...lines] };
}

/** In SQL, CQL and DBML: their words, and the names in the text. */
function inSql({ before, design }: CompletionRequest): Found | null {
  const typed = lastWord(before);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (/--|\/\//.test(line) || /^\d/.test(typed)) return null;
  const dot = typed.lastIndexOf(".");
  if (dot !== -1) {
    const table = tableNamed(design, typed.slice(0, dot));
    return table && { typed: typed.slice(dot + 1), choices: pathsOf(table).map(choice("column")), atOnce: true };
  }
  const columns = new Set(design.tables.flatMap(({ attributes }) => attributes.map(({ name }) => name.text)));
  const words = design.dialect === "dbml" ? SQL_WORDS.dbml : SQL_WORDS.sql;
  return {
    typed,
    choices: [
      ...design.tables.map(({ name }) => choice("table")(name.text)),
      ...[...columns].map(choice("column")),
      ...words.map(choice("word")),
    ],
  };
}
