import { z } from "zod";

/** Only the shape, so that nothing odd goes further; what a rating may hold is the server's to say. */
export const ratingFormSchema = z.object({
  id: z.uuid(),
  itemId: z.string(),
  rating: z.literal([1, 2, 3, 4]),
  at: z.int(),
  elapsed: z.int(),
  zone: z.string().max(64),
});

export const reviewIdSchema = z.uuid();
