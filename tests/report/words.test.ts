import { expect, test } from "vitest";
import { changeInWords, DIMENSION_ORDER, scoreInWords } from "@/components/report/report-words";
import { DIMENSIONS } from "@/lib/rubric";

test("the page's order of dimensions is the report's", () => expect(DIMENSION_ORDER).toEqual(DIMENSIONS));

for (const [before, after, words] of [
  ["missed", "met", "was missed, now met"],
  ["violated", null, "was wrong, not found any more"],
  [null, "partial", "partly, not said before"],
  ["missed", "missed", "still missed"],
] as const) {
  test(words, () => expect(changeInWords({ before, after })).toBe(words));
}

test("scores in words", () => {
  expect([scoreInWords(80, 70), scoreInWords(70, 80), scoreInWords(70, 70)]).toEqual([
    "10 more",
    "10 fewer",
    "the same score",
  ]);
});
