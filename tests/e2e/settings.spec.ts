import { signUpWithHistory } from "./support/seed";
import { expect, expectAccessible, test } from "./support/test";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("settings are saved, and read back", async ({ page }) => {
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Minutes a day").fill("15");
  await page.getByLabel("New cards and drills a day").fill("6");
  await page.getByLabel("The day begins at").selectOption("05:00");
  await page.getByLabel("Time zone").fill("Asia/Tokyo");
  await page.getByLabel("Retention, in percent").fill("85");
  await page.getByRole("group", { name: "Sunday" }).locator("label", { hasText: "None" }).click();
  await page.getByText("For those who know Anki").click();
  await page.getByLabel("Learning steps", { exact: true }).fill("5m 1h");
  await page.getByLabel("Balance the days").uncheck();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Minutes a day")).toHaveValue("15");
  await expect(page.getByLabel("The day begins at")).toHaveValue("5");
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await expect(page.getByLabel("Retention, in percent")).toHaveValue("85");
  await expect(page.getByRole("group", { name: "Sunday" }).getByLabel("None")).toBeChecked();
  await expect(page.getByRole("group", { name: "Monday" }).getByLabel("Usual")).toBeChecked();
  await page.getByText("For those who know Anki").click();
  await expect(page.getByLabel("Learning steps", { exact: true })).toHaveValue("5m 1h");
  await expect(page.getByLabel("Balance the days")).not.toBeChecked();

  await test.step("what is for those who know Anki goes back to how it comes, and nothing else", async () => {
    await page.getByRole("button", { name: "Put these back to how they come" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Minutes a day")).toHaveValue("15");
    await page.getByText("For those who know Anki").click();
    await expect(page.getByLabel("Learning steps", { exact: true })).toHaveValue("1m 10m");
    await expect(page.getByLabel("Balance the days")).toBeChecked();
  });
});

test("what is wrong is said at its field; what was typed stays, and Enter saves", async ({ page }) => {
  await page.goto("/settings");
  await page.getByLabel("Minutes a day").fill("a lot");
  await page.getByLabel("New cards and drills a day").fill("7");
  await page.getByLabel("Retention, in percent").fill("99");
  await page.getByLabel("Retention, in percent").press("Enter");
  await expect(page.getByText("Not saved: 2 fields need a change.")).toBeVisible();
  await expect(page.getByText("Choose a retention from 70 to 97 %.")).toBeVisible();
  await expect(page.getByLabel("Minutes a day")).toBeFocused();
  await expect(page.getByLabel("Minutes a day")).toHaveValue("a lot");
  await expect(page.getByLabel("New cards and drills a day")).toHaveValue("7");
  await expectAccessible(page);
  await page.getByLabel("Minutes a day").fill("");
  await page.getByLabel("Retention, in percent").fill("92");
  await page.getByLabel("Retention, in percent").press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
});

test("an interview is planned back from, day by day", async ({ page }) => {
  await signUpWithHistory(page);
  await page.goto("/settings");
  await expect(page.getByRole("row", { name: /^95 %/ })).toContainText("≈");
  await page.getByLabel("Minutes a day").fill("20");
  await page.getByLabel("Date").fill(inDays(12));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  const interview = page.getByRole("region", { name: "The interview" });
  await expect(interview.getByRole("table", { name: "The next days" }).getByRole("row")).toHaveCount(8);
  await expect(interview.getByText(/before \d+ \w+/)).toBeVisible();
  await interview.getByText(/days after$/).click();
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form is a plain one, and works", { tag: "@desk" }, async ({ page }) => {
    await page.goto("/settings");
    await page.getByLabel("New cards and drills a day").fill("-3");
    await page.getByRole("button", { name: "Save" }).last().click();
    await expect(page.getByText("Choose a whole number of new items a day, 0 to 200.")).toBeVisible();
    await expect(page.getByLabel("New cards and drills a day")).toHaveValue("-3");
    await page.getByLabel("New cards and drills a day").fill("3");
    await page.getByRole("button", { name: "Save" }).last().click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.goto("/settings");
    await expect(page.getByLabel("New cards and drills a day")).toHaveValue("3");
  });
});
