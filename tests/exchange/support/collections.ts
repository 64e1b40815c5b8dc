import fc from "fast-check";
import type { Collection, ExchangeCard, LoggedReview } from "@/lib/exchange";
import {
  type Clock,
  DEFAULT_SETTINGS,
  type Memory,
  newMemory,
  type Rating,
  review,
  type Scheduling,
} from "@/lib/schedule";

export const DAY = 86_400_000;
/** Noon in UTC on a Tuesday. */
export const NOW = Date.UTC(2026, 11, 1, 12);
export const CLOCKS: readonly Clock[] = [
  { zone: "UTC", rollover: 4 },
  { zone: "Europe/Berlin", rollover: 4 },
  { zone: "America/New_York", rollover: 0 },
  { zone: "Pacific/Apia", rollover: 6 },
  { zone: "Asia/Kathmandu", rollover: 23 },
];

export function schedulingFor(clock: Clock, seed = ""): Scheduling {
  return { policy: "card", settings: DEFAULT_SETTINGS, clock, parameters: null, seed, load: null };
}

interface Learnt {
  readonly memory: Memory;
  readonly log: readonly LoggedReview[];
}

/** What a person did with a card, by our own scheduler: ratings at most thirty days apart, the last one before `NOW`. */
export function learn(
  clock: Clock,
  seed: string,
  ratings: readonly (readonly [Rating, gap: number])[],
  before = 0,
): Learnt {
  const scheduling = schedulingFor(clock, seed);
  let at = NOW - before - ratings.reduce((sum, [, gap]) => sum + gap, 0);
  let memory = newMemory(at);
  const log: LoggedReview[] = [];
  for (const [rating, gap] of ratings) {
    at += gap - 1;
    const after = review(memory, rating, at, scheduling).memory;
    const { difficulty, due } = after;
    log.push({ at, rating, elapsed: (at % 60) * 100, phase: memory.phase, due, difficulty });
    memory = after;
  }
  return { memory: log.length === 0 ? newMemory(NOW) : memory, log };
}

const words = fc
  .array(
    fc.constantFrom(
      "what",
      "is",
      "a key",
      "**bold**",
      "`code`",
      "*two*",
      "<b>",
      "&amp;",
      "a\nb",
      "- one\n- two",
      "é語",
      "x::y",
      "2 < 3",
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(" "));

export function anyCollection(clock: Clock): fc.Arbitrary<Collection> {
  const gap = fc.oneof(fc.integer({ min: 2_000, max: 20 * 60_000 }), fc.integer({ min: DAY, max: 30 * DAY }));
  const ratings = fc.array(fc.tuple(fc.constantFrom<Rating[]>(1, 2, 3, 4), gap), { maxLength: 8 });
  const card = fc.record({
    deck: fc.constantFrom("Default", "Keys", "Keys::Foreign keys", "語"),
    kind: fc.constantFrom<ExchangeCard["kind"][]>("basic", "cloze"),
    front: words,
    back: words,
    tags: fc.uniqueArray(fc.constantFrom("leech", "sql", "tag::deep", "語"), { maxLength: 3 }),
    suspended: fc.boolean(),
    ordinal: fc.integer({ min: 0, max: 3 }),
    position: fc.integer({ min: 0, max: 5_000 }),
    ratings,
  });
  return fc.array(card, { maxLength: 12 }).map((cards) => ({
    cards: cards.map(({ ratings: given, ...rest }, index) => ({
      ...rest,
      guid: `guid${index}`,
      front: rest.kind === "cloze" ? `${rest.front} {{hidden ${rest.front}}} after` : rest.front,
      position: given.length === 0 ? rest.position : 0,
      ...learn(clock, `${rest.ordinal} guid${index}`, given, index * 13),
    })),
  }));
}
