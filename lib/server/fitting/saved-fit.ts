import { z } from "zod";
import { FIT_KINDS } from "@/lib/fit";
import { soundParameters } from "@/lib/schedule";

const losses = z.object({
  default: z.number(),
  four: z.number().nullable(),
  all: z.number().nullable(),
  movingAverage: z.number(),
});

/** `reviews`: all that could be learnt from or tried on; `heldBack`: the newest of them, which only tried. */
const counts = { reviews: z.int(), heldBack: z.int() };

/** What a fit came to, as `fitParameters` gives it. Losses are log losses on what was held back; smaller is better. */
const keptSchema = z.object({
  kept: z.literal(true),
  parameters: z.array(z.number()).length(21).readonly(),
  kind: z.enum(FIT_KINDS),
  losses,
  ...counts,
});
const notKeptSchema = z.object({
  kept: z.literal(false),
  why: z.enum(["too-few", "no-better"]),
  losses: losses.nullable(),
  ...counts,
});
export const outcomeSchema = z.discriminatedUnion("kept", [keptSchema, notKeptSchema]);

/** `at`: when it was made, epoch milliseconds; `ratings`: how many the person had given by then, of whatever kind. */
const when = { at: z.int(), ratings: z.int() };
const savedSchema = z.discriminatedUnion("kept", [keptSchema.extend(when), notKeptSchema.extend(when)]);

/** The latest fit of a person, kept or not: `Person.fit`. The next one takes its place whatever it comes to. */
export type SavedFit = z.output<typeof savedSchema>;

/** Null where nothing was fitted yet, or what was saved cannot be read any more: then it is as if there were nothing. */
export function readFit(text: string | null): SavedFit | null {
  if (text === null) return null;
  try {
    return savedSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The person's own parameters, each inside its limits; null where the defaults hold. */
export function fittedParameters(text: string | null): readonly number[] | null {
  const fit = readFit(text);
  return fit?.kept ? soundParameters(fit.parameters) : null;
}
