import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./support/test";

/** Files by the buttons that a person sees. */
async function takeOut(page: Page, words: string): Promise<Buffer> {
  await page.goto("/decks");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: words }).click();
  return await readFile(await (await download).path());
}

async function bringIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/decks");
  await page.getByLabel("File to import").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

async function write(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole("textbox", { name: "Question" }).fill(question);
  await page.getByRole("textbox", { name: "Answer" }).fill(answer);
  await page.getByRole("button", { name: "Add the card" }).click();
  await expect(page.getByText("Saved in My cards.")).toBeVisible();
}

/** Shows and rates what is due now, with keys, until nothing is. */
async function learn(page: Page, cards: number): Promise<void> {
  await page.goto("/review");
  for (let card = 0; card < cards; card++) {
    await expect(page.getByRole("button", { name: /^Show/ })).toBeVisible();
    await page.keyboard.press("Space");
    await page.keyboard.press("4");
  }
}

/** Each card's words and what is said of when it comes, as they stand on the deck's page. */
async function standing(page: Page, deck: string): Promise<readonly string[]> {
  await page.goto("/decks");
  await page.getByRole("link", { name: deck, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: deck })).toBeVisible();
  await expect(page.locator("main li p").first()).toBeVisible();
  return await page.locator("main li p").allInnerTexts();
}

test("an Anki round trip: what was learnt here goes on elsewhere on the same days", { tag: "@desk" }, async ({
  page,
  elsewhere,
}) => {
  await page.goto("/decks/new");
  await write(page, "What identifies a row?", "Its **primary key**.");
  await page.goto("/decks");
  await learn(page, 4);
  const before = await standing(page, "My cards");

  const file = await takeOut(page, "Anki package");
  await bringIn(elsewhere, "cardinality.apkg", file);
  const said = elsewhere.getByRole("status").filter({ hasText: "cardinality.apkg was taken" });
  await expect(said).toContainText(/new cards in 1 deck and \d+ ratings came in/);
  expect(await standing(elsewhere, "My cards")).toEqual(before);
  const seen = await builtInSeen(page);
  expect(seen.length).toBeGreaterThan(0);
  for (const deck of seen) {
    const here = await standing(page, deck);
    expect(here.join(" ")).toMatch(/comes on|being learnt/);
    expect(await standing(elsewhere, deck)).toEqual(here);
  }

  await bringIn(elsewhere, "cardinality.apkg", file);
  await expect(elsewhere.getByRole("status").filter({ hasText: "was taken" })).toContainText("Nothing in it was new.");
});

/** Our decks of which something was seen. */
async function builtInSeen(page: Page): Promise<readonly string[]> {
  await page.goto("/decks");
  const rows = page.getByRole("region", { name: "Built in" }).getByRole("listitem");
  await expect(rows.first()).toBeVisible();
  const seen = rows.filter({ hasNotText: /\b0 of/ });
  return await seen.getByRole("heading").allInnerTexts();
}

test("everything goes out and comes back; a file that is none is refused in words", { tag: "@desk" }, async ({
  page,
  elsewhere,
}) => {
  await page.goto("/decks/new");
  await write(page, "a", "b");
  const file = await takeOut(page, "Everything (JSON)");
  await bringIn(elsewhere, "all.json", file);
  await expect(elsewhere.getByText("all.json was taken")).toBeVisible();
  await expect(elsewhere.getByRole("link", { name: "My cards" })).toBeVisible();
  await bringIn(elsewhere, "photo.apkg", Buffer.from("PK\u0003\u0004 and no more"));
  await expect(elsewhere.getByText("photo.apkg was not taken")).toBeVisible();
  await expect(elsewhere.getByRole("link", { name: "My cards" })).toBeVisible();
  await expectAccessible(elsewhere);
});

test("a card of one's own: written, found, changed, put aside, deleted", async ({ page }) => {
  await page.goto("/decks/new");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add the card" }).click();
  await expect(page.getByText("Write what it asks.")).toBeVisible();
  await page.getByRole("textbox", { name: "Question" }).fill("What is `PK`?");
  await expect(page.getByRole("region", { name: "Preview" }).locator("code")).toHaveText("PK");
  await page.getByRole("textbox", { name: "Answer" }).fill("<b onclick=alert(1)>A key</b>");
  await expect(page.getByRole("region", { name: "Preview" })).toContainText("<b onclick=alert(1)>");
  await page.getByRole("button", { name: "Add the card" }).click();
  await expect(page.getByText("Saved in My cards.")).toBeVisible();

  await page.goto("/review");
  await page.locator("[data-awake=true]").waitFor();
  for (let left = 12; left > 0 && !(await page.getByText("What is PK?").isVisible()); left -= 1) {
    const label = await page.getByRole("article").getAttribute("aria-label");
    await page.keyboard.press("-");
    await expect(page.getByRole("article", { name: label ?? "", exact: true })).toBeHidden();
  }
  await page.keyboard.press("e");
  await expect(page.getByRole("heading", { level: 1, name: "Edit a card" })).toBeVisible();

  await page.goto("/decks/own/My%20cards");
  await page.getByLabel("Find a card").fill("nothing like it");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("No card has these words")).toBeVisible();
  await page.getByRole("link", { name: "Show all cards" }).click();
  await page.getByRole("button", { name: /^Suspend/ }).click();
  await expect(page.getByRole("button", { name: /^Resume/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: /^Edit/ }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("What is a key?");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("What is a key?", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: /^Edit/ }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByText("None yet.")).toBeVisible();
});

test("the page of decks, with nobody there yet", async ({ page }) => {
  await page.goto("/decks");
  await expect(page.getByText("None yet.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Take out" })).toBeHidden();
  await expectAccessible(page);
});
