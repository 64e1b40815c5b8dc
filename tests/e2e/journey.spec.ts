import { choose, decide, expectDesign, expectSaved, FLAWED, showAnswer, write } from "./support/desk";
import { expect, expectAccessible, test } from "./support/test";

/** What a newcomer does, from the first page to another device, with every page looked at by axe on the way. */
test("guest, auction, report, review, progress, sign up, sign in elsewhere", async ({ page, elsewhere }, {
  project,
}) => {
  const email = `${project.name}-${crypto.randomUUID()}@example.org`;
  const password = "three quiet words";

  await test.step("begins at once, without a form", async () => {
    await page.goto("/");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Start the auction" }).click();
    await expect(page).toHaveURL(/\/practice\/auction$/);
    await expect(page.getByRole("heading", { level: 1, name: "Online auction" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("decides and writes; the draft is there after a reload", async () => {
    await showAnswer(page);
    await choose(page, "Level you answer for", "Senior");
    await decide(page);
    await write(page, FLAWED);
    await expectSaved(page);
    await expectAccessible(page);
    await page.reload();
    await showAnswer(page);
    await expectDesign(page, /email \(not null\)/);
    await expect(page.getByLabel("Shard by")).toHaveValue("bids.auction_id");
  });

  await test.step("hands in by one key and reads the report", async () => {
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/, { timeout: 20_000 });
    const score = Number.parseInt((await page.locator("header .text-display").innerText()).trim(), 10);
    expect(score).toBeGreaterThanOrEqual(50);
    expect(score).toBeLessThan(100);
    await expect(page.getByText("constraints/unique").first()).toBeVisible();
    for (const part of ["What is right", "Your answer", "What comes back", "Beside a model answer"]) {
      await expect(page.getByRole("heading", { name: part, exact: true })).toBeVisible();
    }
    await expect(page.getByText("Constraints", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "What comes back" }).getByRole("listitem").first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("reviews a card by key and by touch, and takes a rating back", async () => {
    await page.goto("/review");
    await expect(page.getByRole("article", { name: /^Card 1 of/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Space");
    await expect(page.getByRole("group", { name: "How well did you know it?" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("3");
    await expect(page.getByRole("article", { name: /^Card 2 of/ })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("article", { name: /^Card 1 of/ })).toBeVisible();
    await page.getByRole("group", { name: "How well did you know it?" }).getByRole("button", { name: /Good/ }).click();
    await expect(page.getByRole("article", { name: /^Card 2 of/ })).toBeVisible();
    await page.getByRole("button", { name: /^Show the answer/ }).click();
    await expect(page.getByRole("group", { name: "How well did you know it?" })).toBeVisible();
  });

  await test.step("sees the progress", async () => {
    await page.goto("/progress");
    await expect(page.getByRole("heading", { level: 1, name: "Progress" })).toBeVisible();
    await expect(page.getByText("Online auction").first()).toBeVisible();
    await expectAccessible(page);
    await page.goto("/practice");
    await expectAccessible(page);
  });

  await test.step("signs up and keeps everything", async () => {
    await page.goto("/sign-up");
    await expectAccessible(page);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.getByRole("button", { name: "Sign up", exact: true }).click();
    await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign up", exact: true }).click();
    await expect(page).not.toHaveURL(/sign-up/);
    await expectAccessible(page);
  });

  await test.step("signs in elsewhere, and it is all there", async () => {
    await elsewhere.goto("/sign-in");
    await expectAccessible(elsewhere);
    await elsewhere.getByLabel("E-mail").fill(email.toUpperCase());
    await elsewhere.getByLabel("Password", { exact: true }).fill("not the right one");
    await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(elsewhere.getByRole("alert").first()).toBeVisible();
    await elsewhere.getByLabel("Password", { exact: true }).fill(password);
    await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(elsewhere).not.toHaveURL(/sign-in/);
    await elsewhere.goto("/progress");
    await expect(elsewhere.getByText("Online auction").first()).toBeVisible();
    await elsewhere.goto("/practice/auction");
    await showAnswer(elsewhere);
    await expectDesign(elsewhere, /email \(not null\)/);
  });
});
