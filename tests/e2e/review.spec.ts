import { drillsOf } from "@/lib/drills";
import { findBundle } from "@/lib/scenario/load";
import { choose, decide, FLAWED, showAnswer, write } from "./support/desk";
import { answerByKeys, type Known, onTable, openReview, question, ratings, startReviews } from "./support/review";
import { expect, expectAccessible, test } from "./support/test";

test("a sitting by keys alone: cards, choices and drills, back in their steps, to the summary", {
  tag: "@desk",
}, async ({ page }) => {
  await test.step("a flawed answer brings cards and drills", async () => {
    await page.goto("/");
    await page.getByRole("button", { name: "Start the auction" }).click();
    await showAnswer(page);
    await choose(page, "Level you answer for", "Senior");
    await decide(page);
    await write(page, FLAWED);
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/, { timeout: 20_000 });
    await openReview(page);
  });

  const known: Known = new Map();
  let [drills, missed] = [0, 0];
  for (let left = 60; left > 0 && (await onTable(page).isVisible()); left -= 1) {
    const isDrill = await page.getByRole("article", { name: /^Drill/ }).isVisible();
    if (isDrill && drills === 0) await expectAccessible(page);
    if (!(await answerByKeys(page, known))) missed += 1;
    if (isDrill && drills === 0) {
      await expect(onTable(page).getByRole("link", { name: "Online auction" })).toBeVisible();
      await expectAccessible(page);
    }
    if (isDrill) drills += 1;
    await page.keyboard.press((await ratings(page).getByRole("button").count()) === 1 ? "Space" : "4");
    await expect(ratings(page)).toBeHidden();
  }
  expect(drills).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { name: "Done for now" })).toBeVisible();
  if (missed > 0) await expect(page.getByRole("region", { name: "What you missed" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("u");
  await expect(onTable(page)).toBeVisible();
});

test("suspends, buries, tells of the memory and lists its keys, by key and by menu", async ({ page }) => {
  await startReviews(page);
  const first = await question(page);
  await page.keyboard.press("s");
  await expect(onTable(page)).not.toHaveText(first);
  await page.keyboard.press("u");
  expect(await question(page)).toBe(first);
  await page.keyboard.press("-");
  const second = await question(page);
  expect(second).not.toBe(first);

  await page.keyboard.press("i");
  await expect(page.getByRole("dialog", { name: "About this card" })).toContainText("New");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Suspend");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "More" }).click();
  const menu = page.getByRole("dialog", { name: "More to do with this card" });
  await expect(menu).toBeVisible();
  await expect(menu.getByRole("link"), "what is not one's own cannot be edited").toHaveCount(0);
  await expectAccessible(page);
  await menu.getByRole("button", { name: /^Suspend/ }).click();
  await expect(menu).toBeHidden();
  const third = await question(page);
  expect([first, second]).not.toContain(third);

  // What was put away stays away: the server knows.
  await page.waitForLoadState("networkidle");
  await openReview(page);
  expect([first, second]).not.toContain(await question(page));
});

test("a card that is rated good comes back in the same sitting, and the end says what was missed", async ({ page }) => {
  await startReviews(page);
  await page.keyboard.press("Space");
  await page.keyboard.press("1");
  const known: Known = new Map();
  for (let left = 40; left > 0 && (await onTable(page).isVisible()); left -= 1) {
    await page.keyboard.press((await answerByKeys(page, known)) ? "4" : "Space");
    await expect(ratings(page)).toBeHidden();
  }
  await expect(page.getByRole("heading", { name: "Done for now" })).toBeFocused();
  const missed = page.getByRole("region", { name: "What you missed" }).getByRole("listitem");
  await expect(missed.first()).toBeVisible();
  await missed.first().getByText("The answer").click();
  await expectAccessible(page);
});

test("the bench begins with the sheet of a drill", { tag: "@desk" }, async ({ page }) => {
  const bundle = findBundle("auction");
  const drill = bundle && drillsOf(bundle.scenario, bundle.answers.slice(0, 1))[0];
  if (!drill) throw new Error("the auction's first model answer gives no drill");
  await page.goto(`/bench?${new URLSearchParams({ scenario: drill.scenario, from: drill.id })}`);
  const design = page.getByRole("textbox", { name: "Design" });
  await expect.poll(async () => drill.text.endsWith(await design.inputValue())).toBe(true);
  await expect(page.getByLabel("Begin with")).toHaveValue(drill.id);
});

test("the day's minutes end calmly, and one may go on", async ({ page }) => {
  await startReviews(page);
  await page.goto("/settings");
  await page.getByLabel("Minutes a day").fill("2");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: /saved/i })).toBeVisible();
  const now = Date.now();
  await page.clock.setFixedTime(now);
  await openReview(page);
  await page.keyboard.press("Space");
  await page.clock.setFixedTime(now + 121_000);
  await page.keyboard.press("4");
  await expect(page.getByRole("heading", { name: "Your two minutes are done" })).toBeFocused();
  await expect(page.getByText("2 more are waiting.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(onTable(page)).toHaveAccessibleName("Card 2 of 3");
});
