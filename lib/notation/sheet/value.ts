import { type Span, span } from "@/lib/diagnostics";
import type { Problems } from "../problems";

/** A value of the front matter: as much of YAML as decisions need. */
export type Value =
  | { readonly kind: "scalar"; readonly text: string; readonly span: Span }
  | { readonly kind: "list"; readonly items: readonly Value[]; readonly span: Span }
  | { readonly kind: "map"; readonly entries: readonly Pair[]; readonly span: Span };

export interface Pair {
  readonly key: Extract<Value, { kind: "scalar" }>;
  readonly value: Value | null;
}

export type Scalar = Pair["key"];

interface Reader {
  readonly text: string;
  readonly end: number;
  readonly problems: Problems;
  at: number;
}

const DEEPEST = 6;

/** A comment begins with `#` behind white space, and ends with its line. */
function skipSpace(reader: Reader): void {
  while (reader.at < reader.end) {
    const here = reader.text[reader.at] ?? "";
    if (/\s/.test(here)) reader.at++;
    else if (here === "#" && isBlankBefore(reader)) skipLine(reader);
    else return;
  }
}

function isBlankBefore({ text, at }: Reader): boolean {
  return at === 0 || /[\s,[{]/.test(text[at - 1] ?? "");
}

function skipLine(reader: Reader): void {
  const at = reader.text.indexOf("\n", reader.at);
  reader.at = at === -1 || at > reader.end ? reader.end : at;
}

function quoted(reader: Reader): Scalar | null {
  const start = reader.at;
  const quote = reader.text[start] ?? "";
  if (quote !== '"' && quote !== "'") return null;
  const close = reader.text.indexOf(quote, start + 1);
  if (close === -1 || close >= reader.end) return null;
  const text = reader.text.slice(start + 1, close);
  if (text.includes("\n")) return null;
  reader.at = close + 1;
  return { kind: "scalar", text, span: span(start, close + 1) };
}

function endsPlain(reader: Reader, start: number, here: string): boolean {
  return here === "\n" || (here === "#" && reader.at > start && isBlankBefore(reader));
}

/** Plain words up to one of `stops` outside parentheses, a comment or the line's end. */
function plain(reader: Reader, stops: string): Scalar {
  const start = reader.at;
  let depth = 0;
  let end = start;
  for (; reader.at < reader.end; reader.at++) {
    const here = reader.text[reader.at] ?? "";
    if (endsPlain(reader, start, here)) break;
    if (here === "(") depth++;
    else if (here === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && stops.includes(here)) break;
    if (!/\s/.test(here)) end = reader.at + 1;
  }
  return { kind: "scalar", text: reader.text.slice(start, end), span: span(start, end) };
}

function scalar(reader: Reader, stops: string): Scalar {
  const found = quoted(reader);
  if (!found) return plain(reader, stops);
  const rest = plain(reader, stops);
  if (rest.text) reader.problems.report("error", rest.span, "This stands behind a closing quote and is not read.");
  return found;
}

/** `[a, b]` or `{ a: b }` at the reader; a bracket that nothing closes ends with the value. */
function flow(reader: Reader, depth: number): Value {
  const start = reader.at;
  const open = reader.text[start] ?? "";
  const close = open === "[" ? "]" : "}";
  reader.at++;
  const items: Value[] = [];
  const entries: Pair[] = [];
  for (;;) {
    skipSpace(reader);
    if (reader.at >= reader.end) {
      reader.problems.report(
        "error",
        span(start, start + 1),
        `This “${open}” is never closed. Add “${close}” where it ends.`,
      );
      break;
    }
    const here = reader.text[reader.at] ?? "";
    if (here === "]" || here === "}") {
      reader.at++;
      break;
    }
    if (here === ",") reader.at++;
    else if (open === "{") entries.push(pair(reader, depth));
    else items.push(flowValue(reader, depth));
  }
  const at = span(start, reader.at);
  return open === "[" ? { kind: "list", items, span: at } : { kind: "map", entries, span: at };
}

function flowValue(reader: Reader, depth: number): Value {
  const here = reader.text[reader.at] ?? "";
  if (here !== "[" && here !== "{") return advancing(reader, scalar(reader, ",]}"));
  if (depth < DEEPEST) return flow(reader, depth + 1);
  const start = reader.at;
  reader.at = reader.end;
  reader.problems.report("error", span(start, reader.end), "This is nested too deep and is not read.");
  return { kind: "scalar", text: "", span: span(start, reader.end) };
}

/** A value that took no character would be read for ever. */
function advancing(reader: Reader, found: Scalar): Scalar {
  if (found.span.end === found.span.start) reader.at++;
  return found;
}

function pair(reader: Reader, depth: number): Pair {
  const key = scalar(reader, ":,]}");
  const empty = key.span.end === key.span.start;
  if (reader.text[reader.at] !== ":" || reader.at >= reader.end) {
    if (empty) reader.at++;
    return { key, value: null };
  }
  reader.at++;
  skipSpace(reader);
  const here = reader.text[reader.at] ?? "";
  return { key, value: reader.at >= reader.end || ",]}".includes(here) ? null : flowValue(reader, depth) };
}

/** Splits `a, b` written without brackets. */
export function scalarsOf(value: Value, text: string): readonly Scalar[] {
  if (value.kind === "map") return value.entries.map((entry) => entry.key);
  if (value.kind === "list") return value.items.flatMap((item) => scalarsOf(item, text));
  if (value.text.length < value.span.end - value.span.start) return [value];
  return splitCommas(value);
}

function splitCommas(whole: Scalar): readonly Scalar[] {
  const found: Scalar[] = [];
  let depth = 0;
  let from = 0;
  const push = (to: number) => {
    const piece = whole.text.slice(from, to);
    const words = piece.trim();
    const start = whole.span.start + from + (piece.length - piece.trimStart().length);
    if (words) found.push({ kind: "scalar", text: words, span: span(start, start + words.length) });
    from = to + 1;
  };
  for (let at = 0; at < whole.text.length; at++) {
    const here = whole.text[at];
    if (here === "(") depth++;
    if (here === ")") depth = Math.max(0, depth - 1);
    if ((here === "," || here === ";") && depth === 0) push(at);
  }
  push(whole.text.length);
  return found;
}

/** `a: strong, b: eventual` as pairs, with or without braces, or in a block list. */
export function pairsOf(value: Value, text: string): readonly Pair[] {
  if (value.kind === "map") return value.entries;
  if (value.kind === "list") return value.items.flatMap((item) => pairsOf(item, text));
  return scalarsOf(value, text).map((piece) => splitColon(piece));
}

function splitColon(piece: Scalar): Pair {
  const colon = piece.text.indexOf(":");
  if (colon === -1) return { key: piece, value: null };
  const at = (from: number, to: number): Scalar => {
    const raw = piece.text.slice(from, to);
    const start = piece.span.start + from + (raw.length - raw.trimStart().length);
    return { kind: "scalar", text: raw.trim(), span: span(start, start + raw.trim().length) };
  };
  const value = at(colon + 1, piece.text.length);
  return { key: at(0, colon), value: value.text ? value : null };
}

function skipBlanks(reader: Reader): void {
  while (reader.at < reader.end && /[ \t]/.test(reader.text[reader.at] ?? "")) reader.at++;
}

function takeDash(reader: Reader): boolean {
  const dash = /^-(\s|$)/.test(reader.text.slice(reader.at, Math.min(reader.at + 2, reader.end)));
  if (dash) {
    reader.at++;
    skipBlanks(reader);
  }
  return dash;
}

/** One line of a block: `- item`, `key: value` or `- key: value`. */
function blockLine(reader: Reader): { dash: boolean; pair: Pair | null; value: Value | null } {
  const dash = takeDash(reader);
  const here = reader.text[reader.at] ?? "";
  if (here === "[" || here === "{") return { dash, pair: null, value: flow(reader, 1) };
  const key = scalar(reader, ":");
  if (reader.text[reader.at] !== ":" || reader.at >= reader.end) return { dash, pair: null, value: key };
  reader.at++;
  skipBlanks(reader);
  const first = reader.text[reader.at] ?? "";
  if (first === "[" || first === "{") return { dash, pair: { key, value: flow(reader, 1) }, value: null };
  const rest = reader.at < reader.end ? scalar(reader, "") : null;
  return { dash, pair: { key, value: rest?.text ? rest : null }, value: null };
}

function block(reader: Reader): Value {
  const items: Value[] = [];
  const entries: Pair[] = [];
  const start = reader.at;
  let end = start;
  while (reader.at < reader.end) {
    const before = reader.at;
    const line = blockLine(reader);
    // `Redis:` with its reasons as a list below it.
    const last = entries.at(-1);
    if (line.pair) entries.push(line.pair);
    else if (line.value && last && line.dash && (last.value === null || last.value.kind === "list")) {
      const known = last.value?.kind === "list" ? last.value.items : [];
      entries[entries.length - 1] = {
        key: last.key,
        value: { kind: "list", items: [...known, line.value], span: span(last.key.span.start, line.value.span.end) },
      };
    } else if (line.value) items.push(line.value);
    end = reader.at;
    skipSpace(reader);
    if (reader.at === before) reader.at++;
  }
  const at = span(start, end);
  if (entries.length === 0) return { kind: "list", items, span: at };
  const loose = items.flatMap((item): Pair[] => (item.kind === "scalar" ? [{ key: item, value: null }] : []));
  return { kind: "map", entries: [...entries, ...loose], span: at };
}

/** Reads the value between two offsets; null where there is only space and comments. */
export function readValue(text: string, start: number, end: number, problems: Problems): Value | null {
  const reader: Reader = { text, end, problems, at: start };
  skipSpace(reader);
  if (reader.at >= end) return null;
  const onKeyLine = !text.slice(start, reader.at).includes("\n");
  const here = text[reader.at] ?? "";
  const value = here === "[" || here === "{" ? flow(reader, 1) : onKeyLine ? scalar(reader, "") : block(reader);
  skipSpace(reader);
  if (reader.at >= end) return value;
  const more = span(reader.at, reader.at + text.slice(reader.at, end).trimEnd().length);
  problems.report(
    "error",
    more,
    "This stands behind the value and is not read. Put it on a line of its own, or take it out.",
  );
  return value;
}
