import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Collection, type ExchangeCard, finish, readAnki, writeAnki } from "@/lib/exchange";
import { fromHtml } from "@/lib/exchange/markdown/from-html";
import { toHtml } from "@/lib/exchange/markdown/to-html";
import { type Clock, DEFAULT_SETTINGS } from "@/lib/schedule";
import { anyCollection, CLOCKS, NOW, schedulingFor } from "./support/collections";
import { sqlite } from "./support/sqlite";

async function roundTrip(collection: Collection, clock: Clock, now = NOW) {
  const engine = await sqlite();
  const bytes = finish(writeAnki(engine, collection, { now, clock, settings: DEFAULT_SETTINGS }));
  return finish(readAnki(engine, bytes, { now, clock, scheduling: schedulingFor(clock) }));
}

describe("to Anki and back", () => {
  for (const clock of CLOCKS) {
    test(`nothing is lost in ${clock.zone} from ${clock.rollover}:00`, async () => {
      await fc.assert(
        fc.asyncProperty(anyCollection(clock), async (collection) => {
          const { cards, leftOut } = await roundTrip(collection, clock);
          expect(leftOut).toEqual({ count: 0, first: [] });
          expect(cards.map(essence)).toEqual(collection.cards.map(settled).map(essence));
        }),
        { numRuns: 25 },
      );
    });
  }

  test("a review that is moved out of another's millisecond stays within the second", async () => {
    const log = Array.from({ length: 5 }, () => ({
      at: NOW - 5_000,
      rating: 3 as const,
      elapsed: 10,
      phase: "new" as const,
      due: NOW,
      difficulty: 5,
    }));
    const base = {
      ordinal: 0,
      deck: "Keys",
      kind: "basic" as const,
      front: "a",
      back: "b",
      tags: [],
      suspended: false,
      position: 0,
    };
    const memory = {
      due: NOW + 60_000,
      stability: 1,
      difficulty: 5,
      phase: "learning" as const,
      reps: 1,
      lapses: 0,
      step: 1,
      scheduledDays: 0,
      lastReview: NOW - 5_000,
    };
    const cards = log.map((review, index) => ({ ...base, guid: String(index), memory, log: [review] }));
    const back = await roundTrip({ cards }, { zone: "UTC", rollover: 4 });
    expect(back.cards.map((card) => card.log[0]?.at)).toEqual([0, 1, 2, 3, 4].map((shift) => NOW - 5_000 + shift));
  });
});

/** What the words are once they have been HTML. */
function settled(card: ExchangeCard): ExchangeCard {
  const once = (text: string) => fromHtml(toHtml(text)).markdown;
  const hidden = (text: string) =>
    once(text.replaceAll("{{", "\uE010").replaceAll("}}", "\uE011"))
      .replaceAll("\uE010", "{{")
      .replaceAll("\uE011", "}}");
  return { ...card, front: card.kind === "cloze" ? hidden(card.front) : once(card.front), back: once(card.back) };
}

/** A package keeps times of steps in seconds, and difficulty in its log in thousandths. */
function essence({ memory, log, ...card }: ExchangeCard) {
  const steps = memory.phase === "learning" || memory.phase === "relearning";
  return {
    ...card,
    memory: {
      ...memory,
      due: steps ? Math.ceil(memory.due / 1000) : memory.phase === "new" ? NOW : memory.due,
      scheduledDays: memory.scheduledDays,
    },
    log: log.map(({ difficulty, due, ...review }) => ({
      ...review,
      difficulty: difficulty === null ? null : Math.round(((difficulty - 1) / 9 + 0.1) * 1000),
      due: Math.abs(due - review.at) < 3_600_000 ? Math.round((due - review.at) / 1000) : due,
    })),
  };
}
