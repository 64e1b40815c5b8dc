import { z } from "zod";
import { FIT_KINDS } from "@/lib/fit";
import { soundParameters } from "@/lib/schedule";

const losses = z.object({
  default: z.number(),
  four: z.number().nullable(),
  all: z.number().nullable(),
  movingAverage: z.number(),
});

const tried = { reviews: z.int(), heldBack: z.int() };

/** What a fit came to, as `fitParameters` gives it. */
export const outcomeSchema = z.discriminatedUnion("kept", [
  z.object({ kept: z.literal(true), parameters: z.array(z.number()), kind: z.enum(FIT_KINDS), losses, ...tried }),
  z.object({ kept: z.literal(false), why: z.enum(["too-few", "no-better"]), losses: losses.nullable(), ...tried }),
]);

const savedSchema = z.intersection(
  outcomeSchema,
  z.object({
    /** When it was made, epoch milliseconds. */
    at: z.int(),
    /** How many ratings the person had given by then, of whatever kind. */
    ratings: z.int(),
  }),
);

/** The latest fit of a person, kept or not: `Person.fit`. A new one takes its place whatever it came to. */
export type SavedFit = z.output<typeof savedSchema>;

/** Null where nothing was fitted yet, or what was saved cannot be read: then it is as if there were nothing. */
export function readFit(saved: string | null): SavedFit | null {
  if (saved === null) return null;
  try {
    return savedSchema.parse(JSON.parse(saved));
  } catch {
    return null;
  }
}

/** The person's own parameters, fit for `Scheduling`; null where the defaults hold. */
export function fittedParameters(saved: string | null): readonly number[] | null {
  const fit = readFit(saved);
  return fit?.kept ? soundParameters(fit.parameters) : null;
}
