import { z } from "zod";

/** What the address says: the problem, and the model answer or the drill to begin with; anything else is as if nothing were said. */
export const benchSchema = z.object({
  scenario: z.string().max(80).optional().catch(undefined),
  from: z.string().max(300).optional().catch(undefined),
});
