"use server";

import { after } from "next/server";
import type { z } from "zod";
import type { Letter, Reply } from "@/components/review/letter";
import { asPerson, bury, fitIfDue, rate, resume, suspend, undo } from "@/lib/server";
import { letterSchema } from "./schema";

const INVALID = {
  ok: false,
  code: "invalid",
  message: "Something in this is missing or wrong. Nothing was changed.",
} as const;

/** One letter of the outbox. Sent twice, it counts once. */
export async function sendLetterAction(letter: Letter): Promise<Reply> {
  const parsed = letterSchema.safeParse(letter);
  return parsed.success ? await asPerson(({ id }) => take(id, parsed.data)) : INVALID;
}

function take(personId: string, letter: z.output<typeof letterSchema>): Promise<Reply> {
  switch (letter.kind) {
    case "rate":
      // Once the answer is on its way: a fit takes seconds, in a process of its own.
      after(() => fitIfDue(personId));
      return rate(personId, letter.rating);
    case "undo":
      return undo(personId, letter.reviewId);
    case "suspend":
      return suspend(personId, letter.itemId);
    case "resume":
      return resume(personId, letter.itemId);
    case "bury":
      return bury(personId, letter.itemId, Math.min(letter.at, Date.now()));
  }
}
