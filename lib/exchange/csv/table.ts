/** Rows of cells. */
export type Table = readonly (readonly string[])[];

/** A cell that a spreadsheet would take for a formula is kept from that by an apostrophe, which is taken off again when it is read. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export function writeTable(rows: Table): string {
  return `\uFEFF${rows.map((row) => row.map(writeCell).join(",")).join("\r\n")}\r\n`;
}

function writeCell(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a spreadsheet was kept from, as it was. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/**
 * Reads cells as RFC 4180 has them, and what programs make of it: any separator, any line ending, quotes inside a cell that does
 * not begin with one. A quote that is never closed goes to the end of the text. Empty lines are none.
 */
export function readTable(text: string, separator: string): Table {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    row.push(cell);
    at = next;
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end has an empty cell behind it.
      if (at === text.length) row.push("");
      else continue;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (row.some((one) => one !== "")) rows.push(row);
    row = [];
  }
  return rows;
}

interface Cell {
  readonly cell: string;
  readonly next: number;
}

function plainCell(text: string, from: number, separator: string): Cell {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return { cell: text.slice(from, at), next: at };
}

function quotedCell(text: string, from: number, separator: string): Cell {
  let cell = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { cell: cell + text.slice(at), next: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      // Some programs write more behind the closing quote: it belongs to the cell.
      const rest = plainCell(text, quote + 1, separator);
      return { cell: cell + rest.cell, next: rest.next };
    }
    cell += '"';
    at = quote + 2;
  }
}
