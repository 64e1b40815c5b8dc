"use server";

import type { RatingToSend, Reply } from "@/components/review/item";
import { asPerson, rate, undo } from "@/lib/server";
import { ratingFormSchema, reviewIdSchema } from "./schema";

const INVALID = {
  ok: false,
  code: "invalid",
  message: "Something in this is missing or wrong. Nothing was changed.",
} as const;

export async function rateAction(input: RatingToSend): Promise<Reply> {
  const parsed = ratingFormSchema.safeParse(input);
  return parsed.success ? await asPerson(({ id }) => rate(id, parsed.data)) : INVALID;
}

export async function undoAction(reviewId: string): Promise<Reply> {
  const parsed = reviewIdSchema.safeParse(reviewId);
  return parsed.success ? await asPerson(({ id }) => undo(id, parsed.data)) : INVALID;
}
