import fc from "fast-check";
import { expect, test } from "vitest";
import { byLine, markLines, type NumberedFinding } from "@/components/report/mark-lines";

function finding(number: number, start: number, end: number, line = 1): NumberedFinding {
  return {
    number,
    rule: "keys/missing",
    dimension: "keys",
    verdict: "missed",
    subject: "bid",
    message: "",
    fix: "",
    points: 0,
    possible: 1,
    at: { line, column: 1, start, end, text: "" },
    brief: null,
    cards: [],
  };
}

/** `text/1,2` for each piece, lines as lists. */
function shape(text: string, findings: readonly NumberedFinding[]): readonly (readonly string[])[] {
  return markLines(text, findings).map(({ pieces }) => pieces.map((piece) => `${piece.text}/${piece.findings.join()}`));
}

for (const [name, text, findings, expected] of [
  ["no evidence", "ab\nc", [], [["ab/"], ["c/"]]],
  ["an empty line", "a\n\nb", [], [["a/"], [], ["b/"]]],
  ["inside a line", "abcd", [finding(1, 1, 3)], [["a/", "bc/1", "d/"]]],
  ["overlapping", "abcd", [finding(1, 0, 3), finding(2, 2, 4)], [["ab/1", "c/1,2", "d/2"]]],
  [
    "over lines",
    "ab\ncd",
    [finding(1, 1, 4)],
    [
      ["a/", "b/1"],
      ["c/1", "d/"],
    ],
  ],
  ["past the end", "ab", [finding(1, 1, 99)], [["a/", "b/1"]]],
  ["empty evidence", "ab", [finding(1, 1, 1)], [["ab/"]]],
] as const) {
  test(name, () => expect(shape(text, findings)).toEqual(expected));
}

test("the pieces together are the text, whatever the evidence", () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)));
  fc.assert(
    fc.property(fc.string({ maxLength: 50, unit: fc.constantFrom("a", "b", " ", "\n") }), spans, (text, places) => {
      const findings = places.map(([a, b], i) => finding(i, Math.min(a, b), Math.max(a, b)));
      const lines = markLines(text, findings);
      expect(lines.map(({ pieces }) => pieces.map((piece) => piece.text).join("")).join("\n")).toBe(text);
      for (const piece of lines.flatMap(({ pieces }) => pieces)) {
        expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
      }
    }),
  );
});

test("a remark stands at the line of its evidence; what has no place has no line", () => {
  const nowhere = { ...finding(3, 0, 0), at: null };
  const lines = byLine([finding(1, 0, 1, 2), finding(2, 0, 1, 2), nowhere]);
  expect([...lines].map(([line, found]) => [line, found.map(({ number }) => number)])).toEqual([[2, [1, 2]]]);
});
