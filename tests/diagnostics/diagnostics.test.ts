import fc from "fast-check";
import { expect, test } from "vitest";
import { cover, indexLines, positionAt, renderDiagnostic, span } from "@/lib/diagnostics";

test.each([
  ["", 0, 1, 1],
  ["ab\ncd", 0, 1, 1],
  ["ab\ncd", 2, 1, 3],
  ["ab\ncd", 3, 2, 1],
  ["ab\ncd", 5, 2, 3],
  ["ab\r\ncd", 4, 2, 1],
  ["ab\n\n", 3, 2, 1],
  ["ab\n\n", 4, 3, 1],
  ["ab", -5, 1, 1],
  ["ab", 99, 1, 3],
])("%j at %i is line %i, column %i", (text, offset, line, column) => {
  expect(positionAt(indexLines(text), offset)).toEqual({ line, column });
});

test("a position and its offset say the same", () => {
  const text = fc.array(fc.constantFrom("a", "é", "\n", "\r\n", "🙂")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.nat(40), (words, offset) => {
      const at = Math.min(offset, words.length);
      const { line, column } = positionAt(indexLines(words), at);
      const before = words.split("\n").slice(0, line - 1);
      expect(before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1).toBe(at);
    }),
  );
});

test("a diagnostic is printed as file, line, column and message", () => {
  const diagnostic = { severity: "error", message: "Close it.", span: span(3, 4) } as const;
  expect(renderDiagnostic("sheet.txt", "ab\n(", diagnostic)).toBe("sheet.txt:2:1 Close it.");
});

test("the cover of two spans holds both", () => {
  expect(cover(span(5, 7), span(1, 2))).toEqual(span(1, 7));
  expect(cover(span(1, 9), span(3, 4))).toEqual(span(1, 9));
});
