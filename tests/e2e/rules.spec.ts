import { RULE_IDS } from "../../lib/rubric/ids";
import { showAnswer, write } from "./support/desk";
import { awake } from "./support/review";
import { expect, expectAccessible, test } from "./support/test";

test("rules are found by words and by store", async ({ page }) => {
  await page.goto("/rules");
  await expect(page.getByRole("heading", { level: 1, name: "Rules" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(`${RULE_IDS.length} rules`);
  await expectAccessible(page);
  await page.getByLabel("Find a rule").fill("unique");
  await expect(page.getByRole("link", { name: /only doubles/ })).toBeVisible();
  await expect(page.getByText("graph/not-needed")).toBeHidden();
  await page.getByLabel("Find a rule").fill("");
  await page.getByRole("group", { name: "Rules that speak about" }).locator("label", { hasText: "graph" }).click();
  await expect(page.getByText("graph/not-needed")).toBeVisible();
  await expect(page.getByText("wide-column/filtering")).toBeHidden();
  await page.getByLabel("Find a rule").fill("no rule has these");
  await expect(page.getByRole("heading", { name: "No rule has these words" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show all rules" }).click();
  await expect(page.getByRole("status")).toHaveText(`${RULE_IDS.length} rules`);
});

test("a rule's page: what it asks, executed examples, cards, scenarios, the next rule", async ({ page }) => {
  await page.goto("/rules/constraints/unique");
  for (const question of ["What it asks", "Why", "How to mend it"])
    await expect(page.getByRole("term").filter({ hasText: question })).toBeVisible();
  const remark = page.getByRole("article").filter({ hasText: "email-once" }).first();
  await expect(remark).toContainText("Missed");
  await page.locator("#example-1-line-4 [data-evidence]").hover();
  await expect(remark).toHaveAttribute("data-lit");
  await expect(page.getByText("Sound", { exact: true }).first()).toBeVisible();
  const cards = page.getByRole("region", { name: "Cards that teach it" });
  await cards.locator("summary").first().click();
  await expect(cards.locator(".prose").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Where it can bite" })).toContainText("Online auction");
  await expectAccessible(page);
  await page.getByRole("navigation", { name: "Rules beside this one" }).getByRole("link").last().click();
  await expect(page).toHaveURL(/\/rules\/constraints\/not-null$/);
});

test("somebody new reviews a rule from its page", async ({ page }) => {
  await page.goto("/rules/constraints/unique");
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("link", { name: "Review them, with drills" }).click();
  await page.getByRole("button", { name: "Start with this rule" }).click();
  await expect(page).toHaveURL(/\/review\?rule=constraints\/unique$/);
  await expect(page.getByRole("heading", { level: 1, name: `Review: ${title}` })).toBeAttached();
  await awake(page);
});

test("every rule has its page, with examples that were run", async ({ page, request }) => {
  test.slow();
  for (const rule of RULE_IDS) {
    const answer = await request.get(`/rules/${rule}`);
    expect(answer.status(), rule).toBe(200);
    expect(await answer.text(), rule).toContain("data-evidence");
  }
  for (const rule of [
    "database/unjustified",
    "scale/hot-partition",
    "document/unbounded-array",
    "graph/edge-as-property",
  ]) {
    await page.goto(`/rules/${rule}`);
    await expectAccessible(page);
  }
});

test.describe(() => {
  test.use({ expected: [/status of 404/] });
  test("a rule that is not there says so", async ({ page }) => {
    expect((await page.goto("/rules/constraints/nonsense"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await page.goto("/review?rule=constraints/nonsense");
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  });
});

test("the palette, the header and a finding lead to a rule", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Go to a page, a scenario or a rule").fill("constraints/unique");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/rules\/constraints\/unique$/);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Rules" }).click();
  await expect(page).toHaveURL(/\/rules$/);
  await page.goto("/practice/auction");
  await showAnswer(page);
  await write(page, "users: id (PK), email\n");
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page).toHaveURL(/\/reports\//, { timeout: 30_000 });
  await page.getByRole("article").getByRole("link", { name: "constraints/unique" }).first().click();
  await expect(page).toHaveURL(/\/rules\/constraints\/unique$/);
});
