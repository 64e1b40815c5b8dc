import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { design, showAnswer, write } from "./support/desk";
import { expect, expectAccessible, test } from "./support/test";

const BODY = `users: id (PK), email (unique, not null)
auctions: id (PK), seller_id (FK -> users.id, not null), ends_at
bids: id (PK), auction_id (FK -> auctions.id, not null), bidder_id (FK -> users.id, not null), amount`;

const diagram = (page: Page) => page.getByRole("region", { name: /^Diagram of the design/ });
const box = (page: Page, name: RegExp) => diagram(page).getByRole("button", { name });

/** Brings the diagram into sight: on a phone it is one of three tabs. */
async function showReading(page: Page): Promise<void> {
  const tab = page.getByRole("navigation", { name: "Parts of this page" }).getByRole("button", { name: "As it reads" });
  if (await tab.isVisible()) await tab.click();
}

async function begin(page: Page, body: string): Promise<void> {
  await page.goto("/practice/auction");
  await showAnswer(page);
  await design(page).waitFor();
  if (body) await write(page, body);
}

/** The line of the design in which the caret stands. */
const lineAtCaret = (page: Page) =>
  design(page).evaluate(() => {
    const node = document.getSelection()?.anchorNode;
    return (node instanceof Element ? node : node?.parentElement)?.closest(".cm-line")?.textContent ?? "";
  });

const place = async (target: Locator) => (await target.getAttribute("style"))?.match(/translate\([^)]*\)/)?.[0];

test("is empty, then follows what is typed, and stays where it was", async ({ page }) => {
  await begin(page, "");
  await showReading(page);
  await expect(page.getByText("Nothing to draw yet")).toBeVisible();
  await expectAccessible(page);
  await showAnswer(page);
  await write(page, BODY);
  await showReading(page);
  await expect(box(page, /^bids: 4 columns, refers to auctions and users/)).toBeVisible();
  await expect(diagram(page).locator("[data-line^='edge:']")).toHaveCount(3);
  await expectAccessible(page);

  const before = await place(box(page, /^bids/));
  await showAnswer(page);
  await design(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(", created_at");
  await showReading(page);
  await expect(box(page, /^bids: 5 columns/)).toBeVisible();
  expect(await place(box(page, /^bids/))).toBe(before);
});

test("a click goes to the line, and the caret's table is marked", async ({ page }) => {
  await begin(page, BODY);
  await showReading(page);
  await box(page, /^auctions/).click();
  await expect(design(page)).toBeFocused();
  expect(await lineAtCaret(page)).toMatch(/^auctions:/);
  await showReading(page);
  await expect(box(page, /^auctions/).locator("[data-active]")).toBeAttached();
  await expect(diagram(page).locator("[data-active]")).toHaveCount(1);
});

test("works by keys alone", { tag: "@desk" }, async ({ page }) => {
  await begin(page, BODY);
  await showReading(page);
  const viewport = diagram(page).locator(".react-flow__viewport");
  const zoom = async () => Number((await viewport.getAttribute("style"))?.match(/scale\(([\d.]+)\)/)?.[1]);
  await diagram(page).focus();
  const fitted = await zoom();
  await page.keyboard.press("+");
  await expect.poll(zoom).toBeGreaterThan(fitted);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("0");
  await expect.poll(zoom).toBe(fitted);
  const order = ["users", "auctions", "bids"];
  for (const name of order) {
    await expect(async () => {
      await page.keyboard.press("Tab");
      await expect(box(page, new RegExp(`^${name}:`))).toBeFocused({ timeout: 50 });
    }).toPass();
  }
  await page.keyboard.press("Enter");
  await expect(design(page)).toBeFocused();
  expect(await lineAtCaret(page)).toMatch(/^bids:/);
});

test("keeps the last drawing while a line is half written", { tag: "@desk" }, async ({ page }) => {
  await begin(page, BODY);
  await showReading(page);
  await expect(box(page, /^users/)).toBeVisible();
  await showAnswer(page);
  await write(page, BODY.replace("users:", "users"));
  await showReading(page);
  await expect(box(page, /^users: 2 columns; in doubt/)).toBeVisible();
  await expect(page.getByText("The last drawing that could be read. Line 1 is not understood yet.")).toBeVisible();
  await expectAccessible(page);
});

test("is downloaded as SVG and PNG", { tag: "@desk" }, async ({ page }) => {
  await begin(page, BODY);
  await showReading(page);
  const svg = page.waitForEvent("download");
  await diagram(page).getByRole("button", { name: "Download as SVG" }).click();
  expect((await svg).suggestedFilename()).toBe("auction-design.svg");
  const text = readFileSync(await (await svg).path(), "utf8");
  for (const words of ["<svg", "auctions", "seller_id"]) expect(text).toContain(words);

  const png = page.waitForEvent("download");
  await diagram(page).getByRole("button", { name: "Download as PNG" }).click();
  expect((await png).suggestedFilename()).toBe("auction-design.png");
  const bytes = readFileSync(await (await png).path());
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  const width = Number(/width="([\d.]+)"/.exec(text)?.[1]);
  expect(bytes.readUInt32BE(16)).toBe(Math.round(width * 2));
});

test("the list says the same, and the larger view leads back to the text", async ({ page }) => {
  await begin(page, BODY);
  await showReading(page);
  await page.getByRole("group", { name: "Show it as" }).locator("label", { hasText: "List" }).click();
  await expect(page.getByRole("region", { name: "As it reads" }).getByRole("heading", { name: "bids" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("group", { name: "Show it as" }).locator("label", { hasText: "Diagram" }).click();
  await diagram(page).getByRole("button", { name: "Enlarge" }).click();
  const dialog = page.getByRole("dialog", { name: "Diagram" });
  await expect(dialog.getByRole("button", { name: /^users/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(diagram(page).getByRole("button", { name: "Enlarge" })).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: /^users/ }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => lineAtCaret(page)).toMatch(/^users:/);
});
