import { type Span, span } from "@/lib/diagnostics";

/** What the tokens of shorthand and of DBML have in common. */
interface Token {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** White space or a comment stands before it. */
  readonly spaced: boolean;
}

/** Tokens up to an end, and the text that they are of. */
interface Tokens {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly end: number;
}

export function spanOf({ tokens }: Tokens, from: number, to: number): Span {
  const first = tokens[from];
  const last = tokens[Math.max(from, to - 1)];
  return first && last ? span(first.start, last.end) : span(0, 0);
}

/** The source of a range on one line: white space and comments between tokens become one space. */
export function sourceOf({ text, tokens, end }: Tokens, from: number, to: number): string {
  const pieces: string[] = [];
  for (let at = from; at < Math.min(to, end); at++) {
    const token = tokens[at];
    if (!token) break;
    if (at > from && token.spaced) pieces.push(" ");
    pieces.push(token.kind === "symbol" ? token.text : text.slice(token.start, token.end));
  }
  return pieces.join("");
}
