import { z } from "zod";
import { PHASES } from "@/lib/schedule";
import { LIMITS } from "../limits";

/** As far on either side of 1970 as a `Date` of this century's schedules goes. */
const time = z.int().min(0).max(8_000_000_000_000_000);
const short = z.string().max(300);
const count = z.int().min(0).max(100_000_000);

const itemSchema = z.object({
  kind: z.enum(["card", "drill", "own", "scenario"]),
  /** The card's id, `<scenario>/<rule>`, the own card's id, or the scenario's slug. */
  ref: short,
  due: time,
  day: z.int().nullable(),
  stability: z.number().min(0),
  difficulty: z.number().min(0).max(10),
  phase: z.enum(PHASES),
  step: count,
  reps: count,
  lapses: count,
  scheduledDays: count,
  lastReview: time.nullable(),
  reason: z.string().max(10_000).nullable(),
  firstReview: time.nullable(),
  lastReviewId: short.nullable(),
  sibling: short.nullable(),
  seen: z.string().max(20_000).nullable(),
  buriedOn: z.int().nullable(),
  suspendedAt: time.nullable(),
  leech: z.boolean(),
  position: z.int(),
  createdAt: time,
});

const reviewSchema = z.object({
  id: short,
  /** The item that it rated, by kind and ref: `card:keys/what-is-a-key`. */
  item: short,
  rating: z.literal([1, 2, 3, 4]),
  at: time,
  elapsed: count,
  due: time,
  before: z.string().max(20_000).nullable(),
  shown: short.nullable(),
  undoneAt: time.nullable(),
});

const attemptSchema = z.object({
  id: z.uuid(),
  slug: short,
  number: z.int().min(1),
  text: z.string().max(65_536),
  level: short,
  score: z.int(),
  signal: short,
  report: z.unknown(),
  scheduled: z.unknown(),
  grader: short,
  seconds: count,
  createdAt: time,
});

const ownCardSchema = z.object({
  id: short,
  deck: short,
  note: short,
  ordinal: z.int().min(0),
  kind: z.enum(["basic", "cloze"]),
  front: z.string().max(65_536),
  back: z.string().max(65_536),
  tags: z.string().max(10_000),
  createdAt: time,
});

const figures = z.record(z.string(), z.union([z.number(), z.string()]));

/** Everything that is kept of one person but their password, as one file. Times are epoch milliseconds. */
export const accountSchema = z.object({
  /** The version of the format. */
  cardinality: z.literal(1),
  madeAt: time,
  person: z.object({
    name: z.string().max(200).nullable(),
    zone: z.string().max(64),
    /** As the person set them, `Settings` of lib/schedule. */
    settings: z.unknown(),
    /** Parameters fitted to their reviews. */
    fit: z.unknown(),
  }),
  drafts: z
    .array(z.object({ slug: short, text: z.string().max(65_536), revision: z.int(), updatedAt: time }))
    .max(10_000),
  attempts: z.array(attemptSchema).max(50_000),
  ownCards: z.array(ownCardSchema).max(LIMITS.cards),
  items: z.array(itemSchema).max(2 * LIMITS.cards),
  reviews: z.array(reviewSchema).max(LIMITS.reviews),
  /** What each day holds and what is known of each rule: for reading. They are worked out anew when the file is taken back. */
  days: z.array(figures),
  evidence: z.array(figures),
});
export type Account = z.output<typeof accountSchema>;
export type AccountItem = Account["items"][number];
export type AccountReview = Account["reviews"][number];
