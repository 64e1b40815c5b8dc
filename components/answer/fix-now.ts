import type { Diagnostic, TextEdit } from "@/lib/diagnostics";
import { readSheet, splitSheet } from "@/lib/notation";
import { isTooLong } from "./desk-contract";

/** As much of a sheet as is read while one types: what is too long to be kept is not, but its decisions are. */
export function readable(text: string): string {
  return isTooLong(text) ? text.slice(0, splitSheet(text).body.start) : text;
}

/** Where a place of the text before stands in the text now; null where that piece was changed itself. */
function placeNow(before: string, now: string, { start, end }: Diagnostic["span"]): number | null {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  if (end <= head) return start;
  return start >= before.length - tail ? start + now.length - before.length : null;
}

/**
 * The edits of a quick fix for the text as it is now. A long text is read behind the typing: the remark is looked for
 * anew then, in its place. Null where it no longer stands there.
 */
export function fixNow(now: string, read: string, diagnostic: Diagnostic): readonly TextEdit[] | null {
  const current = readable(now);
  if (current === read) return diagnostic.fix?.edits ?? null;
  const start = placeNow(read, current, diagnostic.span);
  const same = readSheet(current).diagnostics.find(
    (one) => one.span.start === start && one.message === diagnostic.message && one.fix?.label === diagnostic.fix?.label,
  );
  return same?.fix?.edits ?? null;
}
