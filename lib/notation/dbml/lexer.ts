import type { Span } from "@/lib/diagnostics";
import { asAscii } from "../full-width";
import type { Problems } from "../problems";
import type { Token } from "./token";

const SPACE = /[\s\uFEFF\u200B]+/uy;
const NUMBER = /\d+\.\d+(?![\p{L}\p{N}_])/uy;
const WORD = /[\p{L}\p{N}\p{M}_$]+/uy;
const COLOUR = /#[0-9a-fA-F]{3,8}\b/y;
const LONG_SYMBOLS = ["<>", "->", "=>"];

interface Scan {
  readonly text: string;
  readonly end: number;
  readonly problems: Problems;
  at: number;
}

function match(pattern: RegExp, { text, at, end }: Scan): string | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0] ?? null;
  return found === null ? null : found.slice(0, end - at);
}

function endOfLine({ text, at, end }: Scan): number {
  const newline = text.indexOf("\n", at);
  return newline === -1 || newline > end ? end : newline;
}

/** Index of the closing quote, or -1. A backslash takes the next character with it. */
function closing(scan: Scan, quote: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (scan.text[at] === "\\" && quote !== "`") at++;
    else if (scan.text.startsWith(quote, at)) return at + quote.length <= to ? at : -1;
  }
  return -1;
}

const KINDS: Readonly<Record<string, Token["kind"]>> = { "'": "string", '"': "quoted", "`": "code" };

function withoutEscapes(text: string, quote: string): string {
  return quote === "`" ? text : text.replace(/\\(.)/gsu, "$1");
}

type Piece = Pick<Token, "kind" | "text" | "end">;

/** A string that nothing closes ends with its line; one over several lines ends with the text. */
function readQuoted(scan: Scan): Piece | null {
  const quote = scan.text.startsWith("'''", scan.at)
    ? "'''"
    : scan.text.startsWith("```", scan.at)
      ? "```"
      : (scan.text[scan.at] ?? "");
  const kind = KINDS[quote[0] ?? ""];
  if (!kind) return null;
  const from = scan.at + quote.length;
  const limit = quote.length === 3 || quote === "`" ? scan.end : endOfLine(scan);
  const close = closing(scan, quote, from, limit);
  if (close !== -1)
    return { kind, text: withoutEscapes(scan.text.slice(from, close), quote[0] ?? ""), end: close + quote.length };
  const message = `This ${quote} is never closed. Close it, or leave it out.`;
  scan.problems.report("error", { start: scan.at, end: Math.min(from, scan.end) }, message);
  const end = endOfLine(scan);
  return { kind, text: scan.text.slice(Math.min(from, end), end), end };
}

function readSymbol({ text, at, end }: Scan): Piece {
  const long = LONG_SYMBOLS.find((symbol) => text.startsWith(symbol, at));
  const code = text.codePointAt(at) ?? 0;
  const to = Math.min(at + (long?.length ?? (code > 0xffff ? 2 : 1)), end);
  return { kind: "symbol", text: asAscii(text.slice(at, to)), end: to };
}

/** Moves over white space and comments; says whether there was any, and whether a line began. */
function skipSpace(scan: Scan): { spaced: boolean; first: boolean } {
  const start = scan.at;
  let first = false;
  while (scan.at < scan.end) {
    const space = match(SPACE, scan);
    if (space) {
      first ||= space.includes("\n");
      scan.at += space.length;
    } else if (scan.text.startsWith("//", scan.at) || scan.text.startsWith("--", scan.at)) scan.at = endOfLine(scan);
    else if (scan.text.startsWith("/*", scan.at)) skipBlock(scan);
    else if (scan.text[scan.at] === "#" && !match(COLOUR, scan)) scan.at = endOfLine(scan);
    else break;
  }
  return { spaced: scan.at > start, first };
}

function skipBlock(scan: Scan): void {
  const close = scan.text.indexOf("*/", scan.at + 2);
  if (close !== -1 && close + 2 <= scan.end) {
    scan.at = close + 2;
    return;
  }
  const at = { start: scan.at, end: scan.at + 2 };
  scan.problems.report("error", at, "This comment is never closed, so nothing below it is read. Close it with `*/`.");
  scan.at = scan.end;
}

/** Splits a body of DBML into tokens. Linear. */
export function lex(text: string, body: Span, problems: Problems): Token[] {
  const scan: Scan = { text, end: body.end, problems, at: body.start };
  const tokens: Token[] = [];
  let gap = skipSpace(scan);
  while (scan.at < scan.end) {
    const start = scan.at;
    const word = match(NUMBER, scan) ?? match(WORD, scan) ?? match(COLOUR, scan);
    const piece: Piece = word
      ? { kind: "word", text: word, end: start + word.length }
      : (readQuoted(scan) ?? readSymbol(scan));
    const first = gap.first || tokens.length === 0;
    tokens.push({ kind: piece.kind, text: piece.text, start, end: piece.end, spaced: gap.spaced, first, match: -1 });
    scan.at = piece.end;
    gap = skipSpace(scan);
  }
  return tokens;
}
