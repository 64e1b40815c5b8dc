import type { Design } from "@/lib/design";
import { printDesign, readSheet } from "@/lib/notation";

/** What formatting made of a design's text, and the sentence that says so. */
export interface Formatted {
  readonly text: string;
  readonly words: string;
}

const FRONT = "---\n---\n";
const WIDEST_NAME = 24;

interface Read {
  readonly design: Design;
  readonly errors: number;
}

function read(body: string): Read {
  const { value, diagnostics } = readSheet(FRONT + body);
  return { design: value.design, errors: diagnostics.filter(({ severity }) => severity === "error").length };
}

/** All that a design says, without the places where it says it. */
function meaning(design: Design): string {
  return JSON.stringify(design, (key, value) => (key === "span" ? undefined : value));
}

/** True where some of the text is for people only. Doubtful cases count as comments: those are never dropped. */
export function hasComments(body: string): boolean {
  return /(^|\s)(#|--|\/\/)/m.test(body.replace(/'[^'\n]*'|"[^"\n]*"/g, ""));
}

/**
 * The design in one canonical form, where that loses nothing: no line that was not understood, no comment. Else only
 * blanks are changed, and only where it reads the same afterwards.
 */
export function formatDesign(body: string): Formatted {
  const { design, errors } = read(body);
  if (design.dialect !== "shorthand") return { text: body, words: "Only shorthand can be formatted." };
  if (body.trim() === "") return { text: body, words: "There is nothing to format yet." };
  if (errors === 0 && !hasComments(body)) {
    const printed = printDesign(design);
    if (meaning(read(printed).design) === meaning(design)) {
      return { text: printed, words: printed === body ? "Nothing to change." : "Formatted." };
    }
  }
  const why = errors > 0 ? "some lines are not understood yet" : "your comments stay as they are";
  return { text: align(body, design), words: `Only aligned: ${why}.` };
}

/** The same with its blanks put straight, or else without those at the ends of lines, or as it was. */
function align(body: string, design: Design): string {
  const trimmed = body.replace(/[ \t]+$/gm, "").replace(/\n*$/, "\n");
  const same = (text: string) => meaning(read(text).design) === meaning(design);
  return [alignNames(trimmed), trimmed].find(same) ?? body;
}

const HEADER = /^([\p{L}\p{N}_$.]+):[ \t]*(?=\S)/u;

/** Puts the attributes of tables on neighbouring lines into one column. */
export function alignNames(text: string): string {
  const lines = text.split("\n");
  const aligned: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const block = blockAt(lines, i);
    aligned.push(...(block.length > 0 ? alignBlock(block) : [lines[i] ?? ""]));
    i += Math.max(1, block.length);
  }
  return aligned.join("\n");
}

/** Lines from `from` on that begin a table each, or go on with the one above. */
function blockAt(lines: readonly string[], from: number): readonly string[] {
  let end = from;
  while (end < lines.length && (HEADER.test(lines[end] ?? "") || (end > from && goesOn(lines, end)))) end++;
  return lines.slice(from, end);
}

function goesOn(lines: readonly string[], at: number): boolean {
  return /^\s+\S/.test(lines[at] ?? "") && /,\s*$/.test(lines[at - 1] ?? "");
}

function alignBlock(block: readonly string[]): readonly string[] {
  const names = block.map((line) => HEADER.exec(line)?.[1] ?? "");
  const width = Math.min(WIDEST_NAME, Math.max(...names.map((name) => name.length))) + 2;
  return block.map((line, i) => {
    const name = names[i] ?? "";
    if (name === "") return " ".repeat(width) + line.trimStart();
    return `${name}:`.padEnd(width) + line.replace(HEADER, "");
  });
}
