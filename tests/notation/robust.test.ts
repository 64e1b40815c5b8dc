import fc from "fast-check";
import { expect, test } from "vitest";
import { printDesign, readSheet } from "@/lib/notation";
import { elementSpans, fixture, sheetOf, withoutSpans } from "./support";

const PIECES = [
  "users: id (PK), email (unique)",
  "posts: id (PK), user_id (FK -> users.id, not null), body text[]",
  "  title varchar(255) not null default 'x'",
  "  index (user_id, created_at desc)",
  "index posts(user_id) where status = 'open'",
  "unique follows(a, b)",
  "PK likes(user_id, post_id)",
  "FK likes(post_id) -> posts(id) on delete cascade",
  "check bids(amount > 0)",
  "check amount >",
  "gsi by_status on users: email (partition key)",
  "ttl 30d",
  "  ttl 30d",
  "== Redis",
  "== Nothing at all",
  "session:{token} = { user_id } ttl 30d",
  "feed:{user_id} = sorted set of post_id by created_at",
  "edge User -FOLLOWS-> User: since",
  "edge nowhere",
  "node User: id (PK)",
  "users",
  "users (id PK,",
  "name text)",
  "}",
  "author { id, name (",
  "  comments [ { text } ]",
  "I would use one table per thing.",
  "a, b, c,",
  "x: (((",
  "likes.post_id -> posts.id",
  "FK",
  "unique",
  "index",
  "  (FK)",
  "user_id (FK)",
  '`quoted` "name": id \'x',
  "# a comment",
  "-- another",
  "// and another",
  "",
  "é̀ ﷽ 🙂: 🙂",
  "\u2028a: b\u0000",
  "```sql",
  "---",
  "scenario: auction",
  "* users: id",
  "1. posts: id",
  "constraint one unique (a, b)",
  "Tables:",
  "  posts: id (PK), body",
];

const noise = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[\w(){}[\],:;.<>='"`#/*!?-]{0,30}$/),
    ),
    { maxLength: 14 },
  )
  .chain((lines) => fc.constantFrom("\n", "\r\n").map((newline) => lines.join(newline)));

/** Spans that do not lie inside the text; a walk without paths, since designs here have a million elements. */
function outside(value: unknown, length: number): unknown[] {
  const found: unknown[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== "object" || one === null) continue;
    const { start, end } = one as { start?: number; end?: number };
    if (start !== undefined && end !== undefined) {
      if (!(start >= 0 && end >= start && end <= length)) found.push(one);
    } else for (const inner of Object.values(one)) waiting.push(inner);
  }
  return found;
}

function check(text: string): void {
  const { value, diagnostics } = readSheet(text);
  expect(outside([value, diagnostics], text.length)).toEqual([]);
  for (const { fix, severity } of diagnostics) {
    expect(severity).toMatch(/^(error|warning|hint)$/);
    for (const edit of fix?.edits ?? []) expect(edit.span.end).toBeLessThanOrEqual(text.length);
  }
}

test("no text throws, and every place is inside the text", () => {
  fc.assert(fc.property(noise, check), { numRuns: 1000 });
});

/** Lines of the body that say something. */
function linesThatSay(text: string): { start: number; end: number; words: string }[] {
  const found: { start: number; end: number; words: string }[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const words = line.trim();
    const start = at + line.indexOf(words);
    if (/[\p{L}\p{N}]/u.test(words) && !/^(#|--|\/\/|```|~~~)/.test(words))
      found.push({ start, end: start + words.length, words });
    at += line.length + 1;
  }
  return found;
}

test("no line is dropped in silence", () => {
  const lines = fc.array(
    fc.constantFrom(...PIECES.filter((piece) => piece !== "---" && !piece.startsWith("scenario"))),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(lines, (all) => {
      const text = all.join("\n");
      const { value, diagnostics } = readSheet(text);
      const named = [...elementSpans(value.design), ...diagnostics.map((diagnostic) => diagnostic.span)];
      for (const line of linesThatSay(text)) {
        const known = named.some((span) => span.start < line.end && span.end > line.start);
        expect(known, `“${line.words}” in\n${text}`).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test("what was read from noise reads the same from its print", () => {
  fc.assert(
    fc.property(noise, (text) => {
      const { design } = readSheet(text).value;
      const printed = printDesign(design);
      expect(withoutSpans(readSheet(sheetOf(printed)).value.design), printed).toEqual(withoutSpans(design));
    }),
    { numRuns: 1500 },
  );
});

/** A megabyte of anything: time that does not grow in proportion would not end. */
const BIG = 1_000_000;
const LARGE: readonly [string, string][] = [
  ["one word", "a".repeat(BIG)],
  ["one line of commas", "t: ".padEnd(BIG, "a,")],
  ["open parentheses", "t: a ".padEnd(BIG, "(")],
  ["nested braces", `t: ${"a { ".repeat(BIG / 8)}${"} ".repeat(BIG / 8)}`],
  ["closing brackets", ")".repeat(BIG)],
  ["quotes", "'".repeat(BIG + 1)],
  ["mixed quotes", `"'\``.repeat(BIG / 3)],
  ["dashes", "-".repeat(BIG)],
  ["edges", "a -".repeat(BIG / 3)],
  ["words", "word ".repeat(BIG / 5)],
  ["tables", "users: id (PK)\n".repeat(BIG / 15)],
  ["references to nothing", "t: a (FK -> nowhere.b), ".padEnd(BIG, "a (FK -> nowhere.b), ")],
  ["statements", "index t(a)\n".repeat(BIG / 11)],
  ["notes", "t: a (".padEnd(BIG, "unique, ")],
  ["front matter", `---\n${"key: [a, b\n".repeat(BIG / 11)}`],
  ["flow brackets", `---\nbecause: ${"[".repeat(BIG)}`],
  ["quoted reasons", `---\nbecause: [${"'a',".repeat(BIG / 4)}]\n---\n`],
  ["spaces", " ".repeat(BIG)],
  ["generics", "t: a ".padEnd(BIG, "map<")],
  ["leading notes", `t:\n${"  PK a\n".repeat(BIG / 7)}`],
];

test.each(LARGE)(
  "a great deal of %s is read",
  (_, text) => {
    check(text);
  },
  30_000,
);

test("ten thousand brackets of any kind are read", () => {
  // Brackets are where a reader that looks back turns quadratic: ten thousand of them are read whole.
  for (const bracket of ["(", "[", "{", "([{", "}])"]) check(`t: a ${bracket.repeat(10_000)}`);
});

test("the fixtures are read without a word of complaint", () => {
  for (const name of ["relational", "study-notes", "document", "key-value", "wide-column", "graph", "statements"]) {
    expect(readSheet(fixture(name)).diagnostics, name).toEqual([]);
  }
});
