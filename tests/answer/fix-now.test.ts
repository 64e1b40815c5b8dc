import { expect, test } from "vitest";
import { fixNow } from "@/components/answer/fix-now";
import { readSheet } from "@/lib/notation";

const HEAD = "---\nscenario: auction\n---\n";
const READ = `${HEAD}users: id (PK), email (uniqe)\nbids: id (PK), amount (requird)\n`;

function remark(text: string, word: string) {
  const at = text.indexOf(word);
  const found = readSheet(text).diagnostics.find((one) => one.fix && one.span.start <= at && one.span.end >= at);
  if (!found) throw new Error(`nothing about ${word}`);
  return found;
}

/** The text now with the fix made that was offered about an older text. */
function mended(now: string, word: string): string | null {
  const edits = fixNow(now, READ, remark(READ, word));
  const last = (a: { span: { start: number } }, b: { span: { start: number } }) => b.span.start - a.span.start;
  return (
    edits &&
    [...edits]
      .sort(last)
      .reduce((text, { span, text: words }) => text.slice(0, span.start) + words + text.slice(span.end), now)
  );
}

test("a fix mends the text that it was made for", () => {
  expect(mended(READ, "requird")).toBe(READ.replace("requird", "required"));
});

test.each([
  ["typed before", READ.replace("users:", "people_who_bid:")],
  ["typed behind", `${READ}auctions: id (PK)\n`],
  ["typed in the decisions", READ.replace("auction\n", "auction\nlevel: staff\n")],
])("what was %s meanwhile stays, and the fix finds its place", (_, now) => {
  expect(mended(now, "requird")).toBe(now.replace("requird", "required"));
});

test.each([
  ["mended by hand", READ.replace("requird", "required")],
  ["taken out", READ.replace("bids: id (PK), amount (requird)\n", "")],
  ["changed itself", READ.replace("requird", "requirde")],
])("a remark that was %s meanwhile changes nothing", (_, now) => {
  expect(mended(now, "requird")).toBeNull();
});

test("two remarks with the same words are told apart", () => {
  const read = READ.replace("email (uniqe)", "email (uniqe), name (uniqe)");
  const second = readSheet(read).diagnostics.filter((one) => one.fix)[1];
  const now = read.replace("users: id (PK), ", "users: ");
  if (!second) throw new Error("no second remark");
  expect(fixNow(now, read, second)?.[0]?.span.start).toBe(now.lastIndexOf("uniqe"));
});
