import {
  awake,
  countUnsent,
  expectKept,
  onTable,
  openReview,
  question,
  rateByKeys,
  startReviews,
} from "./support/review";
import { signUp } from "./support/seed";
import { expect, expectAccessible, test } from "./support/test";

test.use({ expected: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/] });

test("reviews go on without a network, open again without it, and reach the server once each", async ({
  page,
  context,
}) => {
  await startReviews(page);
  await expectKept(page);
  const asked: string[] = [];

  await test.step("rates cards without a network", async () => {
    await context.setOffline(true);
    for (let count = 0; count < 2; count += 1) {
      asked.push(await question(page));
      await rateByKeys(page, "4");
    }
    await expect(page.getByText(/changes are not saved yet/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a reload without a network shows the rest", async () => {
    await page.reload();
    await awake(page);
    await expect(page.getByText(/^No connection. These are the cards of/)).toBeVisible();
    await expect(onTable(page)).toHaveAccessibleName("Card 1 of 8");
    asked.push(await question(page));
    await page.keyboard.press("s");
    await expect(onTable(page)).toHaveAccessibleName("Card 2 of 8");
    expect(asked).not.toContain(await question(page));
    await expectAccessible(page);
  });

  await test.step("any other page says what works", async () => {
    await page.goto("/progress");
    await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Review without it" }).click();
    await awake(page);
    await expect(onTable(page)).toHaveAccessibleName("Card 1 of 7");
    expect(asked).not.toContain(await question(page));
  });

  await test.step("what was rated reaches the server, each once", async () => {
    expect(await countUnsent(page)).toBe(3);
    await context.setOffline(false);
    await expect.poll(() => countUnsent(page), { timeout: 60_000 }).toBe(0);
    await expect(page.getByText(/^No connection/)).toBeHidden();
    await openReview(page);
    await expect(onTable(page)).toHaveAccessibleName("Card 1 of 8");
    expect(asked).not.toContain(await question(page));
  });
});

test("nobody sees what another person had kept: it goes with the sign-out", async ({ page, context }) => {
  await startReviews(page);
  await expectKept(page);
  await signUp(page, "three quiet words");
  await openReview(page);
  await expectKept(page);
  await page.getByRole("button", { name: /@example.org/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Start the auction" })).toBeVisible();
  const pages = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("pages ")));
  await expect.poll(pages).toEqual([]);
  await context.setOffline(true);
  await expect(page.goto("/review")).rejects.toThrow(/ERR_/);
});

test("two tabs of one device do not ask the same again, and lose nothing", async ({ page, context }) => {
  await startReviews(page);
  await page.waitForLoadState("networkidle");
  const other = await context.newPage();
  await openReview(other);
  await context.setOffline(true);
  const asked = await question(page);
  await rateByKeys(page, "4");
  expect(await question(other)).toBe(asked);
  await other.keyboard.press("s");
  await rateByKeys(other, "4");
  await rateByKeys(page, "4");
  await expect.poll(() => countUnsent(page)).toBe(4);
  await context.setOffline(false);
  await expect.poll(() => countUnsent(other), { timeout: 60_000 }).toBe(0);
});
