import { z } from "zod";

const slug = z.string().max(100);
/** Who the page was opened for; null: nobody had a session yet. */
const person = z.string().max(100).nullable();
/** Far beyond the limit that is refused with words: what is longer did not come from the page. */
const text = z.string().max(1_000_000);

export const saveSchema = z.object({ slug, text, basedOn: z.int().nullable(), person });

export const handInSchema = z.object({
  id: z.uuid(),
  slug,
  text,
  seconds: z.int().min(0).max(31_536_000),
  zone: z.string().max(64),
  person,
});
