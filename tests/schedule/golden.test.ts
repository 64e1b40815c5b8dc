import { createEmptyCard, fsrs, State } from "ts-fsrs";
import { describe, expect, it } from "vitest";
import { type Policy, RATINGS, type Rating } from "@/lib/schedule";
import { aScheduling, DAY, play, START } from "./support";

/** ts-fsrs's and fsrs-rs's own test series: remembered six times, forgotten twice, remembered five times. */
const CLASSIC: readonly Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];

describe("published series", () => {
  it("gives the intervals of ts-fsrs's FSRS-6 test (packages/fsrs/__tests__/FSRS-6.test.ts, `ivl_history`)", () => {
    const days = play(CLASSIC).steps.map(({ memory }) => memory.scheduledDays);
    expect(days).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  /** fsrs-rs, src/inference.rs, `test_memo_state`; repeated in ts-fsrs's FSRS-6 test with and without short-term steps. */
  it.each([
    ["card", 53.62691],
    ["scenario", 53.335106],
  ] as const)("reaches the memory state of fsrs-rs's test (%s)", (policy, stability) => {
    const { memory } = play([1, 3, 3, 3, 3, 3], { by: aScheduling({ policy }), gaps: [0, 0, 1, 3, 8, 21] });
    expect(memory.stability).toBeCloseTo(stability, 4);
    expect(memory.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it("starts with the default parameters' first stabilities and difficulties (the same test, `first repeat`)", () => {
    const first = RATINGS.map((rating) => play([rating]).memory);
    expect(first.map(({ stability }) => stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(first.map(({ difficulty }) => difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
    expect(first.map(({ scheduledDays }) => scheduledDays)).toEqual([0, 0, 0, 8]);
    expect(first.map(({ phase }) => phase)).toEqual(["learning", "learning", "learning", "review"]);
  });

  /** Computed once with ts-fsrs 5.4.2, default parameters, `enable_short_term: false`; a change here is a changed schedule. */
  it("keeps the whole-day series of scenarios", () => {
    const days = play(CLASSIC, { by: aScheduling({ policy: "scenario" }) }).steps.map(
      ({ memory }) => memory.scheduledDays,
    );
    expect(days).toEqual([3, 14, 57, 196, 586, 1559, 10, 1, 3, 5, 9, 15, 25]);
  });
});

describe("against ts-fsrs itself", () => {
  const SERIES: readonly (readonly Rating[])[] = [
    CLASSIC,
    [4, 4, 4],
    [1, 1, 1, 1, 1, 1],
    [2, 2, 2, 3, 2, 1, 2, 3],
    [1, 2, 3, 4, 1, 2, 3, 4],
    [4, 1, 3, 3, 1, 2, 4],
  ];
  const PARAMETERS: Readonly<Record<Policy, Parameters<typeof fsrs>[0]>> = {
    card: { request_retention: 0.9, enable_short_term: true, learning_steps: ["1m", "10m"], relearning_steps: ["10m"] },
    scenario: { request_retention: 0.9, enable_short_term: false },
  };

  /** In UTC, with days from midnight, its count of days and ours are the same; outside the steps ours end at midnight. */
  const MIDNIGHT = Math.floor(START / DAY) * DAY;

  it.each((["card", "scenario"] as const).flatMap((policy) => SERIES.map((ratings) => [policy, ratings] as const)))(
    "%s %j",
    (policy, ratings) => {
      const scheduler = fsrs(PARAMETERS[policy]);
      let card = createEmptyCard(new Date(MIDNIGHT));
      for (const [index, { memory }] of play(ratings, {
        by: aScheduling({ policy }),
        start: MIDNIGHT,
      }).steps.entries()) {
        card = scheduler.next(card, card.due, ratings[index] ?? 3).card;
        const midnight = (date: Date | undefined) => Math.floor((date?.getTime() ?? 0) / DAY) * DAY;
        expect({ ...memory, lastReview: midnight(new Date(memory.lastReview ?? 0)) }).toEqual({
          due: card.state === State.Review ? midnight(card.due) : memory.due,
          stability: card.stability,
          difficulty: card.difficulty,
          phase: State[card.state].toLowerCase(),
          reps: card.reps,
          lapses: card.lapses,
          step: card.learning_steps,
          scheduledDays: card.scheduled_days,
          lastReview: midnight(card.last_review),
        });
      }
    },
  );
});
