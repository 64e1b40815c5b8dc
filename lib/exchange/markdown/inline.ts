/** Words of one line in one style. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Set where the words lead somewhere. */
  readonly link: string | null;
  readonly code: boolean;
}

/**
 * Runs as Markdown that reads back as the same words in the same styles. Where Markdown cannot set a style (marks that
 * touch, or that stand between letters and signs) the words stay and the style goes.
 */
export function inlineMarkdown(runs: readonly Run[]): string {
  let out = "";
  const merged = merge(runs.flatMap(splitSpace));
  for (const [index, run] of merged.entries()) {
    const next = merged[index + 1];
    out += styled(run, out.at(-1) ?? "", next === undefined ? "" : firstOf(next));
  }
  return out;
}

/** White space goes outside of what is set off: `** a **` would not be bold. */
function splitSpace(run: Run): Run[] {
  if (run.code || !(run.bold || run.italic)) return [run];
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
  const plain = { bold: false, italic: false, link: null, code: false };
  return [
    { ...plain, text: before },
    { ...run, text: words },
    { ...plain, text: after },
  ].filter(({ text }) => text !== "");
}

/** Runs that touch and are both set off would run their marks into each other: they become one, or the second plain. */
function merge(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const before = merged.at(-1);
    if (before === undefined || before.link !== run.link || run.link !== null) merged.push(run);
    else if (before.code || run.code) mergeCode(merged, before, run);
    else mergeWords(merged, before, run);
  }
  return merged;
}

function mergeCode(merged: Run[], before: Run, run: Run): void {
  if (before.code && run.code) join(merged, before, run, before.italic);
  else merged.push(run);
}

function mergeWords(merged: Run[], before: Run, run: Run): void {
  if (before.bold === run.bold && before.italic === run.italic) join(merged, before, run, before.italic);
  else if (before.bold && run.bold) join(merged, before, run, false);
  else if (isSetOff(before) && isSetOff(run)) merged.push({ ...run, bold: false, italic: false });
  else merged.push(run);
}

function join(merged: Run[], before: Run, run: Run, italic: boolean): void {
  merged[merged.length - 1] = { ...before, text: before.text + run.text, italic };
}

function isSetOff(run: Run): boolean {
  return run.bold || run.italic;
}

function styled(run: Run, before: string, after: string): string {
  if (run.code) return codeSpan(run.text);
  if (run.link === run.text) return `<${run.link}>`;
  const words = escapeMarkdown(run.text, before, after);
  if (run.link !== null) return `[${words}](${run.link})`;
  const marks = `${run.bold ? "**" : ""}${run.italic ? "*" : ""}`;
  // A backtick, escaped or not, may hide the marks from our renderer.
  const fits = !words.includes("`") && canOpen(before, run.text[0] ?? "") && canClose(run.text.at(-1) ?? "", after);
  return marks === "" || !fits ? words : `${marks}${words}${marks}`;
}

/** What the reader after this run meets first, its marks counted. */
function firstOf(run: Run): string {
  if (run.code) return "`";
  if (run.link !== null) return run.link === run.text ? "<" : "[";
  return run.bold || run.italic ? "*" : (run.text[0] ?? "");
}

/** CommonMark's left-flanking and right-flanking runs of delimiters. */
function canOpen(before: string, first: string): boolean {
  if (isSpace(first) || before === "*") return false;
  return !isSign(first) || isSpace(before) || isSign(before);
}

function canClose(last: string, after: string): boolean {
  if (isSpace(last) || after === "*") return false;
  return !isSign(last) || isSpace(after) || isSign(after);
}

function isSpace(character: string): boolean {
  return character === "" || /\s/.test(character);
}

function isSign(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

/** Nothing in plain words may be taken for Markdown, or become a link by itself. */
function escapeMarkdown(text: string, before: string, after: string): string {
  const signs = text.replaceAll(/[\\`*[\]<>~|]/g, "\\$&").replaceAll(/&(?=#?\w+;)/g, "\\&");
  return signs
    .replaceAll(/(https?:|ftp:)\/(?=\/)/gi, "$1\\/")
    .replaceAll(/(www)\./gi, "$1\\.")
    .replaceAll("_", (mark, at: number, words: string) => (isInWord(words, at, before, after) ? mark : "\\_"));
}

/** `snake_case` is left as people write it: an underscore between letters sets nothing off. */
function isInWord(text: string, at: number, before: string, after: string): boolean {
  const left = at === 0 ? before : (text[at - 1] ?? "");
  const right = at === text.length - 1 ? after : (text[at + 1] ?? "");
  return /[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right);
}

/** A line must not begin as a heading, a quote, a list, a rule or a table would. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|$)/, "\\$1")
    .replace(/^([+=-]|:(?=-))/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^>/, "\\>");
}

/** Code with as many backticks around it as it needs; a space where it begins or ends with one. */
function codeSpan(text: string): string {
  const words = text.replaceAll(/\s+/g, " ");
  if (words.trim() === "") return words;
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(words) ? " " : "";
  return `${fence}${pad}${words}${pad}${fence}`;
}

/** A block of code between fences longer than any that it holds. */
export function fencedCode(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}
