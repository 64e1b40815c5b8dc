import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect } from "./test";

const MODEL = readFileSync("content/scenarios/auction/answers/1-relational-surrogate.txt", "utf8");

/** The body of the auction's first model answer: sound, every pattern served. */
export const SOUND = MODEL.slice(MODEL.indexOf("\n---\n", 4) + 5);
/** The same with one thing wrong: two people can have one e-mail address. */
export const FLAWED = SOUND.replace(/email \(unique, not null\)|email \(not null, unique\)/, "email (not null)");

/** Brings the answer into sight: on a phone it is one of three tabs. */
export async function showAnswer(page: Page): Promise<void> {
  const tab = page.getByRole("navigation", { name: "Parts of this page" }).getByRole("button", { name: /^Answer/ });
  await page.getByRole("button", { name: "Hand in" }).waitFor();
  if (await tab.isVisible()) await tab.click();
}

/** The editor; the plain box that stands there until it is loaded is not waited for. */
export const design = (page: Page) =>
  page.getByRole("textbox", { name: "Design", exact: true }).and(page.locator(".cm-content"));

/** Replaces the whole design, as one paste does. */
export async function write(page: Page, text: string): Promise<void> {
  await design(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await paste(page, text);
}

/** Pastes at the caret. The clipboard itself belongs to the machine, so that its event is made here. */
export async function paste(page: Page, text: string): Promise<void> {
  await design(page).evaluate((target, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", words);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The lines that are drawn: all of them, unless the design is longer than a few screens. */
export async function written(page: Page): Promise<string> {
  return (await design(page).locator(".cm-line").allInnerTexts()).map((line) => line.replace(/\n$/, "")).join("\n");
}

export async function expectDesign(page: Page, pattern: RegExp | string): Promise<void> {
  const text = expect.poll(() => written(page));
  await (typeof pattern === "string" ? text.toBe(pattern) : text.toMatch(pattern));
}

/** Chooses by the words that a person sees; the control itself is drawn by its label. */
export async function choose(page: Page, group: string, words: string): Promise<void> {
  await page.getByRole("group", { name: group }).locator("label", { hasText: words }).click();
}

/** The auction's decisions, by mouse and keys. */
export async function decide(page: Page): Promise<void> {
  await choose(page, "Type of database", "Relational");
  await choose(page, "Reasons for this database", "Data that refers to other data");
  await choose(page, "Reasons for this database", "All-or-nothing writes");
  await choose(page, "Where the data lives", "Sharded");
  await page.getByLabel("Shard by").fill("bids.auction_id");
  await page.getByLabel("New consistency: data").fill("bids");
  await page.getByLabel("New consistency: how strict").selectOption("strong");
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator("[data-draft-status]")).toHaveAttribute("data-draft-status", "saved");
}
