import type { Span } from "@/lib/diagnostics";
import { asAscii } from "../full-width";
import type { Problems } from "../problems";
import type { Token } from "./token";

const SPACE = /[\s\u200b\u200e\u200f\ufeff]+/uy;
const WORD = /[\p{L}\p{M}_@][\p{L}\p{M}\p{N}_$@]*/uy;
const NUMBER = /0x[\da-f]+|(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy;
const LONG_SYMBOL = /::|<=|>=|<>|!=|\|\||->>|->|=>|:=|#>>|#>|#-|&&|@>|<@|!~~?\*?|~\*/y;
const DOLLAR = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const BRACKETED = /\[[\p{L}_][^[\]\n,'"]*\]/uy;
const VERSIONED = /\/\*M?!(?!999999)\d*/y;
const DELIMITER = /delimiter[ \t]+(\S+)/iy;
const DELIMITER_BACK = /^[ \t]*delimiter[ \t]+;/gim;
const DOWN = /(?:--|#)[ \t]*(?:\+goose|\+migrate)[ \t]+down\b|--[ \t]*migrate:down\b|--[ \t]*\/\/[ \t]*@undo\b/iy;
const UP = /^[ \t]*(?:--|#)[ \t]*(?:(?:\+goose|\+migrate)[ \t]+up\b|migrate:up\b)/gim;
const COMMENT_MARK = /\/\*|\*\//g;
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

/** Tags of dollar quotes that were never closed, after which none is looked for: keeps reading linear. */
const MOST_OPEN_TAGS = 16;

/** Comments in one comment; beyond that it closes at its first mark. */
const MOST_COMMENT_MARKS = 64;

/** What stands in a place that no statement needs: the down half of a migration, routines between DELIMITER lines. */
export interface Skipped {
  readonly kind: string;
  readonly span: Span;
}

export interface Lexed {
  readonly tokens: Token[];
  readonly skipped: Skipped[];
}

/** Cuts a body into tokens. Every character lies in a token, a comment, white space, or what was skipped. */
class Lexer {
  readonly tokens: Token[] = [];
  readonly skipped: Skipped[] = [];
  private at: number;
  private spaced = true;
  private first = true;
  private openTags = 0;
  private line = { from: 1, end: 0 };
  private readonly unclosed = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly body: Span,
    private readonly escapes: boolean,
    private readonly problems: Problems,
  ) {
    this.at = body.start;
  }

  run(): void {
    while (this.at < this.body.end) {
      const from = this.at;
      if (!this.blank()) this.token();
      // Whatever happens, it moves on.
      if (this.at <= from) this.at = from + 1;
    }
  }

  private match(pattern: RegExp, at = this.at): string | null {
    pattern.lastIndex = at;
    const end = pattern.test(this.text) ? pattern.lastIndex : -1;
    return end >= at && end <= this.body.end ? this.text.slice(at, end) : null;
  }

  private push(kind: Token["kind"], end: number, text = this.text.slice(this.at, end)): void {
    const word = kind === "word" ? text.toLowerCase() : "";
    const token = { kind, text, word, start: this.at, end, spaced: this.spaced, first: this.first };
    this.tokens.push(token);
    this.at = end;
    this.spaced = false;
    this.first = false;
  }

  private leave(end: number): true {
    if (this.text.slice(this.at, end).includes("\n")) this.first = true;
    this.at = end;
    this.spaced = true;
    return true;
  }

  /** Where the line ends; looked for once a line, however much stands on it. */
  private lineEnd(from = this.at): number {
    if (from < this.line.from || from > this.line.end) {
      const newline = this.text.indexOf("\n", from);
      this.line = { from, end: newline === -1 || newline > this.body.end ? this.body.end : newline };
    }
    return this.line.end;
  }

  /** White space, comments and what is skipped whole. */
  private blank(): boolean {
    const space = this.match(SPACE);
    if (space !== null) return this.leave(this.at + space.length);
    const two = this.text.slice(this.at, this.at + 2);
    if (two === "--") return this.lineComment();
    if (two === "/*") return this.blockComment();
    if (two === "*/") return this.leave(this.at + 2);
    if (this.first && two.startsWith("\\")) return this.skip("psql command", this.lineEnd());
    if (this.first && /^d/i.test(two)) return this.delimiter();
    if (two.startsWith("#") && (this.first || !/[>#-]/.test(two[1] ?? ""))) return this.lineComment();
    // `//` is no comment in SQL, yet people write it.
    return two === "//" && this.spaced && this.leave(this.lineEnd());
  }

  private skip(kind: string, end: number): true {
    this.skipped.push({ kind, span: { start: this.at, end } });
    return this.leave(end);
  }

  private lineComment(): true {
    if (this.match(DOWN) === null) return this.leave(this.lineEnd());
    UP.lastIndex = this.at;
    const up = UP.exec(this.text)?.index ?? this.body.end;
    return this.skip("down migration", Math.min(up, this.body.end));
  }

  private delimiter(): boolean {
    const line = this.match(DELIMITER);
    if (line === null) return false;
    if (/\s;$/.test(line)) return this.leave(this.at + line.length);
    DELIMITER_BACK.lastIndex = this.at + line.length;
    const back = DELIMITER_BACK.exec(this.text);
    return this.skip("DELIMITER block", Math.min(back ? back.index + back[0].length : this.body.end, this.body.end));
  }

  /** MySQL runs what stands in a comment with a version: only the comment's marks are blank. */
  private blockComment(): true {
    const versioned = this.match(VERSIONED);
    if (versioned !== null) return this.leave(this.at + versioned.length);
    const close = this.unclosed.has("/*") ? -1 : this.commentEnd();
    if (close !== -1 && close + 2 <= this.body.end) return this.leave(close + 2);
    this.unclosed.add("/*");
    const end = this.lineEnd();
    this.problems.report("error", { start: this.at, end }, "This comment is never closed. Add `*/` behind it.");
    return this.leave(end);
  }

  /** Where the comment closes. PostgreSQL's hold comments; one that does not come out even closes at its first mark. */
  private commentEnd(): number {
    const first = this.text.indexOf("*/", this.at + 2);
    if (this.escapes || first === -1) return first;
    let depth = 0;
    COMMENT_MARK.lastIndex = this.at;
    for (let steps = 0; steps < MOST_COMMENT_MARKS; steps++) {
      const mark = COMMENT_MARK.exec(this.text);
      if (!mark || mark.index >= this.body.end) return first;
      depth += mark[0] === "/*" ? 1 : -1;
      if (depth === 0) return mark.index;
    }
    return first;
  }

  private token(): void {
    const word = this.match(WORD);
    const number = word === null ? this.match(NUMBER) : null;
    if (word !== null) this.word(word);
    else if (number !== null) this.push("number", this.at + number.length);
    else if (!this.quote(this.text[this.at] ?? "")) this.symbol();
  }

  /** What stands in quotes of any kind. */
  private quote(character: string): boolean {
    switch (character) {
      case "'":
        this.string(this.escapes);
        return true;
      case '"':
      case "`":
        this.quoted(character);
        return true;
      case "’":
      case "‘":
        this.curly("’", "string");
        return true;
      case "“":
      case "”":
        this.curly("”", "quoted");
        return true;
      case "$":
        return this.dollar();
      default:
        return character === "[" && this.bracketed();
    }
  }

  private symbol(): void {
    const long = this.match(LONG_SYMBOL);
    const point = this.text.codePointAt(this.at) ?? 0;
    const end = this.at + (long?.length ?? (point > 0xffff ? 2 : 1));
    const sign = asAscii(this.text.slice(this.at, end));
    this.push("symbol", end, sign);
    if (sign === ";") this.copied();
  }

  /** `E'…'`, `N'…'`, `_utf8'…'`: the word in front belongs to the string. */
  private word(word: string): void {
    const next = this.text[this.at + word.length];
    if (next !== "'" || !/^(?:[ebxn]|_\w+)$/i.test(word)) {
      this.push("word", this.at + word.length);
      return;
    }
    const start = this.at;
    const { spaced, first } = this;
    this.at += word.length;
    this.string(this.escapes || /^e$/i.test(word));
    const token = this.tokens.pop();
    if (token) this.tokens.push({ ...token, start, spaced, first });
  }

  /** Where the string that opens at the cursor closes, or -1. */
  private closing(quote: string, escapes: boolean): number {
    if (this.unclosed.has(quote)) return -1;
    for (let at = this.at + 1; at < this.body.end; at++) {
      const character = this.text[at];
      if (escapes && character === "\\") at++;
      else if (character === quote && this.text[at + 1] === quote) at++;
      else if (character === quote) return at;
    }
    this.unclosed.add(quote);
    return -1;
  }

  private string(escapes: boolean): void {
    const close = this.closing("'", escapes);
    const end = this.lineEnd();
    // Over a line's end and stuck to a word: that quote opens the next string, and this one was never closed.
    const stuck = close > end && WORD_CHARACTER.test(this.text[close + 1] ?? "");
    if (close !== -1 && !stuck) {
      this.push("string", close + 1, this.text.slice(this.at + 1, close).replaceAll("''", "'"));
    } else this.open("'", end);
  }

  private quoted(quote: string): void {
    const close = this.closing(quote, quote === '"' && this.escapes);
    const end = this.lineEnd();
    if (close === -1 || (close > end && quote === "`")) {
      this.open(quote, end);
      return;
    }
    this.push("quoted", close + 1, this.text.slice(this.at + 1, close).replaceAll(quote + quote, quote));
  }

  /** A quote without its other half ends with its line, before the comma or bracket that closes the line. */
  private open(quote: string, lineEnd: number): void {
    const rest = this.text.slice(this.at + 1, lineEnd);
    const kept = rest.replace(/[\s,;)]{1,8}$/, "");
    const end = this.at + 1 + kept.length;
    const span = { start: this.at, end };
    this.problems.report("error", span, `This ${quote} is never closed. Write the other ${quote}.`, {
      label: `Add ${quote}`,
      edits: [{ span: { start: end, end }, text: quote }],
    });
    this.push(quote === "'" ? "string" : "quoted", end, kept);
  }

  /** What a word processor makes of quotes. */
  private curly(closer: string, kind: "string" | "quoted"): void {
    const end = this.lineEnd();
    const close = this.unclosed.has(closer) ? -1 : this.text.indexOf(closer, this.at + 1);
    if (close === -1) this.unclosed.add(closer);
    if (close === -1 || close > end) this.push("symbol", this.at + 1);
    else this.push(kind, close + 1, this.text.slice(this.at + 1, close));
  }

  private dollar(): boolean {
    const tag = this.openTags < MOST_OPEN_TAGS ? this.match(DOLLAR) : null;
    if (tag === null) return false;
    const close = this.text.indexOf(tag, this.at + tag.length);
    if (close === -1 || close + tag.length > this.body.end) {
      this.openTags++;
      const span = { start: this.at, end: this.at + tag.length };
      this.problems.report("error", span, `This ${tag} is never closed. Write ${tag} behind what it quotes.`);
      return false;
    }
    this.push("string", close + tag.length, this.text.slice(this.at + tag.length, close));
    return true;
  }

  /** SQL Server's `[order]`. Behind a word without a space it is an array's brackets. */
  private bracketed(): boolean {
    const last = this.tokens.at(-1);
    if (!this.spaced && (last?.kind === "word" || last?.text === "]" || last?.text === ")")) return false;
    const found = this.match(BRACKETED);
    if (found === null) return false;
    this.push("quoted", this.at + found.length, found.slice(1, -1));
    return true;
  }

  /** The rows behind `COPY … FROM stdin;` end with `\.` on a line of its own; they belong to the statement. */
  private copied(): void {
    const { tokens } = this;
    const from = tokens.findLastIndex((token, i) => token.word === "stdin" || tokens.length - i > 40);
    if (tokens[from]?.word !== "stdin" || tokens[from - 1]?.word !== "from") return;
    const close = this.text.indexOf("\n\\.", this.at);
    const end = close === -1 ? this.body.end : Math.min(this.lineEnd(close + 1), this.body.end);
    const last = tokens.pop();
    if (last) tokens.push({ ...last, end });
    this.leave(end);
    this.first = true;
  }
}

export function lex(text: string, body: Span, escapes: boolean, problems: Problems): Lexed {
  const lexer = new Lexer(text, body, escapes, problems);
  lexer.run();
  return lexer;
}
