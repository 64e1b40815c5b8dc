/** A change to make in the design box: replace `start..end` by `text`, then select `select`. */
export interface BoxEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly select: readonly [number, number];
}

const STEP = "  ";

function lineStart(value: string, at: number): number {
  return value.lastIndexOf("\n", at - 1) + 1;
}

/** What Tab does: two spaces at the caret, or the selected lines moved in. */
export function indent(value: string, start: number, end: number): BoxEdit {
  if (!value.slice(start, end).includes("\n")) {
    return { start, end, text: STEP, select: [start + STEP.length, start + STEP.length] };
  }
  const from = lineStart(value, start);
  const text = value.slice(from, end).replace(/^(?=.)/gm, STEP);
  return { start: from, end, text, select: [start + STEP.length, from + text.length] };
}

/** What Shift Tab does: the lines of the selection moved out by up to two spaces. Null where nothing would change. */
export function outdent(value: string, start: number, end: number): BoxEdit | null {
  const from = lineStart(value, start);
  const to = Math.max(end, from);
  const stop = value.indexOf("\n", to);
  const last = stop === -1 ? value.length : stop;
  const lines = value.slice(from, last);
  const text = lines.replace(/^ {1,2}/gm, "");
  if (text === lines) return null;
  const first = (/^ {1,2}/.exec(lines)?.[0] ?? "").length;
  const at = Math.max(from, start - first);
  return { start: from, end: last, text, select: [at, Math.max(at, end - (lines.length - text.length))] };
}
