import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Keys are taken once the page is awake. */
export async function awake(page: Page): Promise<void> {
  await expect(page.locator("[data-awake=true]")).toBeVisible();
}

export async function openReview(page: Page): Promise<void> {
  await page.goto("/review");
  await awake(page);
}

/** Somebody new, with the first ten cards. */
export async function startReviews(page: Page): Promise<void> {
  await page.goto("/review");
  await page.getByRole("button", { name: "Start with the first cards" }).click();
  await awake(page);
}

/** What lies on the table. */
export const onTable = (page: Page) => page.getByRole("article");

export const ratings = (page: Page) => page.getByRole("group", { name: "How well did you know it?" });

const options = (page: Page) => onTable(page).getByRole("listitem").getByRole("button");

/** What is asked, in words. */
export async function question(page: Page): Promise<string> {
  return (await onTable(page).innerText()).trim();
}

/** Shows the answer and rates, by keys: with 4 where that may be given, with 1 where something else was chosen. */
export async function rateByKeys(page: Page, key: "3" | "4"): Promise<void> {
  const label = await onTable(page).getAttribute("aria-label");
  await page.keyboard.press("Space");
  const choices = ratings(page).getByRole("button");
  await expect(choices.first()).toBeVisible();
  await page.keyboard.press((await choices.count()) === 1 ? "1" : key);
  await expect(page.getByRole("article", { name: label ?? "", exact: true })).toBeHidden();
}

/** Which option is right, by what is asked: an item comes back with its options in another order. */
export type Known = Map<string, string>;

/** Answers by keys: shows a card, chooses where there are options, rightly where it is known. False for a wrong choice. */
export async function answerByKeys(page: Page, known: Known): Promise<boolean> {
  const texts = await options(page).locator("span.min-w-0").allInnerTexts();
  if (texts.length === 0) {
    await page.keyboard.press("Space");
    await expect(ratings(page).getByRole("button")).toHaveCount(4);
    return true;
  }
  const asked = texts.toSorted().join();
  await page.keyboard.press("abcdef"[texts.indexOf(known.get(asked) ?? "")] ?? "a");
  const right = onTable(page).getByRole("listitem").filter({ hasText: "Right" }).locator("div.min-w-0");
  known.set(asked, await right.innerText());
  const missed = await onTable(page).getByText("Your choice: wrong").isVisible();
  await expect(ratings(page).getByRole("button")).toHaveCount(missed ? 1 : 3);
  return !missed;
}

/** How many letters the page's own store holds. */
export function countUnsent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const [found] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith("reviews:"));
    if (!found?.name) return 0;
    const open = indexedDB.open(found.name);
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const counting = db.transaction("letters").objectStore("letters").count();
    const count = await new Promise<number>((resolve, reject) => {
      counting.onsuccess = () => resolve(counting.result);
      counting.onerror = () => reject(counting.error);
    });
    db.close();
    return count;
  });
}

/** What a device needs to open the reviews without a network is on it. */
export async function expectKept(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith("pages "));
      const pages = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      const paths = pages.flat().map(({ url }) => new URL(url).pathname);
      return navigator.serviceWorker.controller !== null && paths.includes("/review") && paths.includes("/offline");
    });
  await expect.poll(kept, { timeout: 20_000 }).toBe(true);
}
