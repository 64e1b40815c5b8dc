import { type Attribute, type Design, findTable, plainName, type Reference, type Table } from "@/lib/design";
import type { Scenario } from "@/lib/scenario";
import type { Holder } from "./holders";
import {
  fullWords,
  headWords,
  holderWords,
  looksLikeId,
  referenceWords,
  tableWords,
  thingWords,
  wordsOf,
} from "./words";

/** A column as the aligner sees it; `words` are made once. */
export interface Column {
  readonly attribute: Attribute;
  readonly path: string;
  readonly words: readonly string[];
  /** The words, and the words without the table's own name before them (`bid_amount` in bids). */
  readonly forms: readonly (readonly string[])[];
}

/** A column or columns that may keep a relation. */
export interface Link {
  readonly columns: readonly string[];
  readonly words: readonly string[];
  /** Null for a column that only looks like a reference. */
  readonly reference: Reference | null;
  /** The table that the reference names, where the design has it. */
  readonly target: Table | null;
}

/** What was found out about one profile. It lives and ends with it. */
interface Known {
  /** Entities that its name says whole, by scenario. */
  readonly named: Map<Scenario, ReadonlySet<string>>;
  /** Columns by `entity.attribute`, by the entities asked about. */
  readonly columns: Map<string, ReadonlyMap<string, Column>>;
}

/** A table with what the aligner asks of it again and again. */
export interface Profile {
  readonly table: Table;
  readonly holder: Holder;
  /** The name's words; then, where it says by what it is looked up (`messages_by_chat`), those of the thing alone. */
  readonly words: readonly string[];
  readonly head: readonly string[];
  /** All of the name's words. */
  readonly full: readonly string[];
  /** Each word before what it is looked up by, none left out. */
  readonly thing: readonly string[];
  readonly columns: readonly Column[];
  readonly links: readonly Link[];
  readonly known: Known;
}

function formsOf(words: readonly string[], table: readonly string[]): Column["forms"] {
  const prefixed = words.length > table.length && table.every((word, i) => words[i] === word);
  return prefixed && table.length > 0 ? [words, words.slice(table.length)] : [words];
}

function flatten(attributes: readonly Attribute[], table: readonly string[], prefix = ""): Column[] {
  return attributes.flatMap((attribute) => {
    const path = prefix + attribute.name.text;
    const words = wordsOf(attribute.name.text);
    const column = { attribute, path, words, forms: formsOf(words, table) };
    return attribute.shape === "object" ? [column, ...flatten(attribute.attributes, table, `${path}.`)] : [column];
  });
}

function isOwnId(table: Table, column: Column, tableName: readonly string[]): boolean {
  const words = referenceWords(column.path);
  const alone = words.length === 1 && looksLikeId(column.path) && wordsOf(column.path).length === 1;
  /** `session_user_id` of `sessions_by_user` is whom it is asked by. */
  const own = words.join("") === tableName.join("") && !wordsOf(table.name.text).includes("by");
  const keyed = table.keys.some(
    (key) => key.primary && key.columns.some((name) => plainName(name) === plainName(column.path)),
  );
  /** Beside a key of its own, a column named like the table is a reference (`follower_id` of followers). */
  const other = table.keys.some(({ primary }) => primary);
  return alone || (own && (keyed || (looksLikeId(column.path) && !other)));
}

function loosely(column: Column): Link {
  return { columns: [column.path], words: referenceWords(column.path), reference: null, target: null };
}

/** Fractions, flags and times name no other row, whatever they are called (`signal real`). */
const NO_KEY =
  /^(real|float|double|decimal\s*\(\s*\d+\s*,\s*[1-9]|numeric\s*\(\s*\d+\s*,\s*[1-9]|money|bool|timestamp|date|time\b|interval)/i;

/** Columns that only look like references: not the table's own id, not already one. */
function looseLinks(table: Table, columns: readonly Column[], words: readonly string[]): readonly Link[] {
  const referenced = new Set(table.references.flatMap((reference) => reference.columns.map(plainName)));
  return columns
    .filter((column) => column.attribute.shape === "scalar" && !referenced.has(plainName(column.path)))
    .filter((column) => !isOwnId(table, column, words) && !NO_KEY.test(column.attribute.type ?? ""))
    .map(loosely);
}

function declaredLinks(design: Design, table: Table): readonly Link[] {
  return table.references.map(
    (reference): Link => ({
      columns: reference.columns,
      words: referenceWords(reference.columns.at(-1) ?? ""),
      reference,
      target: findTable(design, reference.target.table),
    }),
  );
}

/** A holder as the aligner sees it. `more` are links that its text does not hold: its parent's, a node's edges. */
export function profileOf(design: Design, holder: Holder, more: readonly Link[] = []): Profile {
  const { table } = holder;
  const plain = holder.kind === "table" && holder.store === "relational" && !holder.second;
  const words = plain ? tableWords(table.name.text) : holderWords(table.name.text);
  const columns = flatten(table.attributes, words);
  const links = [...declaredLinks(design, table), ...more, ...looseLinks(table, columns, words)];
  return {
    table,
    holder,
    words,
    head: plain ? words : headWords(table.name.text),
    full: fullWords(table.name.text),
    thing: thingWords(table.name.text),
    columns,
    links,
    known: nothingKnown(),
  };
}

const nothingKnown = (): Known => ({ named: new Map(), columns: new Map() });

/** The same table with other columns: what was found out about it is asked anew. */
export function withColumns(profile: Profile, columns: readonly Column[]): Profile {
  return { ...profile, columns, known: nothingKnown() };
}

/** True for the columns of a declared reference. */
export function isReferenced(profile: Profile, path: string): boolean {
  const plain = plainName(path);
  return profile.links.some((link) => link.reference && link.columns.some((column) => plainName(column) === plain));
}
