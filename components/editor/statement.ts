/** Where in the shorthand a caret stands: found from the text before it alone, as it is half written. */

interface OpenBracket {
  readonly kind: string;
  /** Offset in the statement, of the bracket itself. */
  readonly at: number;
}

export interface Place {
  /** The line up to the caret, without what is indented. */
  readonly line: string;
  readonly indented: boolean;
  /** From the beginning of the statement, over its continued lines, to the caret. */
  readonly statement: string;
  /** The table whose attributes or indented statements stand here, as written; null at top level. */
  readonly owner: string | null;
  /** The innermost bracket that is open at the caret. */
  readonly open: OpenBracket | null;
  /** Since the last comma, colon, bracket or line of this depth, without the blanks in front. */
  readonly segment: string;
  readonly inComment: boolean;
  readonly inQuotes: boolean;
}

const GOES_ON = /[,({[]\s*$/;
const STATEMENT = /^(unique\s+index|index|unique|pk|primary\s+key|fk|foreign\s+key|check|gsi|ttl)\b/i;
const OWNER = /^(?:node\s+)?"?([\p{L}\p{N}_$.]+)"?\s*:/iu;
/** More text than this before the caret is not looked at. */
const LOOK_BACK = 20_000;

function continues(lines: readonly string[], at: number): boolean {
  return /^\s/.test(lines[at] ?? "") || GOES_ON.test(lines[at - 1] ?? "");
}

interface Scan {
  readonly open: OpenBracket | null;
  readonly separator: number;
  readonly inComment: boolean;
  readonly inQuotes: boolean;
}

interface Walk {
  readonly stack: (OpenBracket & { readonly separator: number })[];
  separator: number;
}

function takeChar(walk: Walk, char: string, at: number): void {
  if ("([{".includes(char)) {
    walk.stack.push({ kind: char, at, separator: walk.separator });
    walk.separator = at + 1;
  } else if (")]}".includes(char)) walk.separator = walk.stack.pop()?.separator ?? walk.separator;
  else if (char === "," || (walk.stack.length === 0 && /[:\n]/.test(char))) walk.separator = at + 1;
}

/** Where the quoted text or comment that begins here ends; -1: not before the caret. Null: neither begins here. */
function skipFrom(text: string, at: number): { readonly kind: "comment" | "quotes"; readonly end: number } | null {
  if (beginsComment(text, at)) return { kind: "comment", end: text.indexOf("\n", at) };
  const char = text[at] ?? "";
  if (char !== "'" && char !== '"') return null;
  const close = text.slice(at + 1).search(char === "'" ? /['\n]/ : /["\n]/);
  return { kind: "quotes", end: close === -1 ? -1 : at + 1 + close };
}

/** One walk over the statement: brackets, quotes and comments, as the reader sees them. */
function scan(text: string): Scan {
  const walk: Walk = { stack: [], separator: 0 };
  const end = (left: "comment" | "quotes" | null): Scan => ({
    open: walk.stack.at(-1) ?? null,
    separator: walk.separator,
    inComment: left === "comment",
    inQuotes: left === "quotes",
  });
  for (let i = 0; i < text.length; i++) {
    const skip = skipFrom(text, i);
    if (skip?.end === -1) return end(skip.kind);
    if (skip) i = skip.end;
    else takeChar(walk, text[i] ?? "", i);
  }
  return end(null);
}

function beginsComment(text: string, at: number): boolean {
  const before = text[at - 1] ?? "\n";
  return /\s/.test(before) && (text[at] === "#" || /^(--|\/\/)/.test(text.slice(at, at + 2)));
}

/** @param text the design up to the caret. */
export function placeIn(text: string): Place {
  const lines = text.slice(-LOOK_BACK).split("\n");
  const last = lines.length - 1;
  const line = lines[last] ?? "";
  let first = last;
  while (first > 0 && continues(lines, first)) first--;
  const owner = OWNER.exec(lines[first] ?? "")?.[1] ?? null;
  const alone = first < last && STATEMENT.test(line.trimStart());
  const statement = alone ? line.trimStart() : lines.slice(first).join("\n");
  const { open, separator, inComment, inQuotes } = scan(statement);
  return {
    line: line.trimStart(),
    indented: /^\s/.test(line) && first < last,
    statement,
    owner,
    open,
    segment: statement.slice(separator).trimStart(),
    inComment,
    inQuotes,
  };
}
