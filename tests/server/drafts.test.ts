import { describe, expect, test } from "vitest";
import { readDraft, saveDraft } from "@/lib/server/drafts";
import { accepted, NOON, newGuest, testDatabase } from "./support/database";

testDatabase();
const SLUG = "auction";

test("a draft grows by revisions and is there to read", async () => {
  const person = await newGuest();
  expect(await readDraft(person, SLUG)).toBeNull();
  expect(await saveDraft(person, SLUG, { text: "users: id", basedOn: null }, NOON)).toEqual({
    ok: true,
    revision: 1,
    savedAt: NOON,
  });
  expect(await saveDraft(person, SLUG, { text: "users: id (PK)", basedOn: 1 }, NOON + 1)).toEqual({
    ok: true,
    revision: 2,
    savedAt: NOON + 1,
  });
  expect(await readDraft(person, SLUG)).toEqual({ text: "users: id (PK)", revision: 2, savedAt: NOON + 1 });
});

describe("two places that write", () => {
  const cases: readonly { title: string; basedOn: number | null }[] = [
    { title: "from the revision before", basedOn: 1 },
    { title: "from nothing", basedOn: null },
    { title: "from a revision that never was", basedOn: 9 },
  ];
  test.each(cases)("$title: a conflict shows theirs and changes nothing", async ({ basedOn }) => {
    const person = await newGuest();
    await saveDraft(person, SLUG, { text: "first", basedOn: null }, NOON);
    await saveDraft(person, SLUG, { text: "theirs", basedOn: 1 }, NOON + 1);
    const theirs = { text: "theirs", revision: 2, savedAt: NOON + 1 };
    expect(await saveDraft(person, SLUG, { text: "mine", basedOn }, NOON + 2)).toMatchObject({
      ok: false,
      code: "conflict",
      theirs,
    });
    expect(await readDraft(person, SLUG)).toEqual(theirs);
  });

  test("at the same moment: one is saved, the other one meets a conflict", async () => {
    const person = await newGuest();
    const save = (text: string, basedOn: number | null) => saveDraft(person, SLUG, { text, basedOn }, NOON);
    const firsts = await Promise.all([save("a", null), save("b", null)]);
    expect(firsts.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const seconds = await Promise.all([save("c", 1), save("d", 1), save("e", 1)]);
    expect(seconds.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readDraft(person, SLUG)).toMatchObject({ revision: 2 });
  });
});

test("the same text sent again, because the answer was lost, is no conflict and no revision", async () => {
  const person = await newGuest();
  await saveDraft(person, SLUG, { text: "a", basedOn: null }, NOON);
  await saveDraft(person, SLUG, { text: "b", basedOn: 1 }, NOON);
  const again = accepted(await saveDraft(person, SLUG, { text: "b", basedOn: 1 }, NOON + 5));
  expect(again).toMatchObject({ revision: 2, savedAt: NOON });
});

test("a text whose draft is gone begins a new one rather than being lost", async () => {
  const person = await newGuest();
  expect(await saveDraft(person, SLUG, { text: "kept", basedOn: 7 }, NOON)).toEqual({
    ok: true,
    revision: 1,
    savedAt: NOON,
  });
});

describe("refused, with the draft as it was", () => {
  const cases: readonly { title: string; slug?: string; text: string; code: string }[] = [
    { title: "one byte too many", text: `${"é".repeat(32_768)}a`, code: "too-long" },
    { title: "a megabyte of noise", text: "\u0000\ud800x".repeat(350_000), code: "too-long" },
    { title: "a scenario that does not exist", slug: "no-such-scenario", text: "a", code: "not-found" },
  ];
  test.each(cases)("$title", async ({ slug = SLUG, text, code }) => {
    const person = await newGuest();
    await saveDraft(person, SLUG, { text: "before", basedOn: null }, NOON);
    expect(await saveDraft(person, slug, { text, basedOn: 1 }, NOON)).toMatchObject({ ok: false, code });
    expect(await readDraft(person, SLUG)).toMatchObject({ text: "before", revision: 1 });
  });
});

test.each([
  ["64 kB to the byte", "é".repeat(32_768)],
  ["nothing", ""],
  ["what an editor may hold", "tabs\t\r\nzero\u0000emoji 🪶 \u2028"],
])("%s is kept as it is", async (_title, text) => {
  const person = await newGuest();
  accepted(await saveDraft(person, SLUG, { text, basedOn: null }, NOON));
  expect((await readDraft(person, SLUG))?.text).toBe(text);
});

test("a person who is gone is a session that ended", async () => {
  expect(await saveDraft("nobody", SLUG, { text: "a", basedOn: null }, NOON)).toMatchObject({
    ok: false,
    code: "signed-out",
  });
});
