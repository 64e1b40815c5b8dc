import type { Span, TextEdit } from "@/lib/diagnostics";
import type { AttributeDraft, Statement } from "../shorthand/draft";
import { statementAt } from "../shorthand/statement";
import { isSymbol, isWord, startsLine, type Token } from "../shorthand/token";
import { phraseAt } from "../shorthand/words";
import { cut, endOfLine, nextLine, type Source, startOfLine, tokenRange, within } from "./source";

const BULLETS = ["-", "*", "•", "+", "–", "—", "·", "‣", "▪"];
const SEPARATORS = [",", ";", "/", "&", "|"];

/** Where the blanks before an offset begin, on its line. */
function behindBlanks(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? "")) start--;
  return start;
}

function pastBlanks(text: string, at: number): number {
  let end = at;
  while (/[ \t]/.test(text[end] ?? "")) end++;
  return end;
}

/** Whole lines with their line break; the text's last line takes the break before it. */
export function cutLines(text: string, from: number, to: number): TextEdit {
  const start = startOfLine(text, from);
  const end = nextLine(text, to);
  const last = end === text.length && text[end - 1] !== "\n" && start > 0;
  return last ? cut(endOfLine(text, startOfLine(text, start - 1)), end) : cut(start, end);
}

/** An item of a list and the tokens around it. */
interface Placed {
  readonly before: Token | undefined;
  readonly behind: Token | undefined;
  /** What follows the comma behind it. */
  readonly next: Token | undefined;
  readonly start: number;
  readonly opensLine: boolean;
  readonly closesLine: boolean;
}

export function placeItem(source: Source, span: Span): Placed {
  const { tokens } = source;
  const [from, to] = tokenRange(source, span);
  const bullet = isSymbol(tokens[from - 1], ...BULLETS) && startsLine(tokens[from - 1]);
  const first = bullet ? from - 1 : from;
  const behind = tokens[to];
  const next = isSymbol(behind, ",", ";") && !startsLine(behind) ? tokens[to + 1] : behind;
  return {
    before: tokens[first - 1],
    behind,
    next,
    start: tokens[first]?.start ?? span.start,
    opensLine: startsLine(tokens[first]),
    closesLine: next === undefined || startsLine(next),
  };
}

const isComma = (token: Token | undefined) => isSymbol(token, ",", ";");

/** Takes one item out of a list: its own lines, or itself with one comma. */
export function cutItem(source: Source, span: Span): readonly TextEdit[] {
  const { text } = source;
  const { before, behind, start, opensLine, closesLine } = placeItem(source, span);
  const comma = behind && isComma(behind) && !startsLine(behind) ? behind : null;
  if (opensLine && closesLine) {
    const lines = cutLines(text, start, Math.max(span.end, comma?.end ?? 0));
    return !comma && before && isComma(before) ? [cut(before.start, before.end), lines] : [lines];
  }
  if (!opensLine && before && isComma(before)) return [cut(before.start, span.end)];
  if (comma && closesLine) return [cut(behindBlanks(text, start), comma.end)];
  if (comma) return [cut(start, pastBlanks(text, comma.end))];
  return [cut(opensLine ? start : behindBlanks(text, start), span.end)];
}

/** Takes one note out, with its comma, or with its brackets where nothing else is in them. */
export function cutNote(source: Source, attribute: AttributeDraft, note: Span): readonly TextEdit[] {
  const { text, tokens } = source;
  const [from, to] = tokenRange(source, note);
  const inside = (token: Token | undefined) => token !== undefined && within(token, attribute.span);
  const [before, behind] = [tokens[from - 1], tokens[to]];
  if (inside(before) && isSymbol(before, "(", "[") && before?.match === to && behind)
    return [cut(behindBlanks(text, before.start), behind.end)];
  const front = inside(before) && before && isSymbol(before, ...SEPARATORS);
  if (inside(behind) && isSymbol(behind, ...SEPARATORS) && (front || isSymbol(before, "(", "[")))
    return [cut(note.start, tokens[to + 1]?.start ?? behind?.end ?? note.end)];
  if (front) return [cut(behindBlanks(text, before.start), note.end)];
  if (inside(before)) return [cut(behindBlanks(text, note.start), note.end)];
  return [cut(note.start, pastBlanks(text, note.end))];
}

/** Takes a statement out, with the name of its constraint. */
export function cutStatement(source: Source, { span, kind }: Statement): readonly TextEdit[] {
  const { tokens, draft } = source;
  const [from, to] = tokenRange(source, span);
  const another = isComma(tokens[to]) && draft.statements.find((next) => next.span.start === tokens[to + 1]?.start);
  const found = statementAt({ tokens, text: source.text, at: from, end: to, depth: 0 });
  if (another && another.kind === kind && found && !phraseAt({ tokens, text: "", at: to + 1, end: to + 2, depth: 0 }))
    return [cut(tokens[from + found.length]?.start ?? span.start, another.span.start)];
  const named = isWord(tokens[from - 1], "constraint") ? 1 : isWord(tokens[from - 2], "constraint") ? 2 : 0;
  return cutItem(source, { start: tokens[from - named]?.start ?? span.start, end: span.end });
}
