import type { Page } from "@playwright/test";
import { choose, expectDesign, expectSaved, showAnswer, write } from "./support/desk";
import { expect, expectAccessible, test } from "./support/test";

const way = (page: Page, words: "Write" | "Click") => choose(page, "Change the design by", words);

async function openForm(page: Page): Promise<void> {
  await page.goto("/practice/auction");
  await showAnswer(page);
  await way(page, "Click");
  await expect(page.getByLabel("new table")).toBeVisible({ timeout: 30_000 });
}

async function typeNames(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: new RegExp(`^name, \\w+ ${name}$`) })).toBeVisible();
  }
}

test("two tables by clicks and keys; the text follows the form, and the form the text", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("new table").fill("users");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("new attribute of users")).toBeFocused();
  await typeNames(page, "email");
  await page.getByLabel("new table").fill("bids");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("new attribute of bids")).toBeFocused();
  await typeNames(page, "bidder_id", "amount");

  await page.getByRole("button", { name: "unique, users email" }).click();
  await page.getByLabel("reference, bids bidder_id").selectOption("users.id");
  await page.getByRole("button", { name: "required, bids amount" }).press("Space");
  await page.getByLabel("type, bids amount", { exact: true }).fill("numeric");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "check and default, bids amount" }).press("Enter");
  await page.getByLabel("check, bids amount", { exact: true }).fill("> 0");
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Table bids" }).getByRole("button", { name: "Add index" }).click();
  await expect(page.getByLabel("column 1, index 1 of bids")).toBeFocused();
  await page.getByLabel("column 1, index 1 of bids").selectOption("amount");
  await page.getByRole("button", { name: "amount descending, index 1 of bids" }).press("Enter");
  await expectAccessible(page);
  await expectSaved(page);

  await way(page, "Write");
  await expectDesign(
    page,
    [
      "users: id (PK), email (unique)",
      "bids: id (PK), bidder_id (FK -> users.id), amount numeric (not null, check > 0)",
      "index bids(amount desc)",
      "",
    ].join("\n"),
  );
  await write(page, "people: id (PK), name (not null)  # who\nbids: id (PK), bidder_id (FK -> people.id)\n");
  await way(page, "Click");
  await expect(page.getByLabel("name of table people")).toHaveValue("people");
  await expect(page.getByRole("button", { name: "required, people name" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByLabel("reference, bids bidder_id")).toHaveValue("people.id");
});

test("a name that is taken is said and kept; what is removed comes back; the choice is remembered", async ({
  page,
}) => {
  await openForm(page);
  for (const name of ["users", "items"]) {
    await page.getByLabel("new table").fill(name);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(`new attribute of ${name}`)).toBeFocused();
  }
  const name = page.getByLabel("name of table items");
  await name.fill("users");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "taken" })).toBeVisible();
  await expect(name).toHaveValue("users");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await name.press("Escape");
  await expect(name).toHaveValue("items");

  await page.getByRole("button", { name: "Remove table items" }).press("Enter");
  await expect(page.getByLabel("name of table users")).toBeFocused();
  await expect(page.getByRole("region", { name: "Table items" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("region", { name: "Table items" })).toBeVisible();

  await expectSaved(page);
  await page.reload();
  await showAnswer(page);
  await expect(page.getByLabel("name of table items")).toBeVisible({ timeout: 30_000 });
});

const PLACES = `places: room (PK), row (PK), price
seats: room, row, taken_by
`;

async function openWith(page: Page, text: string): Promise<void> {
  await page.goto("/practice/auction");
  await showAnswer(page);
  await write(page, text);
  await way(page, "Click");
  await expect(page.getByLabel("new table")).toBeVisible({ timeout: 30_000 });
}

test("an index by keys alone: another column, their order, include and where; the line keeps its style", {
  tag: "@desk",
}, async ({ page }) => {
  await openWith(
    page,
    "bids: id (PK), amount, status, made_at\n\nINDEX by_amount ON bids (amount  DESC)  # best first\n",
  );
  const subject = "index 1 of bids";
  await page.getByLabel(`Add a column, ${subject}`, { exact: true }).selectOption("made_at");
  await expect(page.getByLabel(`column 2, ${subject}`, { exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: `Put made_at before amount, ${subject}` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(`column 1, ${subject}`, { exact: true })).toHaveValue("made_at");
  await page.getByRole("button", { name: `where and include, ${subject}` }).press("Enter");
  await page.getByLabel(`where, ${subject}`, { exact: true }).fill("status = 'open'");
  await page.keyboard.press("Enter");
  await page.getByLabel(`Add a column, include of ${subject}`, { exact: true }).selectOption("status");
  await page.getByRole("button", { name: `unique, ${subject}`, exact: true }).press("Space");
  await expectAccessible(page);
  await way(page, "Write");
  await expectDesign(
    page,
    [
      "bids: id (PK), amount, status, made_at",
      "",
      "UNIQUE INDEX by_amount ON bids (made_at, amount  DESC) include (status) where status = 'open'  # best first",
      "",
    ].join("\n"),
  );
});

test("keys and references of several columns are made, changed and taken out", async ({ page }) => {
  await openWith(page, PLACES);
  const seats = page.getByRole("region", { name: "Table seats" });
  await page.getByRole("button", { name: "Add unique columns to seats" }).press("Enter");
  await expect(page.getByLabel("column 1, unique 1 of seats", { exact: true })).toBeFocused();
  await page.getByLabel("Add a column, unique 1 of seats", { exact: true }).selectOption("taken_by");
  await page.getByRole("button", { name: "Add reference of columns to seats" }).press("Enter");
  await expect(page.getByLabel("table, reference 1 of seats", { exact: true })).toBeFocused();
  await expect(page.getByLabel("column 2 of places, reference 1 of seats", { exact: true })).toHaveValue("row");
  await page.getByRole("button", { name: "Put row before room, primary key of places" }).press("Enter");
  await expectAccessible(page);
  await way(page, "Write");
  await expectDesign(
    page,
    [
      "places: room, row, price",
      "seats: room, row, taken_by",
      "unique seats(room, row, taken_by)",
      "FK seats(room, row) -> places(room, row)",
      "PK places(row, room)",
      "",
    ].join("\n"),
  );
  await way(page, "Click");
  await page.getByRole("button", { name: "Take room out, unique 1 of seats" }).press("Enter");
  await page.getByRole("button", { name: "Remove reference 1 of seats" }).press("Enter");
  await expect(page.getByText("Removed the reference.")).toBeVisible();
  await expect(seats.getByLabel("table, reference 1 of seats", { exact: true })).toHaveCount(0);
  await way(page, "Write");
  await expectDesign(page, /\nunique seats\(row, taken_by\)\nPK places\(row, room\)\n$/);
});
