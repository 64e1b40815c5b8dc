import { type Span, span } from "@/lib/diagnostics";
import { type BodyLine, bodyLines, isForeign, type Language, noSigns, readSigns, weighSigns } from "./language";
import type { Problems } from "./problems";
import { short } from "./problems";

/** A body cut into what its own reader reads and the sections in shorthand below it. */
export interface BodyLayout {
  readonly language: Language;
  /** The sheet's text with the same offsets; fences of Markdown and what stands around them are blank. */
  readonly text: string;
  readonly main: Span;
  /** From the first `== Engine` line to the end; null where there is none, or where all is shorthand. */
  readonly sections: Span | null;
}

interface Scanned {
  readonly language: Language;
  readonly sectionsAt: number;
  readonly fenced: boolean;
}

function scan(text: string, body: Span): Scanned {
  const signs = noSigns();
  let before = "";
  let fenced = false;
  for (const line of bodyLines(text, body)) {
    if (line.kind === "section") return { language: weighSigns(signs), sectionsAt: line.start, fenced };
    fenced ||= line.kind === "fence";
    readSigns(line, before, signs);
    if (line.kind === "code") before = line.head;
  }
  return { language: weighSigns(signs), sectionsAt: -1, fenced };
}

/** Lines of one stretch inside or outside a code block. */
interface Stretch {
  readonly inside: boolean;
  readonly lines: BodyLine[];
}

function stretchesOf(text: string, main: Span): { stretches: readonly Stretch[]; fences: readonly BodyLine[] } {
  const stretches: Stretch[] = [{ inside: false, lines: [] }];
  const fences: BodyLine[] = [];
  for (const line of bodyLines(text, main)) {
    const last = stretches.at(-1);
    if (line.kind === "fence") {
      fences.push(line);
      stretches.push({ inside: !last?.inside, lines: [] });
    } else last?.lines.push(line);
  }
  return { stretches, fences };
}

/** Prose around a code block: nothing in it says anything in the block's language. */
function proseOf({ inside, lines }: Stretch): Span | null {
  const code = lines.filter((line) => line.kind === "code");
  const [first] = code;
  const last = code.at(-1);
  if (inside || !first || !last) return null;
  const signs = noSigns();
  for (const line of code) readSigns(line, "", signs);
  return isForeign(signs) ? null : span(first.start, last.end);
}

/** Puts spaces where something is not to be read, so that every offset stays. */
function blankOut(text: string, places: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, " "));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

function withoutFences(text: string, main: Span, problems: Problems): string {
  const { stretches, fences } = stretchesOf(text, main);
  const prose = stretches.flatMap((stretch) => proseOf(stretch) ?? []);
  for (const place of prose) {
    const words = short(text.slice(place.start, place.end));
    problems.report("warning", place, `“${words}” stands outside the code block and is not read.`);
  }
  return blankOut(text, [...fences, ...prose]);
}

/** Finds the body's language, and where the sections below it begin. Takes time in proportion to the text. */
export function layOutBody(text: string, body: Span, problems: Problems): BodyLayout {
  const { language, sectionsAt, fenced } = scan(text, body);
  if (language === "shorthand") return { language, text, main: body, sections: null };
  const main = span(body.start, sectionsAt === -1 ? body.end : sectionsAt);
  const sections = sectionsAt === -1 ? null : span(sectionsAt, body.end);
  return { language, text: fenced ? withoutFences(text, main, problems) : text, main, sections };
}
