import { describe, expect, test } from "vitest";
import { readDeck } from "@/lib/server/exchange/deck";
import { listDecks } from "@/lib/server/exchange/decks";
import { deleteOwnCard, readOwnCard, saveOwnCard } from "@/lib/server/exchange/own-cards";
import { suspend } from "@/lib/server/set-aside";
import { accepted, DAY, NOON, newGuest, testDatabase } from "./support/database";
import { CARDS, LATER, learner, memories, press, take } from "./support/learner";

const database = testDatabase();

describe("decks", () => {
  const line = async (person: string, id: string, now = NOON) =>
    (await listDecks(person, now)).find((deck) => deck.id === id);

  test("are counted: ours and the person's own", async () => {
    const person = await learner(database);
    expect(await line(person, "Keys", LATER)).toMatchObject({ kind: "own", cards: 2, seen: 2, due: 2, suspended: 0 });
    const ours = CARDS[0]?.split("/")[0] ?? "";
    const before = await line(person, ours, LATER);
    expect(before).toMatchObject({ kind: "built-in", seen: 3, due: 3 });
    accepted(await suspend(person, `card:${CARDS[0]}`, LATER));
    expect(await line(person, ours, LATER)).toEqual({ ...before, due: 2, suspended: 1 });
    expect(await line(await newGuest(), ours, LATER)).toMatchObject({ seen: 0, due: 0, suspended: 0 });
  });

  test("are shown page by page, found by words, and each person's alone", async () => {
    const person = await newGuest();
    const rows = Array.from({ length: 60 }, (_, index) => `question ${index} 100%,answer`).join("\n");
    await take(person, `front,back\n${rows}`, "Many.csv", NOON);
    const page = async (words: string, wanted: number, of = person) =>
      await readDeck(of, { kind: "own", id: "Many", words, page: wanted }, NOON);
    expect(await page("", 1)).toMatchObject({ count: 60, pages: 2, page: 1 });
    const last = Array.from({ length: 10 }, (_, index) => `question ${index + 50} 100%`);
    expect((await page("", 9))?.cards.map(({ asks }) => asks)).toEqual(last);
    const found = { count: 1, cards: [{ asks: "question 7 100%", state: { kind: "new" } }] };
    expect(await page("QUESTION 7 100%", 1)).toMatchObject(found);
    expect(await page("%", 1)).toMatchObject({ count: 60 });
    expect(await page("_", 1)).toMatchObject({ count: 0 });
    expect(await page("", 1, await newGuest())).toBeNull();
  });

  test("say in which state each card is", async () => {
    const person = await learner(database);
    const states = async (now: number) => {
      const deck = await readDeck(person, { kind: "own", id: "Keys", words: "", page: 1 }, now);
      return deck?.cards.map(({ state }) => state.kind);
    };
    expect(await states(NOON + 4 * DAY)).toEqual(["comes", "comes"]);
    expect(await states(LATER)).toEqual(["due", "due"]);
  });

  test("take cards that are written, changed and deleted, each person their own", async () => {
    const person = await newGuest();
    const stranger = await newGuest();
    const card = { deck: "Mine", kind: "cloze", front: "a {{b}}", back: "" } as const;
    const wrong = await saveOwnCard(person, null, { ...card, front: "nothing is hidden" }, NOON);
    expect(wrong).toMatchObject({ code: "invalid", fields: { front: expect.stringContaining("hidden") } });
    const { id } = accepted(await saveOwnCard(person, null, card, NOON));
    expect(await readOwnCard(person, id)).toEqual(card);
    expect(await readOwnCard(stranger, id)).toBeNull();
    const theirs = await saveOwnCard(stranger, id, { ...card, front: "theirs {{x}}" }, NOON);
    expect(theirs).toMatchObject({ code: "not-found" });
    expect(await deleteOwnCard(stranger, id)).toMatchObject({ code: "not-found" });
    await press(person, `own:${id}`, 3, NOON);
    const before = memories(database, person);
    accepted(await saveOwnCard(person, id, { ...card, front: "better {{b}}" }, NOON));
    expect(memories(database, person)).toEqual(before);
    expect(accepted(await deleteOwnCard(person, id)).deckStays).toBe(false);
    expect(memories(database, person)).toEqual([]);
  });
});
