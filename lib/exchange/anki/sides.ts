import { fromHtml, HIDE_END, HIDE_START } from "../markdown/from-html";
import { readCloze } from "./cloze-field";
import type { NoteType, Template } from "./source";
import { fillTemplate, hasContent } from "./template";

/** A note with what its templates may ask for. */
export interface NoteFields {
  readonly type: NoteType;
  readonly values: readonly string[];
  readonly tags: readonly string[];
  readonly deck: string;
}

export interface Sides {
  readonly kind: "basic" | "cloze";
  /** Markdown; the hidden words of a cloze in `{{ }}`. */
  readonly front: string;
  readonly back: string;
  readonly media: readonly string[];
  readonly hint: boolean;
}

/** Why a card of the package shows nothing that we could ask. */
export type NoSides = "no-template" | "hides-nothing" | "needs-its-picture" | "no-question";

/** Both sides of one card of a note. @param ordinal which of its templates, or which cloze, from 0 */
export function sidesOf(note: NoteFields, ordinal: number): Sides | NoSides {
  const template = note.type.cloze ? note.type.templates[0] : note.type.templates[ordinal];
  if (template === undefined) return "no-template";
  return note.type.cloze ? clozeSides(note, template, ordinal) : basicSides(note, template);
}

function basicSides(note: NoteFields, template: Template): Sides | NoSides {
  const plain = (side: "front" | "back") => filler(note, template, (value) => value, side);
  const front = fromHtml(fillTemplate(template.front, plain("front")));
  const back = fromHtml(fillTemplate(answerPart(template.back), plain("back")));
  if (front.markdown === "") return "no-question";
  if (onlyPictures(front.markdown)) return "needs-its-picture";
  return {
    kind: "basic",
    front: front.markdown,
    back: back.markdown,
    media: [...front.media, ...back.media],
    hint: false,
  };
}

function clozeSides(note: NoteFields, template: Template, ordinal: number): Sides | NoSides {
  let hides = false;
  let hint = false;
  const hide = (value: string) => {
    const cloze = readCloze(value, ordinal + 1);
    hides ||= cloze.hides;
    hint ||= cloze.hint;
    return cloze.html;
  };
  const front = fromHtml(fillTemplate(template.front, filler(note, template, hide, "front")));
  // Said beside the answer: what the answer shows besides the text itself.
  const back = fromHtml(
    fillTemplate(
      answerPart(template.back),
      filler(note, template, () => "", "back"),
    ),
  );
  if (!hides) return "hides-nothing";
  if (front.markdown.includes(`${HIDE_START}image-occlusion`) || onlyPictures(front.markdown))
    return "needs-its-picture";
  const media = [...front.media, ...back.media];
  return { kind: "cloze", front: withBraces(front.markdown), back: back.markdown, media, hint };
}

/** Braces of the text itself are not those that hide. */
function withBraces(markdown: string): string {
  return markdown
    .replaceAll("{{", "{\\{")
    .replaceAll("}}", "}\\}")
    .replaceAll(HIDE_START, "{{")
    .replaceAll(HIDE_END, "}}");
}

function onlyPictures(markdown: string): boolean {
  return markdown.replaceAll(/\\\[(?:image|sound): [^\]]*\\\]/g, "").trim() === "";
}

/** The answer alone: what follows its line, where the template draws one. The question stands on the other side. */
function answerPart(back: string): string {
  return back.split(/<hr[^>]{0,100}\bid\s*=\s*["']?answer["']?[^>]{0,100}>/i).at(-1) ?? back;
}

function filler(note: NoteFields, template: Template, cloze: (value: string) => string, side: "front" | "back") {
  const fields = new Map(note.type.fields.map((name, index) => [name, note.values[index] ?? ""]));
  const special: Readonly<Record<string, string>> = {
    FrontSide: "",
    Tags: note.tags.join(" "),
    Type: note.type.name,
    Deck: note.deck,
    Subdeck: note.deck.split("::").at(-1) ?? "",
    Card: template.name,
  };
  return {
    value(name: string, filters: readonly string[]): string {
      const value = fields.get(name) ?? special[name] ?? "";
      if (filters.some((filter) => filter === "cloze" || filter === "cloze-only")) return cloze(value);
      // One types the answer there, or has it read aloud: nothing to show on the front.
      if (filters.some((filter) => filter === "type" || filter.startsWith("tts"))) return side === "front" ? "" : value;
      return value;
    },
    isSet: (name: string) => hasContent(fields.get(name) ?? special[name] ?? "") || /^c\d+$/.test(name),
  };
}
