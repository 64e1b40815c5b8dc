import { z } from "zod";
import { DECK_KINDS } from "@/lib/server";

/** A segment of an address as it was before it was written into one; null for what never was. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

export const placeSchema = z.object({
  kind: z.enum(DECK_KINDS),
  deck: z.string().transform(decoded).pipe(z.string().max(300)),
});

export const querySchema = z.object({
  q: z.string().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const changeSchema = z.object({ item: z.string().max(300), act: z.enum(["suspend", "resume"]) });

const MOST_LETTERS = 70_000;
/** Only the shape; what a card may be is the server's to say. */
export const cardSchema = z.object({
  deck: z.string().max(1_000),
  kind: z.enum(["basic", "cloze"]),
  front: z.string().max(MOST_LETTERS),
  back: z.string().max(MOST_LETTERS),
});

export const ownIdSchema = z.string().max(300);
