import { nameKey, plainName } from "@/lib/design";
import { type Span, span } from "@/lib/diagnostics";
import { printName } from "../print/names";
import { Problems } from "../problems";
import type { Statement, TableDraft } from "../shorthand/draft";
import { lex } from "../shorthand/lexer";
import { isArrow, isName, isSymbol, isWord, type Token } from "../shorthand/token";
import { isKeyword, phraseAt } from "../shorthand/words";
import { type Source, statementsOf, tokenAt, tokenRange } from "./source";

/** The attribute that a name means: as it is written first, then up to case and separators, then up to plural. */
export function attributeNamed(table: TableDraft, name: string): number {
  const find = (same: (written: string) => boolean) => table.attributes.findIndex((one) => same(one.name.text));
  const exact = find((written) => written === name);
  if (exact >= 0) return exact;
  const plain = find((written) => plainName(written) === plainName(name));
  return plain >= 0 ? plain : find((written) => nameKey(written) === nameKey(name));
}

/** One attribute of a table, to be found wherever it is named. */
export interface Sought {
  readonly table: TableDraft;
  readonly attribute: number;
  /** Names that mean the table, in `bids.amount`. */
  readonly isTable: (name: string) => boolean;
}

interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Names of the attribute in a range of tokens: no text in quotes, no function, no step of another path. */
function namesIn({ text, tokens }: Words, from: number, to: number, sought: Sought, loose: boolean): readonly Token[] {
  const names = (token: Token) => attributeNamed(sought.table, token.text) === sought.attribute;
  return tokens.slice(from, to).filter((token, i) => {
    const at = from + i;
    if (!isName(token) || text[token.start] === "'" || !names(token)) return false;
    if (!loose && token.kind === "word" && isKeyword(token.text) && !isCompared(tokens, at)) return false;
    if (isSymbol(tokens[at + 1], "(") && tokens[at + 1]?.spaced === false && token.kind === "word") return false;
    if (!isSymbol(tokens[at - 1], ".")) return true;
    const owner = tokens[at - 2];
    return isName(owner) && !isSymbol(tokens[at - 3], ".") && sought.isTable(owner.text) && at - 2 >= from;
  });
}

/** `check >= 0` beside `key` is about `key >= 0`, though that word means something elsewhere. */
function isCompared(tokens: readonly Token[], at: number): boolean {
  return isSymbol(tokens[at + 1], ">", "<", ">=", "<=", "<>", "!=", "=", "≥", "≤", "≠");
}

function replaceTokens(text: string, tokens: readonly Token[], words: string): string {
  return tokens.reduceRight((rest, token) => rest.slice(0, token.start) + words + rest.slice(token.end), text);
}

function lexWords(text: string): Words {
  return { text, tokens: lex(text, span(0, text.length), new Problems()) };
}

/** The columns that a condition names, in its order. */
export function columnsIn(table: TableDraft, expression: string): readonly number[] {
  const { text, tokens } = lexWords(expression);
  return tokens.flatMap((_, at) => {
    const attribute = isName(tokens[at]) ? attributeNamed(table, tokens[at]?.text ?? "") : -1;
    const sought = { table, attribute, isTable: (name: string) => nameKey(name) === nameKey(table.name.text) };
    return attribute >= 0 && namesIn({ text, tokens }, at, at + 1, sought, false).length > 0 ? [attribute] : [];
  });
}

/** An expression with the attribute called otherwise. */
export function renameIn(expression: string, sought: Sought, name: string): string {
  const words = lexWords(expression);
  return replaceTokens(expression, namesIn(words, 0, words.tokens.length, sought, false), printName(name));
}

export function isNamedIn(expression: string, sought: Sought): boolean {
  const words = lexWords(expression);
  return namesIn(words, 0, words.tokens.length, sought, false).length > 0;
}

/** An expression with the table called otherwise, where a column says it (`bids.amount > 0`). */
export function renameTableIn(expression: string, isTable: (name: string) => boolean, name: string): string {
  const words = lexWords(expression);
  return replaceTokens(expression, qualifiersIn(words, 0, words.tokens.length, isTable), printName(name));
}

export function qualifiersIn(
  { tokens }: Words,
  from: number,
  to: number,
  isTable: (name: string) => boolean,
): readonly Token[] {
  return tokens
    .slice(from, to)
    .filter(
      (token, i) =>
        isName(token) &&
        isTable(token.text) &&
        isSymbol(tokens[from + i + 1], ".") &&
        tokens[from + i + 1]?.spaced === false &&
        !isSymbol(tokens[from + i - 1], "."),
    );
}

/** Where the columns of a statement's own table begin and end; what a reference points at lies behind. */
export function ownRange(source: Source, statement: Statement): readonly [number, number] {
  const { tokens } = source;
  const [from, to] = tokenRange(source, statement.span);
  if (statement.index.partition?.length) return [behindSecondaryHead(source, from, to), to];
  const heads = [statement.head, statement.table].flatMap((name) => (name ? [name.span.end] : []));
  const hasColumns = statement.columns.length > 0 && statement.kind !== "check";
  const first = hasColumns ? Math.min(...statement.columns.map((column) => column.span.start)) : Math.max(0, ...heads);
  const start = Math.max(from + 1, tokenAt(source, first));
  const arrow = statement.kind === "fk" ? tokens.slice(start, to).findIndex(isAim) : -1;
  return [Math.min(start, to), arrow < 0 ? to : start + arrow];
}

/** `gsi by_status on orders:` may bear the name of one of its columns. */
function behindSecondaryHead({ tokens }: Source, from: number, to: number): number {
  let at = from + (phraseAt({ tokens, text: "", at: from, end: to, depth: 0 })?.length ?? 0);
  if (isName(tokens[at]) && !isWord(tokens[at], "on")) at++;
  if (isWord(tokens[at], "on")) at += 2;
  return Math.min(isSymbol(tokens[at], ":") ? at + 1 : at, to);
}

function isAim(token: Token): boolean {
  return isArrow(token) || isWord(token, "references") || isSymbol(token, ">");
}

/** Where a statement names the attribute. */
export function namedInStatement(
  source: Source,
  statement: Statement,
  sought: Sought,
  loose = false,
): readonly Token[] {
  const [from, to] = ownRange(source, statement);
  const named = namesIn(source, from, to, sought, loose);
  return statement.index.partition?.length ? named.filter((token) => !isRole(source, token, from, to)) : named;
}

/** `status (partition key)`: the words in brackets behind a column of a secondary index name none. */
function isRole({ tokens }: Source, token: Token, from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(
      (open, i) =>
        i > 0 && open.match > from + i && open.start < token.start && (tokens[open.match]?.end ?? 0) > token.end,
    );
}

/** Where the notes of its own table name the attribute in a condition. */
export function namedInNotes(source: Source, sought: Sought): readonly Token[] {
  return sought.table.attributes.flatMap((attribute) =>
    source.draft.notes
      .filter((note) => note.phrase === "check" && contains(attribute.span, note.span))
      .flatMap(({ span: at }) => {
        const [from, to] = tokenRange(source, at);
        return namesIn(source, from + (isWord(source.tokens[from], "check", "chk") ? 1 : 0), to, sought, false);
      }),
  );
}

function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Where references and copies anywhere name the attribute. */
export function namedInMentions(source: Source, sought: Sought): readonly Token[] {
  const { draft, lookup, tokens } = source;
  return draft.mentions
    .filter((mention) => mention.column !== null && lookup.table(mention.table) === sought.table)
    .flatMap(({ tableSpan, columnSpan }) => {
      const from = tokenAt(source, tableSpan.end);
      const to = tokenAt(source, columnSpan.end);
      const path = isSymbol(tokens[from], ".");
      const places = tokens.slice(from, to).flatMap((token, i) => {
        const leads = path ? i === 1 : !isSymbol(tokens[from + i - 1], ".");
        return isName(token) && leads && attributeNamed(sought.table, token.text) === sought.attribute ? [token] : [];
      });
      return places;
    });
}

export function soughtIn(source: Source, table: TableDraft, attribute: number): Sought {
  return { table, attribute, isTable: (name) => source.lookup.table(name) === table };
}

/** Everywhere the attribute is named but where it is declared. */
export function namesOf(source: Source, sought: Sought, loose: boolean): readonly Token[] {
  return [
    ...statementsOf(source, sought.table).flatMap((one) => namedInStatement(source, one, sought, loose)),
    ...namedInNotes(source, sought),
    ...namedInMentions(source, sought),
  ];
}

/** True where another attribute of the table has the same name: then a name elsewhere means the first of them. */
export function standsTwice(table: TableDraft, attribute: number): boolean {
  const plain = plainName(table.attributes[attribute]?.name.text ?? "");
  return table.attributes.some((one, i) => i !== attribute && plainName(one.name.text) === plain);
}
