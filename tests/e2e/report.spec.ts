import type { Page } from "@playwright/test";
import { SOUND, showAnswer, write } from "./support/desk";
import { expect, expectAccessible, test } from "./support/test";

/** Two things wrong, and every table by another name than the brief's. */
const FLAWED = SOUND.replace(/email \(unique, not null\)|email \(not null, unique\)/, "email (not null)").replace(
  /^index bids\(auction_id, amount desc\).*\n/m,
  "",
);
const RENAMED = `acct: id (PK), handle, email (unique, not null)
goods: id (PK), vendor_id (FK -> acct.id, not null), title
lots: id (PK), goods_id (FK -> goods.id, unique, not null), ends_at (not null), status
offers: id (PK), lot_id (FK -> lots.id, not null), bidder_id (FK -> acct.id, not null), amount (not null, check > 0), created_at
audit_trail: id (PK), happened
`;

async function begin(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Start the auction" }).click();
  await expect(page).toHaveURL(/\/practice\/auction$/);
}

async function handIn(page: Page, text: string): Promise<void> {
  await showAnswer(page);
  await write(page, text);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/, { timeout: 30_000 });
  await expect(page.getByRole("heading", { name: "Your answer", exact: true })).toBeVisible();
}

const remark = (page: Page, subject: string) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { name: subject }) });

test("a finding and its evidence light up together, by pointer, by key and by tap", async ({ page, isMobile }) => {
  await begin(page);
  await handIn(page, FLAWED);
  await expectAccessible(page);
  const unique = remark(page, "email-once");
  const evidence = page.locator("[data-evidence]", { hasText: "email" }).first();
  await expect(unique).toBeVisible();

  await test.step("finding to evidence", async () => {
    if (isMobile) await unique.getByText("To mend it:").tap();
    else await unique.hover();
    await expect(evidence).toHaveAttribute("data-evidence", "lit");
  });
  await test.step("evidence to finding", async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { level: 1 }).click();
    await expect(unique).not.toHaveAttribute("data-lit");
    if (isMobile) await evidence.tap();
    else await evidence.hover();
    await expect(unique).toHaveAttribute("data-lit");
  });
  await test.step("by key alone", async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await unique.getByRole("link", { name: "constraints/unique" }).focus();
    await expect(evidence).toHaveAttribute("data-evidence", "lit");
    await evidence.focus();
    await expect(unique).toHaveAttribute("data-lit");
  });
});

test("the words of the brief stand beside the finding, and are seen in the brief", async ({ page }) => {
  await begin(page);
  await handIn(page, FLAWED);
  const unique = remark(page, "email-once");
  await expect(unique.getByText("No two accounts share an email address")).toBeVisible();
  await unique.getByRole("button", { name: "See it there" }).click();
  const brief = page.getByRole("dialog", { name: "The brief" });
  await expect(brief.locator("mark")).toHaveText("No two accounts share an email address");
  await expect(brief.locator("mark")).toBeInViewport();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(brief).toBeHidden();
  await expect(unique.getByRole("button", { name: "See it there" })).toBeFocused();
});

test("findings by dimension, with the text in sight", async ({ page, isMobile }) => {
  await begin(page);
  await handIn(page, FLAWED);
  await page.getByRole("button", { name: /^What was found: Constraints/ }).click();
  const constraints = page.getByRole("region", { name: "Constraints", exact: true });
  await expect(constraints).toBeFocused();
  await expect(constraints.getByRole("article")).toHaveCount(1);
  await constraints.getByText(/things? (is|are) right/).click();
  await expect(constraints.getByRole("listitem").first()).toBeVisible();
  if (!isMobile) {
    await constraints.getByRole("article").hover();
    await expect(page.locator("[data-evidence=lit]").first()).toBeInViewport();
  }
  await expectAccessible(page);
  await page.getByRole("group", { name: "How to read the remarks" }).getByText("Beside your text").click();
  await expect(page.getByRole("heading", { name: "What is right", exact: true })).toBeVisible();
});

test("what is asked of the data is a matrix, on a phone a list", async ({ page, isMobile }) => {
  await begin(page);
  await handIn(page, FLAWED);
  const part = page.getByRole("region", { name: "What is asked of the data" });
  if (isMobile) {
    await expect(part.getByRole("table")).toBeHidden();
    await expect(part.getByRole("listitem").filter({ hasText: "highest-bid" })).toContainText("hot");
    return;
  }
  const row = part.getByRole("row").filter({ hasText: "my-bids" });
  await expect(part.getByRole("columnheader", { name: "Index" })).toBeVisible();
  await expect(row).toContainText("warm");
  await expect(row).toContainText("Served");
  await expect(row).toContainText("bids(bidder_id");
  await expect(part.getByRole("row").filter({ hasText: "highest-bid" })).toContainText(/Not served|Partly/);
});

test.describe("names", () => {
  // The step that takes the network away makes the browser report it.
  test.use({ expected: [/ERR_INTERNET_DISCONNECTED|Failed to fetch|fetch failed/] });

  test("how they were understood, and what would change if that were wrong", async ({ page, context }) => {
    await begin(page);
    await handIn(page, RENAMED);
    const score = await page.locator("header .text-display").innerText();
    const part = page.getByRole("region", { name: "How your names were understood" });
    await expect(part.getByText(/Your acct is user/)).toBeVisible();
    await expect(part.getByText(/handle is username/)).toBeVisible();
    await expect(part.getByRole("region", { name: "Left as extra" })).toContainText("audit_trail");

    await test.step("nothing of the brief", async () => {
      await part.getByRole("button", { name: "That is wrong about offers" }).click();
      await part.getByLabel("What is offers really?").selectOption({ label: "none of these" });
      const change = part.getByRole("status");
      await expect(change.getByRole("heading", { name: "If offers were nothing of the brief" })).toBeVisible();
      await expect(change.getByRole("region", { name: "Remarks that would appear" })).toContainText("bid");
      await expect(change.getByText("Your saved report stays as it is.")).toBeVisible();
      await expectAccessible(page);
    });
    await test.step("taken back", async () => {
      await part.getByRole("button", { name: "Take it back" }).click();
      await expect(part.getByRole("button", { name: "Take it back" })).toBeHidden();
      await page.reload();
      expect(await page.locator("header .text-display").innerText()).toBe(score);
    });
    await test.step("where the grader is not reached, it says so", async () => {
      await context.setOffline(true);
      await part.getByRole("button", { name: "That is wrong about audit_trail" }).click();
      await part.getByLabel("What is audit_trail really?").selectOption({ label: "bid" });
      await expect(part.getByText("That could not be tried")).toBeVisible();
      await context.setOffline(false);
      await part.getByRole("button", { name: "Try again" }).click();
      await expect(part.getByRole("heading", { name: "If audit_trail were bid" })).toBeVisible();
      await expect(part.getByText("Your saved report stays as it is.")).toBeVisible();
    });
  });
});

test("a second attempt says first what got better, then what got worse, then what stays open", async ({ page }) => {
  await begin(page);
  await handIn(page, FLAWED);
  await expect(page.getByRole("heading", { name: "Since your last attempt" })).toBeHidden();
  await page.getByRole("link", { name: "Try again" }).click();
  await handIn(
    page,
    FLAWED.replace("email (not null)", "email (unique, not null)")
      .replace(/check > 0/, "")
      .replace(", )", ")"),
  );
  const part = page.getByRole("region", { name: "Since your last attempt" });
  await expect(part.getByRole("region", { name: "What got better" })).toContainText("email-once");
  await expect(part.getByRole("region", { name: "What got better" })).toContainText("was missed, now met");
  await expect(part.getByRole("region", { name: "What got worse" })).toContainText("bid-amount-positive");
  await expect(part.getByRole("heading", { level: 3 }).first()).toContainText("What got better");
  await part.getByText(/What stays open/).click();
  await expect(part.getByText("highest-bid")).toBeVisible();
  await expectAccessible(page);
});

test("model answers by store, each with its score", async ({ page }) => {
  await page.goto("/practice/chat-messages");
  await handIn(page, "users: id (PK), phone (unique)\nchats: id (PK), title\n");
  const part = page.getByRole("region", { name: "Beside a model answer" });
  const stores = part.getByRole("group", { name: "Type of store" });
  await expect(stores.getByRole("radio")).not.toHaveCount(0);
  await stores.locator("label", { hasText: "document" }).click();
  await expect(part.getByRole("region", { name: "A model answer" })).toContainText("MongoDB");
  await expect(part.getByRole("region", { name: "A model answer" })).toContainText("/ 100");
  await stores.locator("label", { hasText: "relational" }).click();
  await part.getByRole("combobox", { name: "Model answer" }).selectOption({ index: 1 });
  await expect(part.getByRole("region", { name: "A model answer" })).toContainText("/ 100");
  await expectAccessible(page);
});

test("an answer without a design still has a whole report", async ({ page }) => {
  await begin(page);
  await showAnswer(page);
  await page.getByRole("button", { name: "Hand in" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Hand in/ })
    .click();
  await expect(page).toHaveURL(/\/reports\//, { timeout: 30_000 });
  await expect(page.getByText("There are no tables in this answer")).toBeVisible();
  await expectAccessible(page);
});
