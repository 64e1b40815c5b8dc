import { z } from "zod";
import { RULE_IDS } from "@/lib/rubric";

const prose = z.string().trim().min(1);

const base = {
  /** `<deck>/<words>`: stays for ever, saved schedules name it. */
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  /** Rules that this card teaches: a missed rule brings the card forward. */
  rules: z.array(z.enum(RULE_IDS)).default([]),
  /** Where the fact comes from: a section of the study notes, or a named source. */
  source: prose,
};

/** Prose fields are Markdown with `code` and emphasis; no HTML. */
export const cardSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...base, kind: z.literal("basic"), front: prose, back: prose, why: prose.optional() }),
  /** `text` holds one or more `{{hidden words}}`, all hidden at once. */
  z.strictObject({ ...base, kind: z.literal("cloze"), text: prose, why: prose.optional() }),
  z.strictObject({
    ...base,
    kind: z.literal("choose"),
    front: prose,
    /** The right one first in the file; shown in an order of the page's own. */
    right: prose,
    wrong: z.array(prose).min(2).max(5),
    why: prose,
  }),
]);
export type Card = z.output<typeof cardSchema>;

export const deckSchema = z.strictObject({
  deck: z.string().regex(/^[a-z0-9-]+$/),
  title: prose,
  summary: prose,
  /** Its place among the decks: new cards come in this order. */
  order: z.int().default(0),
  cards: z.array(cardSchema).min(1),
});
export type Deck = z.output<typeof deckSchema>;
