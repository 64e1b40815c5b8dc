/** Where the caret belongs in a text that says the same with other blanks: behind as many other characters. */
export function keepCaret(before: string, caret: number, after: string): number {
  const solid = before.slice(0, caret).replace(/\s/g, "").length;
  let seen = 0;
  for (let at = 0; at < after.length; at++) {
    if (seen === solid) return atRest(before, caret) ? at : skipBlanks(after, at);
    if (!/\s/.test(after[at] ?? "")) seen += 1;
  }
  return after.length;
}

/** True where the caret stands right behind a character, not behind blanks. */
function atRest(text: string, caret: number): boolean {
  return caret === 0 || !/\s/.test(text[caret - 1] ?? "");
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? "")) at++;
  return at;
}

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
