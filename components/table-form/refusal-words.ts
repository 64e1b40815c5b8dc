import type { EditRefusal } from "@/lib/notation";

/** What to say where an edit was not made; what was typed stays. */
export const REFUSAL_WORDS: Readonly<Record<EditRefusal, string>> = {
  "not-shorthand": "Turn the text into shorthand first.",
  "no-table": "This table is no longer in the text.",
  "no-attribute": "This attribute is no longer in the text.",
  "no-index": "This index is no longer in the text.",
  "no-key": "This key is no longer in the text.",
  "no-reference": "This reference is no longer in the text.",
  "bad-name": "A name begins with a letter and has letters, digits, _ or spaces.",
  taken: "This name is taken. Choose another one.",
  "bad-words": "This is not understood here. Say it more simply, or write it as text.",
  unclear: "This cannot be said by clicking here. Write it as text.",
};
