import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

/** What our readers name, as tags. */
export const TOKENS = {
  table: tags.className,
  column: tags.propertyName,
  type: tags.typeName,
  note: tags.keyword,
  reference: tags.link,
  arrow: tags.operator,
  punctuation: tags.punctuation,
  bracket: tags.bracket,
  comment: tags.comment,
  string: tags.string,
  number: tags.number,
  section: tags.heading,
  meta: tags.meta,
};

const token = (name: string) => `var(--color-${name})`;

/** One accent and the inks: what is bold is a name of yours, what is blue-violet is a word of the notation. */
export const highlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.className, color: token("ink"), fontWeight: "600" },
    { tag: tags.propertyName, color: token("ink") },
    { tag: tags.typeName, color: token("info") },
    { tag: tags.keyword, color: token("accent-text") },
    { tag: tags.link, color: token("relational") },
    // An arrow is not broken at the end of a line.
    { tag: tags.operator, color: token("ink-faint"), whiteSpace: "nowrap" },
    { tag: [tags.punctuation, tags.bracket], color: token("ink-faint") },
    { tag: tags.comment, color: token("ink-faint"), fontStyle: "italic" },
    { tag: [tags.string, tags.number], color: token("key-value") },
    { tag: tags.heading, color: token("accent-text"), fontWeight: "600" },
    { tag: tags.meta, color: token("ink-faint") },
  ]),
);
