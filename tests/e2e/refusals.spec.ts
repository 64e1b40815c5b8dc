import { expectDesign, expectSaved, FLAWED, showAnswer, write } from "./support/desk";
import { expect, expectAccessible, test } from "./support/test";

test.describe("what is not there", () => {
  test.use({ expected: [/status of 404/] });

  for (const path of ["/practice/no-such-scenario", "/reports/00000000-0000-4000-8000-000000000000", "/nowhere"]) {
    test(`${path} says so, with a way on`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
      await expectAccessible(page);
    });
  }

  test("somebody else's report is not there", async ({ page, elsewhere }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Start the auction" }).click();
    await showAnswer(page);
    await write(page, FLAWED);
    await page.getByRole("button", { name: "Hand in" }).click();
    await expect(page).toHaveURL(/\/reports\//, { timeout: 20_000 });
    await elsewhere.goto("/");
    await elsewhere.getByRole("button", { name: "Start the auction" }).click();
    await expect(elsewhere).toHaveURL(/\/practice\/auction$/);
    expect((await elsewhere.goto(page.url()))?.status()).toBe(404);
  });
});

test.describe("the desk loses nothing", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Start the auction" }).click();
    await expect(page).toHaveURL(/\/practice\/auction$/);
    await showAnswer(page);
  });

  test("an empty design asks before it is handed in", async ({ page }) => {
    await page.getByRole("button", { name: "Hand in" }).click();
    await expect(page.getByRole("dialog", { name: "Hand in without a design?" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Go on writing" }).click();
    await expect(page).toHaveURL(/\/practice\/auction$/);
  });

  test("1 MB of noise is refused in words and stays", async ({ page }) => {
    const noise = `${"x\u00ac((".repeat(100)}\n`.repeat(2_500);
    await write(page, noise);
    await expect(page.locator("[data-draft-status]")).toHaveAttribute("data-draft-status", "too-long", {
      timeout: 30_000,
    });
    await page.getByRole("button", { name: "Hand in" }).click();
    await expect(page.getByText("shorten it and hand in again")).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press("ControlOrMeta+End");
    await expect(page.locator(".cm-lineNumbers").getByText("2501", { exact: true })).toBeVisible({ timeout: 30_000 });
  });

  test("a session that ended is said, and what was written is there afterwards", async ({ page, context }) => {
    await write(page, "users: id (PK)");
    await expectSaved(page);
    await context.clearCookies();
    await write(page, "users: id (PK), email");
    await expect(page.locator("[data-draft-status]")).toHaveAttribute("data-draft-status", "signed-out");
    await page.getByRole("button", { name: "Hand in" }).click();
    await expect(page.getByText("Your session ended.").first()).toBeVisible();
    await expectDesign(page, "users: id (PK), email");
  });
});

test("every page carries the security headers", async ({ request }) => {
  const headers = (await request.get("/")).headers();
  for (const part of [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(headers["content-security-policy"]).toContain(part);
  }
  expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" });
  expect(headers["x-powered-by"]).toBeUndefined();
});
