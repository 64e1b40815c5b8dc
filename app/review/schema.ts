import { z } from "zod";

const itemId = z.string();

/** Only the shape, so that nothing odd goes further; what a rating may hold is the server's to say. */
export const letterSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("rate"),
    rating: z.object({
      id: z.uuid(),
      itemId,
      rating: z.literal([1, 2, 3, 4]),
      at: z.int(),
      elapsed: z.int(),
      zone: z.string(),
      shown: z.string().optional(),
    }),
  }),
  z.object({ kind: z.literal("undo"), reviewId: z.uuid() }),
  z.object({ kind: z.literal("suspend"), itemId }),
  z.object({ kind: z.literal("resume"), itemId }),
  z.object({ kind: z.literal("bury"), itemId, at: z.int() }),
]);
