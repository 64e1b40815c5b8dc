import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { difference, keepCaret } from "@/components/editor/caret";
import { alignNames, formatDesign, hasComments } from "@/components/editor/format";
import { readSheet } from "@/lib/notation";

/** What a text says, without where it says it. */
function meaning(text: string): unknown {
  const { design } = readSheet(`---\n---\n${text}`).value;
  return JSON.parse(JSON.stringify(design, (key, value) => (key === "span" ? undefined : value)));
}

describe("formats", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ["prints the one form", "users:id(PK),email( unique )\n\n", "users: id (PK), email (unique)\n", "Formatted."],
    ["leaves what is in order", "users: id (PK)\n", "users: id (PK)\n", "Nothing to change."],
    [
      "keeps comments and aligns",
      "users: id (PK)   # who\nlong_name: id (PK)  \n",
      "users:     id (PK)   # who\nlong_name: id (PK)\n",
      "Only aligned: your comments stay as they are.",
    ],
    [
      "keeps lines that are not understood",
      "users: id (PK)  \nindex users(\n",
      "users: id (PK)\nindex users(\n",
      "Only aligned: some lines are not understood yet.",
    ],
    ["says that there is nothing", "  \n", "  \n", "There is nothing to format yet."],
  ];
  test.each(cases)("%s", (_, before, text, words) => {
    expect(formatDesign(before)).toEqual({ text, words });
    expect(meaning(text)).toEqual(meaning(before));
  });
});

test("lines that go on are aligned with the table that they belong to", () => {
  expect(alignNames("a: id (PK),\n   name,\n x\nlong: id (PK)\nindex a(name)")).toBe(
    "a:    id (PK),\n      name,\n      x\nlong: id (PK)\nindex a(name)",
  );
});

const NAMES = ["users", "posts", "likes", "bids"];
const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.constantFrom("", " ", "   "),
      fc.constantFrom("id (PK)", "id(PK) ,  name", "a, b text"),
    )
    .map(([name, gap, rest]) => `${name}:${gap}${rest}`),
  fc.constantFrom(
    "index users(name)",
    "# a remark",
    "  unique (id)",
    "",
    "PK likes(a, b)",
    "oops (",
    "node X: id (PK)",
    "k:{id} = { a }",
  ),
);

test("formatting loses nothing, whatever the text, and a second time changes nothing", () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n")),
      (text) => {
        const once = formatDesign(text).text;
        expect(meaning(once)).toEqual(meaning(text));
        expect(formatDesign(once).text).toBe(once);
        const remarks = text.match(/#.*/g) ?? [];
        for (const remark of remarks) expect(once).toContain(remark);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ["a: b # c", true],
  ["-- c", true],
  ["a: b // c", true],
  ["a: url (default 'http://x # y')", false],
  ["edge A -B-> C", false],
])("comments in %j: %s", (text, expected) => {
  expect(hasComments(text)).toBe(expected);
});

test("the caret stays behind the same characters", () => {
  const cases = [
    ["users:id|(PK)", "users: id (PK)", "users: id| (PK)"],
    ["users: |id", "users:    id", "users:    |id"],
    ["|users", "users: id", "|users: id"],
    ["users|", "users", "users|"],
    ["users:\n  id|", "users: id\n", "users: id|\n"],
  ] as const;
  for (const [marked, after, expected] of cases) {
    const caret = keepCaret(marked.replace("|", ""), marked.indexOf("|"), after);
    expect(`${after.slice(0, caret)}|${after.slice(caret)}`).toBe(expected);
  }
});

test("the difference of two texts, applied to the first, gives the second", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b", "\n") }),
      fc.string({ unit: fc.constantFrom("a", "b", "\n") }),
      (a, b) => {
        const change = difference(a, b);
        expect(change ? a.slice(0, change.from) + change.insert + a.slice(change.to) : a).toBe(b);
      },
    ),
  );
});
