import { isDeepStrictEqual } from "node:util";
import type { Design } from "@/lib/design";
import { printDesign, readSheet } from "@/lib/notation";
import { sheetOf, withoutSpans } from "./support";

/** How a printed sheet can be laid out otherwise, with the same meaning. */
export const LAYOUTS: Readonly<Record<string, (lines: readonly string[]) => readonly string[]>> = {
  "as printed": (lines) => lines,
  "with remarks": (lines) =>
    lines.flatMap((line, i) => (i % 2 === 0 ? [`${line}  # remark ${i}`] : ["", "  // a line of its own", line])),
  "commas at the ends": (lines) =>
    lines.map((line, i) => (isColumn(line) && isColumn(lines[i + 1] ?? "") ? `${line},` : line)),
  "indented deeper": (lines) => lines.map((line) => line.replace(/^ {2}/, "\t  ")),
  bullets: (lines) => lines.map((line) => (isColumn(line) ? line.replace(/^ {2}/, "  - ") : line)),
  aligned: (lines) => lines.map((line) => (isColumn(line) ? line.replace(/ \(/, "      (") : line)),
};

const STATEMENT = /^ {2}(PK|unique|index|FK|ref|check|partition key|clustering key|ttl|gsi)\b/;
const isColumn = (line: string) => /^ {2}\S/.test(line) && !STATEMENT.test(line);

/** A sheet that says the design in a layout; null where that layout cannot say it. */
export function sheetIn(layout: string, design: Design, newline = "\n"): string | null {
  const lines = printDesign(design).split("\n").slice(0, -1);
  const body = (LAYOUTS[layout]?.(lines) ?? lines).map((line) => `${line}${newline}`).join("");
  const text = sheetOf(body).replace("---\n---\n", `---${newline}---${newline}`);
  return isDeepStrictEqual(withoutSpans(readSheet(text).value.design), withoutSpans(design)) ? text : null;
}
