import { describe, expect, it } from "vitest";
import { type Memory, newMemory, preview, RATINGS, type Rating, retrievability, review } from "@/lib/schedule";
import { schedulerOf } from "@/lib/schedule/scheduler";
import { aScheduling, DAY, play, START } from "./support";

/** FSRS-5 had 19 parameters; FSRS-6 reads them with these two more, which change nothing (fsrs-rs, src/model.rs). */
const OF_FSRS_5 = [0, 0.5] as const;

/** fsrs-rs, src/inference.rs, `PARAMETERS`. */
const FSRS_RS = [
  0.6845422,
  1.6790825,
  4.7349424,
  10.042885,
  7.4410233,
  0.64219797,
  1.071918,
  0.0025195254,
  1.432437,
  0.1544,
  0.8692766,
  2.0696752,
  0.0953,
  0.2975,
  2.4691248,
  0.19542035,
  3.201072,
  0.18046261,
  0.121442534,
  ...OF_FSRS_5,
];

/** ts-fsrs, packages/fsrs/__tests__/impl/long-term_scheduler.test.ts, `w`. */
const LONG_TERM = [
  0.4197,
  1.1869,
  3.0412,
  15.2441,
  7.1434,
  0.6477,
  1.0007,
  0.0674,
  1.6597,
  0.1712,
  1.1178,
  2.0225,
  0.0904,
  0.3025,
  2.1214,
  0.2498,
  2.9466,
  0.4891,
  0.6468,
  ...OF_FSRS_5,
];

describe("fsrs-rs, src/inference.rs, with parameters of its own", () => {
  const by = aScheduling({ parameters: FSRS_RS, settings: { learningSteps: [], relearningSteps: [] } });

  it("`test_memo_state`: the state after again and four times good", () => {
    const { memory } = play([1, 3, 3, 3, 3], { by, gaps: [0, 1, 3, 8, 21] });
    expect(memory.stability).toBeCloseTo(31.722992, 4);
    expect(memory.difficulty).toBeCloseTo(7.382128, 5);
  });

  it("`test_memo_state`: the state that good gives to a state that is given", () => {
    const given: Memory = {
      ...newMemory(START),
      phase: "review",
      stability: 20.925528,
      difficulty: 7.005062,
      reps: 4,
      lastReview: START,
    };
    const { memory } = review(given, 3, START + 21 * DAY, by);
    expect(memory.stability).toBeCloseTo(40.87456, 4);
    expect(memory.difficulty).toBeCloseTo(6.9913807, 5);
  });

  it("`test_next_states`: what each rating gives", () => {
    const { memory } = play([1, 3, 3, 3], { by, gaps: [0, 1, 3, 8] });
    const now = (memory.lastReview ?? 0) + 21 * DAY;
    const next = RATINGS.map((rating) => review(memory, rating, now, by).memory);
    const states = [
      [2.9691455, 8.000659],
      [17.091452, 7.6913934],
      [31.722992, 7.382128],
      [71.7502, 7.0728626],
    ] as const;
    for (const [index, [stability, difficulty]] of states.entries()) {
      expect(next[index]?.stability).toBeCloseTo(stability, 4);
      expect(next[index]?.difficulty).toBeCloseTo(difficulty, 5);
    }
    expect(next.map(({ scheduledDays }) => scheduledDays)).toEqual([3, 17, 32, 72]);
  });

  it("`test_next_interval`: a stability of one day at 70, 80 and 90 %", () => {
    const days = [0.7, 0.8, 0.9].map((retention) =>
      schedulerOf(aScheduling({ settings: { retention } })).next_interval(1, 1),
    );
    expect(days).toEqual([9, 3, 1]);
  });

  it("`current_retrievability`, with the curve of FSRS-6's first defaults (w[20] = 0.2)", () => {
    const curve = [...FSRS_RS.slice(0, 20), 0.2];
    const memory: Memory = { ...newMemory(START), phase: "review", stability: 1, difficulty: 5, lastReview: START };
    const chances = [0, 1, 2, 3].map((days) => retrievability(memory, START + days * DAY, curve));
    for (const [index, chance] of [1, 0.9, 0.84028935, 0.7985001].entries()) {
      expect(chances[index]).toBeCloseTo(chance, 6);
    }
  });
});

/** Whole days only, so it is our policy for scenarios: each series with its intervals, stabilities and difficulties. */
describe("ts-fsrs, packages/fsrs/__tests__/impl/long-term_scheduler.test.ts", () => {
  const by = aScheduling({ policy: "scenario", parameters: LONG_TERM });
  const series: readonly (readonly [
    string,
    readonly Rating[],
    readonly number[],
    readonly number[],
    readonly number[],
  ])[] = [
    [
      "test1",
      [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3],
      [3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773],
      [
        3.0412, 13.09130698, 48.15848988, 154.93732625, 445.05562739, 1158.07779739, 16.63063166, 3.01732209,
        11.42247264, 37.37521902, 111.8752758, 306.5974569, 772.94026648,
      ],
      [
        4.49094334, 4.26664289, 4.05746029, 3.86237659, 3.68044154, 3.51076891, 4.69833071, 5.55956298, 5.26323756,
        4.98688448, 4.72915759, 4.4888015, 4.26464541,
      ],
    ],
    [
      "test2",
      [1, 2, 3, 4, 1, 2, 3, 4],
      [1, 2, 6, 41, 4, 7, 21, 133],
      [0.4197, 1.0344317, 5.5356759, 41.0033667, 4.46605519, 6.67743292, 20.88868155, 132.81849454],
      [7.1434, 7.03653841, 6.64066485, 5.92312772, 6.44779861, 6.45995078, 6.10293922, 5.36588547],
    ],
    [
      "test3",
      [2, 3, 4, 1, 2, 3, 4, 1],
      [2, 7, 54, 5, 8, 26, 171, 8],
      [1.1869, 6.59167572, 53.76078737, 5.0853693, 8.09786749, 25.52991279, 171.16195166, 8.11072373],
      [6.23225985, 5.89059466, 5.14583392, 5.884097, 5.99269555, 5.667177, 4.91430736, 5.71619151],
    ],
    [
      "test4",
      [3, 4, 1, 2, 3, 4, 1, 2],
      [3, 33, 4, 7, 26, 193, 9, 14],
      [3.0412, 32.65484522, 4.22256838, 7.2325009, 25.52681746, 193.36618775, 8.63899847, 14.31323867],
      [4.49094334, 3.69538259, 4.83221448, 5.12078462, 4.85403286, 4.07165035, 5.1050878, 5.34697075],
    ],
    [
      "test5",
      [4, 1, 2, 3, 4, 1, 2, 3],
      [15, 3, 6, 27, 240, 10, 17, 60],
      [15.2441, 3.25621013, 6.32684549, 26.56339029, 239.70462771, 9.75621519, 17.06035531, 59.59547542],
      [1.16304343, 2.99573557, 3.59851762, 3.43436666, 2.60045771, 4.03816348, 4.46259158, 4.24020203],
    ],
  ];
  it.each(series)("%s", (_, ratings, days, stabilities, difficulties) => {
    const steps = play(ratings, { by }).steps.map(({ memory }) => memory);
    expect(steps.map(({ scheduledDays }) => scheduledDays)).toEqual(days);
    expect(steps.map(({ stability }) => stability)).toEqual(stabilities);
    expect(steps.map(({ difficulty }) => difficulty)).toEqual(difficulties);
  });
});

describe("py-fsrs, tests/test_basic.py", () => {
  it("`test_repeated_correct_reviews`: ten times easy within a moment is as easy as can be", () => {
    let memory = newMemory(START);
    for (let index = 0; index < 10; index++) memory = review(memory, 4, START + index, aScheduling()).memory;
    expect(memory.difficulty).toBe(1);
  });

  it("`test_stability_lower_bound`: a thousand times again never loses the last of it", () => {
    let memory = newMemory(START);
    for (let index = 0; index < 1000; index++) memory = review(memory, 1, memory.due + DAY, aScheduling()).memory;
    expect(memory.stability).toBeGreaterThanOrEqual(0.001);
  });

  it("`test_no_learning_steps` and `test_no_relearning_steps`: without steps, again comes after days", () => {
    const by = aScheduling({ settings: { learningSteps: [], relearningSteps: [] } });
    const first = review(newMemory(START), 1, START, by).memory;
    expect(first).toMatchObject({ phase: "review", scheduledDays: 1 });
    expect(review(first, 1, first.due, by).memory).toMatchObject({ phase: "review", scheduledDays: 1 });
  });

  it.each([
    ["`test_learning_card_rate_hard_one_learning_step`", ["10m"], 15],
    ["two steps: half-way between them", ["1m", "10m"], 5.5],
  ] as const)("%s", (_, learningSteps, minutes) => {
    const { 2: hard } = preview(
      newMemory(START),
      START,
      aScheduling({ settings: { learningSteps: [...learningSteps] } }),
    );
    expect(hard.due - START).toBe(Math.round(minutes) * 60_000);
  });
});
