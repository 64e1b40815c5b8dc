import { BindingMemoryState, FSRSBinding } from "@open-spaced-repetition/binding";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_PARAMETERS, predictor, RATINGS, type Recall, soundParameters, type Trace } from "@/lib/schedule";

const recalls = fc.array(fc.record({ rating: fc.constantFrom(...RATINGS), days: fc.integer({ min: 0, max: 400 }) }), {
  minLength: 1,
  maxLength: 12,
});

function play(history: readonly Recall[]): Trace {
  const { after } = predictor(DEFAULT_PARAMETERS);
  const [first, ...rest] = history;
  if (!first) throw new Error("There is no history.");
  return rest.reduce<Trace>((trace, review) => after(trace, review), after(null, { ...first, days: 0 }));
}

describe("what FSRS-6 says of a memory", () => {
  // py-fsrs `test_memo_state`, fsrs-rs `test_memory_state`.
  test("is the published memory of again, good, good, good, good, good after 0, 0, 1, 3, 8 and 21 days", () => {
    const days = [0, 0, 1, 3, 8, 21];
    const trace = play(days.map((count, place) => ({ rating: place === 0 ? 1 : 3, days: count })));
    expect(trace.stability).toBeCloseTo(53.62691, 4);
    expect(trace.difficulty).toBeCloseTo(6.3574867, 4);
  });

  // fsrs-rs `test_power_forgetting_curve`.
  test("falls as the published curve does", () => {
    const { chance } = predictor(DEFAULT_PARAMETERS);
    const said = [0, 1, 2, 3].map((days) => chance({ stability: 1, difficulty: 5 }, days));
    for (const [at, published] of [1, 0.9, 0.84588464, 0.8093881].entries()) expect(said[at]).toBeCloseTo(published, 6);
  });

  test("is what the implementation in Rust says, whatever the history", () => {
    const oracle = new FSRSBinding([...DEFAULT_PARAMETERS]);
    fc.assert(
      fc.property(recalls, fc.integer({ min: 1, max: 300 }), (history, days) => {
        const trace = play(history);
        // Rust computes with 32 bits: errors would add up over a history, so both are given the memory before one more review.
        const memory = new BindingMemoryState(trace.stability, trace.difficulty);
        const states = oracle.nextStates(memory, 0.9, days);
        const theirs = [states.again, states.hard, states.good, states.easy].map((state) => state.memory);
        for (const rating of RATINGS) {
          const ours = predictor(DEFAULT_PARAMETERS).after(trace, { rating, days });
          const their = theirs[rating - 1];
          expect(Math.abs(ours.stability / (their?.stability ?? 0) - 1)).toBeLessThan(0.001);
          expect(ours.difficulty).toBeCloseTo(their?.difficulty ?? 0, 3);
        }
      }),
    );
  });

  test("is null at the first review and at a further one on the same day, else a chance", () => {
    fc.assert(
      fc.property(recalls, (history) => {
        const said = predictor(DEFAULT_PARAMETERS).predict(history);
        expect(said).toHaveLength(history.length);
        for (const [place, chance] of said.entries()) {
          if (place === 0 || history[place]?.days === 0) expect(chance).toBeNull();
          else expect(chance).toSatisfy((value: number) => value > 0 && value <= 1);
        }
      }),
    );
  });
});

describe("sound parameters", () => {
  test("are the defaults themselves", () => {
    expect(soundParameters(DEFAULT_PARAMETERS)).toEqual(DEFAULT_PARAMETERS);
  });

  test.each([
    ["too few", DEFAULT_PARAMETERS.slice(1)],
    ["those of FSRS-5", DEFAULT_PARAMETERS.slice(0, 19)],
    ["one that is no number", [Number.NaN, ...DEFAULT_PARAMETERS.slice(1)]],
    ["one that is infinite", [...DEFAULT_PARAMETERS.slice(0, 20), Number.POSITIVE_INFINITY]],
  ])("are refused: %s", (_what, parameters) => {
    expect(soundParameters(parameters)).toBeNull();
  });

  test("lie inside their limits, whatever came", () => {
    const any = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 21, maxLength: 21 });
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 5 }), (parameters, steps) => {
        const sound = soundParameters(parameters, steps) ?? [];
        expect(sound).toHaveLength(21);
        expect(soundParameters(sound, steps)).toEqual(sound);
        for (const initial of sound.slice(0, 4))
          expect(initial).toSatisfy((value: number) => value > 0 && value <= 100);
      }),
    );
  });
});
