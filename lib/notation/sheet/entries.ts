import { type Span, span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import { short } from "../problems";
import { SHEET_KEYS, type SheetKey, sheetKey } from "./keys";
import { keyOf, lineAt, type SheetLayout } from "./split";
import { readValue, type Value } from "./value";

/** One decision as it stands in the front matter. */
export interface Entry {
  readonly key: SheetKey;
  readonly keySpan: Span;
  readonly value: Value | null;
  /** Behind the colon. */
  readonly valueStart: number;
  /** Its lines, with the last line break; comments and blank lines below it are not part. */
  readonly lines: Span;
}

interface Block {
  readonly start: number;
  readonly end: number;
}

/** A line begins a new entry when it is not indented, no list item and no bracket's end. */
function beginsEntry(head: string): boolean {
  return /^[^\s#\-\]}]/.test(head) || /^-\S/.test(head);
}

function countBrackets(line: string): number {
  let open = 0;
  for (const here of line) {
    if (here === "[" || here === "{") open++;
    else if (here === "]" || here === "}") open--;
    else if (here === "#") break;
  }
  return open;
}

/** Groups lines into entries; an open bracket takes lines up to the next decision. */
function blocksOf(text: string, inner: Span): readonly Block[] {
  const blocks: Block[] = [];
  let open = 0;
  let current: { start: number; end: number } | null = null;
  for (let at = inner.start; at < inner.end; ) {
    const line = lineAt(text, at);
    const words = text.slice(line.start, Math.min(line.end, inner.end));
    const content = words.trim() !== "" && !/^\s*#/.test(words);
    const fresh = beginsEntry(words) && (open <= 0 || keyOf(words.slice(0, 80)) !== null);
    if (content && (fresh || !current)) {
      current = { start: line.start, end: Math.min(line.next, inner.end) };
      blocks.push(current);
      open = countBrackets(words);
    } else if (content && current) {
      current.end = Math.min(line.next, inner.end);
      open += countBrackets(words);
    }
    at = line.next > at ? line.next : inner.end;
  }
  return blocks;
}

function reportKey(text: string, block: Block, key: string | null, problems: Problems): void {
  const whole = text.slice(block.start, block.end);
  if (key === null) {
    const words = whole.trimEnd();
    const message = `“${short(words)}” is not understood. A decision is \`key: value\`.`;
    problems.report("error", span(block.start, block.start + words.length), message);
    return;
  }
  const at = span(block.start, block.start + key.length);
  const message = `“${short(key)}” is no decision. Known ones: ${SHEET_KEYS.join(", ")}.`;
  problems.unknown("error", at, key, SHEET_KEYS, message);
}

function entryOf(text: string, block: Block, problems: Problems): Entry | null {
  const line = text.slice(block.start, Math.min(block.end, lineAt(text, block.start).end));
  const colon = line.indexOf(":");
  const written = colon > 0 ? line.slice(0, colon).trimEnd() : null;
  const key = written === null ? null : sheetKey(written.replace(/^["']|["']$/g, ""));
  if (written === null || key === null) {
    reportKey(text, block, written, problems);
    return null;
  }
  const valueStart = block.start + colon + 1;
  const value = readValue(text, valueStart, block.end, problems);
  const keySpan = span(block.start, block.start + written.length);
  return { key, keySpan, value, valueStart, lines: span(block.start, block.end) };
}

/** All decisions in the front matter, in order. Twice the same: the first one counts. */
export function readEntries(text: string, layout: SheetLayout, problems: Problems): readonly Entry[] {
  return blocksOf(text, layout.inner).flatMap((block) => entryOf(text, block, problems) ?? []);
}
