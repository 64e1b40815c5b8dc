import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { casesOf, historiesOf, type PastReview, trainingItem } from "@/lib/fit";
import { RATINGS } from "@/lib/schedule";

/** "item rating day", one after the other. */
function reviewsOf(...lines: readonly string[]): readonly PastReview[] {
  return lines.map((line, at) => {
    const [item = "", rating, day] = line.split(" ");
    const found = RATINGS.find((one) => one === Number(rating));
    if (!found) throw new Error(line);
    return { item, rating: found, day: Number(day), at };
  });
}

describe("from reviews to what is learnt from them", () => {
  // Two steps on day 100, forgotten on day 103 and learnt again that day, remembered on day 104 and, as hard, on day 110.
  const reviews = reviewsOf("a 3 100", "a 3 100", "b 1 100", "a 1 103", "a 3 103", "a 3 104", "b 2 105", "a 2 110");

  test("a history counts days from the review before; a second one of the day is 0", () => {
    const [a, b] = historiesOf(reviews);
    expect(a?.reviews.map(({ rating, days }) => [rating, days])).toEqual([
      [3, 0],
      [3, 0],
      [1, 3],
      [3, 0],
      [3, 1],
      [2, 6],
    ]);
    expect(b?.reviews.map(({ rating, days }) => [rating, days])).toEqual([
      [1, 0],
      [2, 5],
    ]);
  });

  test("what is predicted is the first review of each later day, in order of time", () => {
    const cases = casesOf(historiesOf(reviews));
    expect(cases.map(({ recalled, days, number, lapses }) => [recalled, days, number, lapses])).toEqual([
      [false, 3, 2, 0],
      [true, 1, 3, 1],
      [true, 5, 2, 0],
      [true, 6, 4, 1],
    ]);
  });

  test("a training item is all reviews up to the one that is predicted, those of the same day among them", () => {
    const items = casesOf(historiesOf(reviews)).map((one) =>
      trainingItem(one).map(({ rating, days }) => [rating, days]),
    );
    expect(items[0]).toEqual([
      [3, 0],
      [3, 0],
      [1, 3],
    ]);
    expect(items[1]).toHaveLength(5);
    expect(items[2]).toEqual([
      [1, 0],
      [2, 5],
    ]);
  });

  test("reviews that come in another order make the same histories", () => {
    const sorted = historiesOf(reviews).map(({ reviews: own }) => own);
    fc.assert(
      fc.property(fc.shuffledSubarray([...reviews], { minLength: reviews.length }), (shuffled) => {
        expect(historiesOf(shuffled).map(({ reviews: own }) => own)).toEqual(expect.arrayContaining([...sorted]));
      }),
    );
  });

  test("a day that runs backwards counts as none", () => {
    expect(casesOf(historiesOf(reviewsOf("a 3 100", "a 3 99")))).toEqual([]);
  });

  test("no reviews are no cases", () => {
    expect(casesOf(historiesOf([]))).toEqual([]);
  });
});
