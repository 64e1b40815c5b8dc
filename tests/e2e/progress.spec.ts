import { FLAWED, showAnswer, write } from "./support/desk";
import { answerByKeys, awake, type Known, onTable, ratings } from "./support/review";
import { signUpWithHistory } from "./support/seed";
import { expect, expectAccessible, test } from "./support/test";

const PARTS = ["Today", "What to work on", "Mastery", "Scenarios", "What stays", "What comes", "Time", "Days"];

test("somebody new is told what the page will show, and where to begin", async ({ page }) => {
  await page.goto("/progress");
  await expect(page.getByRole("heading", { level: 1, name: "No progress to show yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Practise a scenario" })).toBeVisible();
  await expectAccessible(page);
});

test("after one answer: what is weak, and no picture where there is nothing to draw", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Start the auction" }).click();
  await expect(page).toHaveURL(/\/practice\/auction$/);
  await showAnswer(page);
  await write(page, FLAWED);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page).toHaveURL(/\/reports\//, { timeout: 20_000 });
  await page.goto("/progress");
  await expect(page.getByText("1 day of practice in the last 53 weeks")).toBeVisible();
  await expect(page.getByText("Too few to say")).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Scenarios" }).getByRole("link", { name: "Online auction" }),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "Scenarios" }).getByRole("img")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What stays" }).getByRole("img")).toHaveCount(0);
  const weak = page.getByRole("region", { name: "What to work on" }).getByRole("listitem");
  await expect(weak.first()).toContainText("from 1 answer");
  await expectAccessible(page);

  await test.step("a weak rule is gone through by itself, by keys, and is done for today", async () => {
    const rule = await weak.first().getByRole("heading").innerText();
    await weak.first().getByRole("link", { name: "Review it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Review: ${rule}` })).toBeAttached();
    await awake(page);
    await expect(page.getByRole("main").getByRole("link", { name: rule })).toBeVisible();
    await expectAccessible(page);
    const known: Known = new Map();
    for (let left = 40; left > 0 && (await onTable(page).isVisible()); left -= 1) {
      await answerByKeys(page, known);
      await page.keyboard.press((await ratings(page).getByRole("button").count()) === 1 ? "Space" : "4");
      await expect(ratings(page)).toBeHidden();
    }
    await expect(page.getByRole("heading", { name: "Done for now" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Done with this rule for today" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("link", { name: "All reviews" }).last().click();
    await expect(page).toHaveURL(/\/review$/);
    await awake(page);
  });
});

test("half a year: every chart says its sentence, and has the same figures as a table", async ({ page }) => {
  await signUpWithHistory(page);
  await page.goto("/progress");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(PARTS);
  await expectAccessible(page);

  await test.step("each picture is named by what it shows", async () => {
    const pictures = page.getByRole("main").getByRole("img");
    const names = await pictures.evaluateAll((all) => all.map((picture) => picture.getAttribute("aria-label") ?? ""));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(name).toMatch(/\d.*\.$/);
  });

  await test.step("a dimension opens to its rules, and a rule leads to its page", async () => {
    const mastery = page.getByRole("region", { name: "Mastery" });
    await mastery.getByText("Constraints", { exact: true }).click();
    await expect(
      mastery
        .getByText(/likely \d+ to \d+ %/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await expectAccessible(page);
    await expect(mastery.locator('a[href^="/rules/constraints/"]')).toHaveCount(3);
  });

  await test.step("tables hold what the pictures hold", async () => {
    for (const name of ["What stays", "What comes", "Time", "Days"]) {
      const part = page.getByRole("region", { name, exact: true });
      await part.getByText(/s a table$|week as a table$/).click();
      expect(await part.getByRole("row").count()).toBeGreaterThan(10);
    }
    await expectAccessible(page);
  });

  await test.step("the days are gone through by key, and said", async () => {
    const days = page.getByRole("slider", { name: "Days of practice" });
    await days.focus();
    const said = () => days.getAttribute("aria-valuetext");
    const today = await said();
    await page.keyboard.press("ArrowLeft");
    expect(await said()).not.toBe(today);
    await page.keyboard.press("ArrowRight");
    expect(await said()).toBe(today);
    await page.keyboard.press("Home");
    expect(await said()).toMatch(/^Mon .*no practice$/);
    await expectAccessible(page);
  });
});
