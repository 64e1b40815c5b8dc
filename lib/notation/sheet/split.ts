import { type Span, span } from "@/lib/diagnostics";
import { sheetKey } from "./keys";

/** The two halves of a sheet. The front matter's span includes its fences and the line break behind them. */
export interface Halves {
  readonly frontMatter: Span | null;
  readonly body: Span;
}

/** The halves, with what reading them needs: the lines between the fences, and which fences are there. */
export interface SheetLayout extends Halves {
  readonly inner: Span;
  readonly opened: boolean;
  readonly closed: boolean;
}

interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Behind the line break. */
  readonly next: number;
}

export function lineAt(text: string, start: number): Line {
  const at = text.indexOf("\n", start);
  if (at === -1) return { start, end: text.length, next: text.length };
  return { start, end: at > start && text[at - 1] === "\r" ? at - 1 : at, next: at + 1 };
}

function isFence(text: string, line: Line): boolean {
  const trimmed = text.slice(line.start, Math.min(line.end, line.start + 40)).trim();
  return /^(-{3,}|\.{3})$/.test(trimmed) && line.end - line.start < 40;
}

/** `-----` above `-- users` is a comment of SQL, not a fence. */
function isRule(text: string, line: Line): boolean {
  const next = line.next < text.length ? skipBlank(text, line.next) : null;
  const head = next ? text.slice(next.start, Math.min(next.end, next.start + 80)) : "";
  return line.end - line.start > 3 && /^\s*(--[^-]|create\b)/i.test(head);
}

function isBlank(text: string, line: Line): boolean {
  return /^\s*$/.test(text.slice(line.start, Math.min(line.end, line.start + 200)));
}

/** A comment, an indented line, a list item or a decision: what front matter is made of. */
function belongs(text: string, line: Line): boolean {
  const head = text.slice(line.start, Math.min(line.end, line.start + 80));
  if (/^([ \t]|#|-[ \t]|[\]}])/.test(head)) return true;
  return keyOf(head) !== null;
}

/** The decision that a line begins with, or null. */
export function keyOf(head: string): string | null {
  const colon = head.indexOf(":");
  return colon > 0 && sheetKey(head.slice(0, colon)) ? head.slice(0, colon) : null;
}

function skipBlank(text: string, from: number): Line | null {
  let line = lineAt(text, from);
  while (isBlank(text, line)) {
    if (line.next >= text.length) return null;
    line = lineAt(text, line.next);
  }
  return line;
}

/** The closing fence, or the first line that cannot be front matter. `recover` is set where blank lines end it too. */
function findEnd(text: string, from: number): { fence: Line | null; recovered: number } {
  let recovered = -1;
  let line = lineAt(text, from);
  for (let at = from; at < text.length; at = line.next) {
    line = lineAt(text, at);
    if (isFence(text, line)) return { fence: line, recovered };
    if (recovered === -1 && !isBlank(text, line) && !belongs(text, line)) recovered = at;
  }
  return { fence: null, recovered: recovered === -1 ? text.length : recovered };
}

const NONE = (text: string): SheetLayout => ({
  frontMatter: null,
  body: span(0, text.length),
  inner: span(0, 0),
  opened: false,
  closed: false,
});

function layoutFrom(text: string, start: number, innerStart: number, opened: boolean): SheetLayout {
  const { fence, recovered } = findEnd(text, innerStart);
  const innerEnd = fence ? fence.start : recovered;
  const end = fence ? fence.next : recovered;
  return {
    frontMatter: span(start, end),
    body: span(end, text.length),
    inner: span(innerStart, innerEnd),
    opened,
    closed: fence !== null,
  };
}

/** The first line that says something; remarks above the opening fence are passed over, other remarks are not. */
function firstLine(text: string, start: number): Line | null {
  const first = skipBlank(text, start);
  let line = first;
  while (line && line.next < text.length && /^[ \t]*(#|\/\/)/.test(text.slice(line.start, line.start + 20))) {
    line = skipBlank(text, line.next);
  }
  return line && isFence(text, line) ? line : first;
}

/** Where the front matter and the body are; a fence that was forgotten is made up for. */
export function layoutOf(text: string): SheetLayout {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const first = firstLine(text, start);
  if (!first) return NONE(text);
  if (isFence(text, first) && !isRule(text, first)) return layoutFrom(text, first.start, first.next, true);
  // Without its opening fence it is front matter only where decisions stand first and nothing else does.
  if (!keyOf(text.slice(first.start, Math.min(first.end, first.start + 80)))) return NONE(text);
  const { fence, recovered } = findEnd(text, first.start);
  const allDecisions = fence !== null && recovered === -1;
  const saysScenario = /^scenario\s*:/i.test(text.slice(first.start, first.start + 20));
  if (!allDecisions && !saysScenario) return NONE(text);
  if (allDecisions) return layoutFrom(text, first.start, first.start, false);
  const end = recovered === -1 ? text.length : recovered;
  const inner = span(first.start, end);
  return { frontMatter: inner, body: span(end, text.length), inner, opened: false, closed: false };
}

/** The sheet's front matter (or null) and body, as ranges of its text. */
export function splitSheet(text: string): Halves {
  const { frontMatter, body } = layoutOf(text);
  return { frontMatter, body };
}
