import { expect, test } from "vitest";
import { findWords } from "@/components/report/find-words";

for (const [name, texts, words, expected] of [
  ["in one text", ["a bid is made"], "bid is", ["bid is"]],
  ["over texts", ["at most ", "200 posts", " each"], "most 200 posts each", ["most ", "200 posts", " each"]],
  ["over lines", ["it ends\n  after it starts"], "ends after it starts", ["ends\n  after it starts"]],
  ["without Markdown's marks", ["a code for a link"], "a `code` for **a link**", ["a code for a link"]],
  ["not there", ["a bid"], "an offer", []],
  ["nothing", ["a bid"], " ", []],
  ["the first of two", ["no no"], "no", ["no"]],
] as const) {
  test(name, () => {
    const found = findWords(texts, words).map(({ node, start, end }) => texts[node]?.slice(start, end).trim());
    expect(found).toEqual(expected.map((part) => part.trim()));
  });
}
