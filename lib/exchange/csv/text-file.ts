import { FileRefused } from "../refusal";
import { readTable, type Table } from "./table";

/** The text of a file; Excel's “Unicode text” is UTF-16. @throws FileRefused where it is neither that nor UTF-8 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused("damaged", "This file is not UTF-8 text. Save it as “CSV UTF-8” and choose it again.");
  }
}

/** A table with what its first lines said of it, as Anki's text export has it. https://docs.ankiweb.net/importing/text-files.html */
export interface TextFile {
  readonly rows: Table;
  /** Names of the columns, in lower case. */
  readonly columns: readonly string[];
  /** Whether the cells are HTML. */
  readonly html: boolean;
  /** The deck of all rows; null where they name their own, or none. */
  readonly deck: string | null;
}

const SEPARATORS: Readonly<Record<string, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  space: " ",
  pipe: "|",
  colon: ":",
};

/** Reads a text file with columns: CSV, TSV, Anki's “Notes in plain text”. */
export function readTextFile(text: string): TextFile {
  const { said, rest } = takeComments(text);
  const given = said.get("separator");
  const separator = given === undefined ? likelySeparator(rest) : (SEPARATORS[given.toLowerCase()] ?? given[0] ?? ",");
  const rows = readTable(rest, separator);
  const named = said.get("columns");
  const common = { html: said.get("html")?.toLowerCase() === "true", deck: said.get("deck") ?? null };
  if (named !== undefined) return { ...common, rows, columns: lower(readTable(named, separator)[0] ?? []) };
  const numbered = numberedColumns(said, rows[0]?.length ?? 0);
  if (numbered !== null) return { ...common, rows, columns: numbered };
  return { ...common, rows: rows.slice(1), columns: lower(rows[0] ?? []) };
}

/** Lines such as `#separator:tab` at the beginning. */
function takeComments(text: string): { readonly said: ReadonlyMap<string, string>; readonly rest: string } {
  const said = new Map<string, string>();
  let rest = text;
  for (;;) {
    const [line, name, value] = /^#([a-z ]{1,40}):([^\r\n]*)(?:\r\n|\n|\r|$)/i.exec(rest) ?? [];
    if (line === undefined || name === undefined || value === undefined) return { said, rest };
    said.set(name.toLowerCase().trim(), name.toLowerCase() === "columns" ? value : value.trim());
    rest = rest.slice(line.length);
  }
}

/** Anki numbers its special columns and leaves the fields unnamed: the first two of the others are front and back. */
function numberedColumns(said: ReadonlyMap<string, string>, count: number): string[] | null {
  if (!said.has("separator") && !said.has("html")) return null;
  const special = new Map<number, string>();
  for (const name of ["guid", "notetype", "deck", "tags"]) special.set(Number(said.get(`${name} column`) ?? 0), name);
  const fields = ["front", "back"];
  return Array.from({ length: count }, (_, index) => special.get(index + 1) ?? fields.shift() ?? "");
}

/** The one that the first line has most of, outside quotes. */
function likelySeparator(text: string): string {
  const line =
    text
      .slice(0, 10_000)
      .replaceAll(/"[^"]*"/g, "")
      .split(/\r|\n/)[0] ?? "";
  const counts = [",", "\t", ";", "|"].map((mark) => ({ mark, count: line.split(mark).length - 1 }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

function lower(names: readonly string[]): string[] {
  return names.map((name) => name.trim().toLowerCase());
}
