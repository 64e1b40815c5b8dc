import { z } from "zod";
import { LEVELS } from "@/lib/design";
import { ADVICE_TOPICS, DIMENSIONS, RULE_IDS, SIGNALS, VERDICTS } from "@/lib/rubric";

/** Past this no text of a report is. */
const words = z.string().max(20_000);
const place = z.object({ line: z.int(), column: z.int(), start: z.int(), end: z.int(), text: words }).nullable();

const finding = z.object({
  rule: z.enum(RULE_IDS),
  dimension: z.enum(DIMENSIONS),
  verdict: z.enum(VERDICTS),
  subject: words,
  message: words,
  fix: words,
  points: z.number(),
  possible: z.number(),
  at: place,
  brief: words.nullable(),
  cards: z.array(words),
});

/** A report as it was saved, from a file that somebody gives: what pages read of it is there and of its kind. */
export const reportSchema = z.looseObject({
  scenario: words,
  level: z.enum(LEVELS),
  store: z.looseObject({}).nullable(),
  score: z.int().min(0).max(100),
  signal: z.enum(SIGNALS),
  dimensions: z.partialRecord(z.enum(DIMENSIONS), z.object({ earned: z.number(), possible: z.number() })),
  findings: z.array(finding).max(2_000),
  patterns: z.array(z.object({ id: words, verdict: z.enum(["served", "partly", "unserved"]), by: words, why: words })),
  alignment: z.array(z.object({ entity: words, as: z.array(words), how: words })),
  diagnostics: z.array(z.looseObject({ severity: words, message: words, line: z.int(), column: z.int() })),
  advice: z.array(z.object({ topic: z.enum(ADVICE_TOPICS), message: words, at: place })).optional(),
});

export const scheduledSchema = z.array(
  z.object({
    kind: z.enum(["card", "drill", "scenario"]),
    ref: words,
    title: words,
    due: z.int(),
    why: words,
    rules: z.array(z.enum(RULE_IDS)),
    change: words,
  }),
);
