/** A piece of a cloze text, in order; `hidden` ones are what the person must say. */
export interface ClozePart {
  readonly text: string;
  readonly hidden: boolean;
}

/** `a {{b}} c` → a, b (hidden), c. A `{{` that is never closed is plain text; `checkDecks` names it. */
export function clozeParts(text: string): readonly ClozePart[] {
  return text
    .split(/\{\{(.*?)\}\}/s)
    .map((piece, index) => ({ text: piece, hidden: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
