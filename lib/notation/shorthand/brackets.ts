import type { Problems } from "../problems";
import { isSymbol, isWord, type Token } from "./token";

const CLOSER: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const OPENER: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

interface Open {
  readonly index: number;
  readonly text: string;
}

interface Pairing {
  readonly tokens: readonly Token[];
  readonly open: Open[];
  readonly count: Map<string, number>;
  readonly strays: Set<number>;
}

/** `users:` at the start of a line that is not indented: where the next table surely begins. */
export function startsHeader(tokens: readonly Token[], at: number, base: number): boolean {
  const token = tokens[at];
  if (!token || token.indent < 0 || token.indent > base) return false;
  return token.kind !== "symbol" && isSymbol(tokens[at + 1], ":") && tokens[at + 1]?.indent === -1;
}

function drop(pairing: Pairing): void {
  const top = pairing.open.pop();
  if (!top) return;
  pairing.strays.add(top.index);
  pairing.count.set(top.text, (pairing.count.get(top.text) ?? 1) - 1);
}

function close(pairing: Pairing, index: number, opener: string): void {
  if ((pairing.count.get(opener) ?? 0) === 0) {
    pairing.strays.add(index);
    return;
  }
  while (pairing.open.at(-1)?.text !== opener) drop(pairing);
  const top = pairing.open.pop();
  if (!top) return;
  pairing.count.set(opener, (pairing.count.get(opener) ?? 1) - 1);
  const [first, last] = [pairing.tokens[top.index], pairing.tokens[index]];
  if (first && last) {
    first.match = index;
    last.match = top.index;
  }
}

/** A parenthesis that was open where the next table begins was forgotten, whatever closes later. */
function dropForgotten(pairing: Pairing, base: number, index: number): void {
  if (!startsHeader(pairing.tokens, index, base)) return;
  while (pairing.open.at(-1)?.text === "(" && !opensBody(pairing, pairing.open.at(-1)?.index ?? 0)) drop(pairing);
}

/** `users (` at the start of a line: the parenthesis may hold the whole table. */
function opensBody(pairing: Pairing, index: number): boolean {
  const before = pairing.tokens[index - 1];
  return isWord(before) && (before?.indent ?? -1) >= 0;
}

function reportRun(run: readonly Token[], problems: Problems): void {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return;
  const partner = CLOSER[first.text] ?? OPENER[first.text] ?? "";
  const message = CLOSER[first.text]
    ? `This “${first.text}” is never closed. Add “${partner}” where it ends.`
    : `This “${first.text}” closes nothing. Take it out, or open it with “${partner}” before.`;
  problems.report("error", { start: first.start, end: last.end }, message);
}

/** Neighbours are named together. */
function reportStrays(tokens: readonly Token[], strays: ReadonlySet<number>, problems: Problems): void {
  let run: Token[] = [];
  let last = -1;
  for (const index of [...strays].sort((a, b) => a - b)) {
    const token = tokens[index];
    if (!token) continue;
    if (last !== index - 1 || token.indent >= 0) {
      reportRun(run, problems);
      run = [];
    }
    run.push(token);
    last = index;
  }
  reportRun(run, problems);
}

/** Indices shift when strays leave; partners are renumbered. */
function without(tokens: readonly Token[], strays: ReadonlySet<number>): Token[] {
  if (strays.size === 0) return [...tokens];
  const moved: number[] = [];
  const kept: Token[] = [];
  let indent = -1;
  let gap = false;
  for (const [index, token] of tokens.entries()) {
    moved.push(kept.length);
    if (strays.has(index)) {
      indent = Math.max(indent, token.indent);
      gap = true;
    } else {
      // What a stray kept apart stays apart.
      kept.push(gap ? { ...token, spaced: true, indent: Math.max(indent, token.indent) } : token);
      indent = -1;
      gap = false;
    }
  }
  for (const token of kept) if (token.match >= 0) token.match = moved[token.match] ?? -1;
  return kept;
}

/**
 * Gives every bracket its partner. Brackets without one are named and taken out, so that what is left nests; a bracket
 * forgotten on one line does not swallow the tables below it. Linear.
 */
export function pairBrackets(tokens: readonly Token[], base: number, problems: Problems): Token[] {
  const pairing: Pairing = { tokens, open: [], count: new Map(), strays: new Set() };
  for (const [index, token] of tokens.entries()) {
    if (token.indent >= 0 && token.indent <= base) dropForgotten(pairing, base, index);
    if (token.kind !== "symbol") continue;
    const opener = OPENER[token.text];
    if (opener) close(pairing, index, opener);
    else if (CLOSER[token.text]) {
      pairing.open.push({ index, text: token.text });
      pairing.count.set(token.text, (pairing.count.get(token.text) ?? 0) + 1);
    }
  }
  while (pairing.open.length > 0) drop(pairing);
  reportStrays(tokens, pairing.strays, problems);
  return without(tokens, pairing.strays);
}
