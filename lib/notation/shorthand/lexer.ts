import type { Span } from "@/lib/diagnostics";
import { asAscii } from "../full-width";
import type { Problems } from "../problems";
import type { Token } from "./token";

const WORD = /[\p{L}\p{N}\p{M}_$]/u;
const SPACE = /[\s\uFEFF\u200B]/;
/** Second characters of the symbols below; a quick no for all the others. */
const SECOND = new Set("-=>:|");
const LONG_SYMBOLS = ["-->", "->", "=>", "<-", "<=", ">=", "<>", "!=", "==", "::", "||"];
const CLOSING: Readonly<Record<string, string>> = { "'": "'", '"': '"', "`": "`", "“": "”", "‘": "’", "«": "»" };
/** What may stand between two letters of one word. */
const JOINS = new Set("'’-");
const TAB = 4;

interface Scan {
  readonly text: string;
  readonly end: number;
  readonly problems: Problems;
  /** By quote: the end of the line that never closes it. */
  readonly strays: Map<string, number>;
  /** The end of the line that was asked for last. */
  lineEnd: number;
  at: number;
}

function isAsciiWord(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 95 || code === 36;
}

/** How many units the word character at the offset takes; 0 where none is. */
function isWordAt(scan: Scan, at: number): number {
  if (at >= scan.end) return 0;
  const code = scan.text.codePointAt(at) ?? 0;
  if (code < 128) return isAsciiWord(code) ? 1 : 0;
  const length = code > 0xffff ? 2 : 1;
  return at + length <= scan.end && WORD.test(String.fromCodePoint(code)) ? length : 0;
}

/** Kept until the line is over, so that a line full of quotes is searched once. */
function endOfLine(scan: Scan, from: number): number {
  if (from <= scan.lineEnd) return scan.lineEnd;
  const at = scan.text.indexOf("\n", from);
  scan.lineEnd = at === -1 || at > scan.end ? scan.end : at;
  return scan.lineEnd;
}

/** `--FOLLOWS-->` is an edge, not a comment. */
function isLongEdge(scan: Scan): boolean {
  return /^--[A-Za-z_[:]{1,3}[\w:\]]{0,60}--?>/.test(scan.text.slice(scan.at, Math.min(scan.at + 70, scan.end)));
}

/** `#` inside a word is part of a key (`USER#{id}`), `//` after a colon part of an address. */
function isComment(scan: Scan, spaced: boolean): boolean {
  const here = scan.text[scan.at];
  if (here !== "#" && here !== "/" && here !== "-") return false;
  const next = scan.text[scan.at + 1];
  const before = spaced ? "" : (scan.text[scan.at - 1] ?? "");
  if (here === "#") return before === "" || !/[\w}\]:#]/.test(before);
  if (here === "/" && next === "/") return before !== ":";
  if (here !== "-" || next !== "-") return false;
  return scan.text[scan.at + 2] !== ">" && !isLongEdge(scan);
}

/** Where a word ends; an apostrophe or a hyphen between letters belongs to it (`req'd`, `order-items`). */
function endOfWord(scan: Scan, from: number): number {
  let at = from;
  for (;;) {
    const length = isWordAt(scan, at);
    if (length > 0) at += length;
    else if (at > from && JOINS.has(scan.text[at] ?? "") && isWordAt(scan, at + 1) > 0) at++;
    else return at;
  }
}

/** The index of the closing quote on the same line, or -1. A doubled quote stands for itself. */
function closingQuote(scan: Scan, lineEnd: number): number {
  const open = scan.text[scan.at] ?? "";
  const close = CLOSING[open] ?? open;
  for (let at = scan.at + 1; at < lineEnd; at++) {
    if (scan.text[at] !== close) continue;
    if (scan.text[at + 1] !== close || open !== close) return at;
    at++;
  }
  return -1;
}

type Draft = Pick<Token, "kind" | "text" | "end">;

function readString(scan: Scan): Draft | null {
  const open = scan.text[scan.at] ?? "";
  const close = CLOSING[open];
  const end = close === undefined ? -1 : closingQuote(scan, endOfLine(scan, scan.at));
  if (close === undefined || end === -1) return null;
  return { kind: "string", text: scan.text.slice(scan.at + 1, end).replaceAll(close + close, close), end: end + 1 };
}

/** A quote that nothing closes on its line is named and left out; the next one of its kind there goes with it. */
function isStrayQuote(scan: Scan): boolean {
  const open = scan.text[scan.at] ?? "";
  if (CLOSING[open] === undefined) return false;
  const known = scan.strays.get(open) ?? -1;
  const lineEnd = known > scan.at ? known : endOfLine(scan, scan.at);
  if (known !== lineEnd && closingQuote(scan, lineEnd) !== -1) return false;
  if (known !== lineEnd) {
    const message = `This ${open} is never closed on its line. Close it, or leave it out.`;
    scan.problems.report("error", { start: scan.at, end: scan.at + 1 }, message);
  }
  scan.strays.set(open, lineEnd);
  return true;
}

function readSymbol(scan: Scan): Draft {
  const may = SECOND.has(scan.text[scan.at + 1] ?? "");
  const long = may ? LONG_SYMBOLS.find((symbol) => scan.text.startsWith(symbol, scan.at)) : undefined;
  const code = scan.text.codePointAt(scan.at) ?? 0;
  const length = long?.length ?? (code > 0xffff ? 2 : 1);
  const end = Math.min(scan.at + length, scan.end);
  return { kind: "symbol", text: asAscii(scan.text.slice(scan.at, end)), end };
}

/** Fences of Markdown around a pasted answer say nothing about the design. */
function isFence(scan: Scan): boolean {
  return scan.text.startsWith("```", scan.at) || scan.text.startsWith("~~~", scan.at);
}

/** Moves over white space and comments; says whether there was any and how far the line is indented. */
function skipSpace(scan: Scan, gap: Gap): void {
  while (scan.at < scan.end) {
    const character = scan.text[scan.at] ?? "";
    if (character === "\n") {
      gap.indent = 0;
      gap.fresh = true;
    } else if (SPACE.test(character)) gap.indent += character === "\t" ? TAB : 1;
    else if (isComment(scan, gap.spaced) || (gap.fresh && isFence(scan))) scan.at = endOfLine(scan, scan.at) - 1;
    else if (!isStrayQuote(scan)) return;
    gap.spaced = true;
    scan.at++;
  }
}

/** What stands before a token. */
interface Gap {
  spaced: boolean;
  /** No token of this line was read yet. */
  fresh: boolean;
  indent: number;
}

/** Splits the body into tokens; comments and white space leave only their traces (`spaced`, `indent`). Linear. */
export function lex(text: string, body: Span, problems: Problems): Token[] {
  const scan: Scan = { text, end: body.end, problems, strays: new Map(), lineEnd: -1, at: body.start };
  const tokens: Token[] = [];
  const gap: Gap = { spaced: true, fresh: true, indent: 0 };
  for (skipSpace(scan, gap); scan.at < scan.end; skipSpace(scan, gap)) {
    const start = scan.at;
    const wordEnd = endOfWord(scan, start);
    const draft: Draft =
      wordEnd > start
        ? { kind: "word", text: text.slice(start, wordEnd), end: wordEnd }
        : (readString(scan) ?? readSymbol(scan));
    const { kind, text: words, end } = draft;
    const indent = gap.fresh ? gap.indent : -1;
    // Written out, because a spread makes each of a million tokens several times as dear.
    const word = kind === "word" ? words.toLowerCase() : "";
    tokens.push({ kind, text: words, word, start, end, spaced: gap.spaced, indent, match: -1 });
    scan.at = draft.end;
    gap.spaced = false;
    gap.fresh = false;
    gap.indent = 0;
  }
  return tokens;
}
