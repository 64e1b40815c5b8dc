import { StreamLanguage, type StringStream } from "@codemirror/language";
import { TOKENS } from "./tokens";

/** What a word is, by where it stands. */
type Part = "head" | "attributes" | "statement" | "notes" | "columns";

interface ReadState {
  part: Part;
  /** Bracket kinds that are open. */
  stack: Part[];
  /** Words since the last separator: the second one of an attribute is its type. */
  words: number;
  afterArrow: boolean;
  goesOn: boolean;
  front: "maybe" | "inside" | "past";
}

const STATEMENTS = /^(unique\s+index|index|unique|pk|primary\s+key|fk|foreign\s+key|check|gsi|node|edge)\b(?!\s*[:{])/i;
const NOTES =
  /^(pk|primary key|fk|ref|unique|not null|required|check|default|copy of|index|partition key|clustering|sort key|ttl|asc|desc|on delete|cascade|restrict|set null)\b/i;
const MORE = /^(on|where|include|including|using|desc|asc|ttl|of|by|sorted set|set|list|hash|counter)\b/i;
const WORD = /^[\p{L}_$][\p{L}\p{N}_$]*/u;
const REFERENCE = /^[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}\p{N}_$]+)*/u;
const TEMPLATE = /^[\w$.:|@#-]*(?:\{[\w. -]+\}[\w$.:|@#-]*)+(?=\s*=\s)|^[\w$.:|@-]+(?=\s*=\s)/;

function beginLine(stream: StringStream, state: ReadState): void {
  const indented = /^\s/.test(stream.string);
  if (state.stack.length === 0 && !indented && !state.goesOn) state.part = "head";
  if (state.stack.length === 0 && indented)
    state.part = STATEMENTS.test(stream.string.trimStart()) ? "head" : "attributes";
  if (!state.goesOn || indented) state.words = 0;
  state.afterArrow = false;
  state.goesOn = /[,({[]\s*$/.test(stream.string);
}

function frontMatter(stream: StringStream, state: ReadState): string | null {
  if (stream.match(/^---\s*$/)) {
    state.front = state.front === "maybe" ? "inside" : "past";
    return "meta";
  }
  if (stream.match(/^\s*#.*/)) return "comment";
  if (stream.sol() && stream.match(/^[\w ]+(?=:)/)) return "column";
  if (stream.match(/^[[\]{},:]/)) return "punctuation";
  if (stream.eatSpace()) return null;
  stream.match(/^[^[\]{},:#]+/) || stream.next();
  return "type";
}

function bracket(char: string, state: ReadState): string {
  if ("([{".includes(char)) {
    state.stack.push(state.part);
    const inside: Record<string, Part> = { "{": "attributes", "[": "attributes" };
    state.part = inside[char] ?? (state.part === "statement" ? "columns" : "notes");
  } else state.part = state.stack.pop() ?? state.part;
  state.words = char === "{" || char === "[" ? 0 : state.words + 1;
  return "bracket";
}

function wordInHead(stream: StringStream, state: ReadState): string | null {
  if (stream.match(STATEMENTS)) {
    state.part = "statement";
    return "note";
  }
  if (stream.match(TEMPLATE)) {
    state.part = "statement";
    return "table";
  }
  if (!stream.match(REFERENCE)) return null;
  state.part = "attributes";
  state.words = 0;
  return "table";
}

function wordInAttributes(stream: StringStream, state: ReadState): string | null {
  if (state.words > 0 && stream.match(MORE)) return "note";
  if (!stream.match(state.words === 0 ? REFERENCE : WORD)) return null;
  state.words += 1;
  return state.words === 1 ? "column" : "type";
}

function wordElsewhere(stream: StringStream, state: ReadState): string | null {
  if (state.afterArrow && stream.match(REFERENCE)) {
    state.afterArrow = false;
    return "reference";
  }
  if (stream.match(state.part === "notes" ? NOTES : MORE)) {
    if (/copy of/i.test(stream.current())) state.afterArrow = true;
    return "note";
  }
  if (!stream.match(REFERENCE)) return null;
  return state.part === "statement" ? "table" : "column";
}

function word(stream: StringStream, state: ReadState): string | null {
  if (state.part === "head") return wordInHead(stream, state);
  return state.part === "attributes" ? wordInAttributes(stream, state) : wordElsewhere(stream, state);
}

function comment(stream: StringStream): boolean {
  const before = stream.pos === 0 ? " " : (stream.string[stream.pos - 1] ?? " ");
  return /\s/.test(before) && stream.match(/^(#|--|\/\/).*/) !== null;
}

function sign(stream: StringStream, state: ReadState): string {
  const char = stream.next();
  if (char === "," || char === ":") state.words = 0;
  if (char === ":" && state.part === "statement") state.part = "attributes";
  return "punctuation";
}

function fixedPart(stream: StringStream, state: ReadState): string | null {
  if (comment(stream)) return "comment";
  if (stream.sol() && stream.match(/^==.*/)) return "section";
  if (stream.match("->")) {
    state.afterArrow = true;
    return "arrow";
  }
  if (stream.match(/^('([^'\n]|'')*'?|"[^"\n]*"?)/)) return state.part === "head" ? "table" : "string";
  if (stream.match(/^[()[\]{}]/)) return bracket(stream.current(), state);
  return stream.match(/^\d+(\.\d+)?\w*/) ? "number" : null;
}

function token(stream: StringStream, state: ReadState): string | null {
  if (stream.sol()) beginLine(stream, state);
  if (state.front === "inside" || (state.front === "maybe" && /^---\s*$/.test(stream.string))) {
    return frontMatter(stream, state);
  }
  state.front = "past";
  if (stream.eatSpace()) return null;
  return fixedPart(stream, state) ?? word(stream, state) ?? sign(stream, state);
}

/** Colours for the shorthand; what it means is the reader's to say. */
export const shorthandLanguage = StreamLanguage.define<ReadState>({
  name: "shorthand",
  startState: () => ({ part: "head", stack: [], words: 0, afterArrow: false, goesOn: false, front: "maybe" }),
  copyState: (state) => ({ ...state, stack: [...state.stack] }),
  token,
  blankLine: (state) => {
    if (state.stack.length === 0) state.part = "head";
  },
  languageData: { commentTokens: { line: "#" } },
  tokenTable: TOKENS,
});
