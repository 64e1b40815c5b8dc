import { choose, design, expectDesign, expectSaved, paste, showAnswer, write, written } from "./support/desk";
import { expect, expectAccessible, test } from "./support/test";

const SQL = `CREATE TABLE users (
  id bigint PRIMARY KEY,
  email text NOT NULL UNIQUE
);
CREATE TABLE posts (
  id bigint PRIMARY KEY,
  user_id bigint NOT NULL REFERENCES users (id)
);
`;

test.beforeEach(async ({ page }) => {
  await page.goto("/practice/auction");
  await showAnswer(page);
  await expect(design(page)).toBeVisible();
});

test("completes from one's own names, by Enter, and Escape closes", { tag: "@desk" }, async ({ page }) => {
  const list = page.getByRole("listbox");
  await write(page, "users: id (PK), email (unique)\nposts: id (PK), user_id ");
  await page.keyboard.type("(FK -> u");
  await expect(list.getByRole("option")).toHaveText(["users.id"]);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expectDesign(page, /\(FK -> users\.id\)?$/);
  // At a person's pace: as on Android, where the editor lets Enter come from the keyboard's own edit first.
  await page.keyboard.type(")\nindex posts(", { delay: 60 });
  await expect(list.getByRole("option").first()).toHaveText("id");
  // A list that has only just opened takes no keys, so that nobody accepts what they have not seen.
  await page.waitForTimeout(150);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expectDesign(
    page,
    "users: id (PK), email (unique)\nposts: id (PK), user_id (FK -> users.id)\nindex posts(user_id)",
  );
  await page.keyboard.press("End");
  await page.keyboard.type("\nlikes: user_id (", { delay: 60 });
  const reference = list.getByRole("option", { name: /^FK ->/ });
  await expect(reference).toBeVisible();
  await page.waitForTimeout(150);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("Control+Space");
  await expect(reference).toBeVisible();
});

test("a remark stands in place, is reached by F8 and mended by a key", { tag: "@desk" }, async ({ page }) => {
  await write(page, "users: id (PK)\nposts: id (PK), user_id (FK -> user.idd)");
  const underlined = page.locator(".cm-lintRange");
  await expect(underlined.first()).toBeVisible();
  const list = page.getByRole("list", { name: "Remarks about the text" });
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  await expect(page.getByRole("status").filter({ hasText: "Line 2" })).toBeVisible();
  await expectAccessible(page);
  const fix = list.getByRole("button").nth(1);
  await expect(fix).toBeVisible();
  await page.keyboard.press("Control+.");
  await expect(list).toBeHidden();
  await expectDesign(page, "users: id (PK)\nposts: id (PK), user_id (FK -> user.id)");
  await page.keyboard.press("Control+z");
  await expectDesign(page, /idd/);
  await fix.click();
  await expectDesign(page, "users: id (PK)\nposts: id (PK), user_id (FK -> user.id)");
});

test("pasted SQL is read as it is, and one button turns it into shorthand, which undo takes back", {
  tag: "@desk",
}, async ({ page }) => {
  await choose(page, "Type of database", "Relational");
  await write(page, SQL);
  await expect(page.getByText("This is SQL: it is read as it is.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Turn into shorthand" }).click();
  await expectDesign(page, /^users: id bigint \(PK\), email text \(/);
  await expectDesign(page, /user_id bigint \((not null, )?FK -> users\.id/);
  await expect(page.getByText("it is read as it is")).toBeHidden();
  await expect(page.getByRole("radio", { name: "Relational" })).toBeChecked();
  await page.keyboard.press("ControlOrMeta+z");
  await expectDesign(page, SQL);
});

test("a whole sheet that is pasted moves its decisions into the form; undo gives the design back", {
  tag: "@desk",
}, async ({ page }) => {
  await write(page, "users: id (PK)");
  await write(page, "---\nscenario: auction\nstore: PostgreSQL\n---\nbids: id (PK)");
  await expectDesign(page, "bids: id (PK)");
  await expect(page.getByRole("radio", { name: "Relational" })).toBeChecked();
  await page.keyboard.press("ControlOrMeta+z");
  await expectDesign(page, "users: id (PK)");
});

test("finds, replaces, formats, and takes each back", async ({ page }) => {
  await write(page, "user:id(PK)\nposts: id (PK), user_id (FK -> user.id)");
  await page.keyboard.press("ControlOrMeta+f");
  const panel = page.getByRole("search", { name: "In the design" });
  await panel.getByRole("textbox", { name: "Find" }).fill("user");
  await expect(panel.getByText("3 found")).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole("textbox", { name: "Replace with" }).fill("person");
  await panel.getByRole("button", { name: "Replace all" }).click();
  await expectDesign(page, "person:id(PK)\nposts: id (PK), person_id (FK -> person.id)");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(design(page)).toBeFocused();
  await page.keyboard.press("Alt+Shift+F");
  await expectDesign(page, /^person: id \(PK\)\n/);
  await expect(page.getByRole("status").filter({ hasText: "Formatted." })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expectDesign(page, "user:id(PK)\nposts: id (PK), user_id (FK -> user.id)");
});

test("formatting keeps comments and says so", { tag: "@desk" }, async ({ page }) => {
  await write(page, "a: id (PK) # who\nlonger: id (PK)");
  await page.getByRole("button", { name: "Format" }).click();
  await expect(page.getByText("Only aligned: your comments stay as they are.")).toBeVisible();
  await expectDesign(page, "a:      id (PK) # who\nlonger: id (PK)\n");
});

test("a piece is inserted and filled in", async ({ page }) => {
  await choose(page, "Type of database", "Wide-column");
  await page.getByRole("button", { name: "Insert" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^table by query/ }).click();
  await page.keyboard.type("readings_by_device");
  await page.keyboard.press("Tab");
  await page.keyboard.type("device_id");
  await expectDesign(page, /^readings_by_device: device_id \(partition key\)/);
});

test("by keyboard alone: in, indent, out, and hand in", { tag: "@desk" }, async ({ page }) => {
  await write(page, "users: id (PK)");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("unique (id)");
  expect(await written(page)).toMatch(/\n {2,}unique \(id\)$/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(design(page)).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(design(page)).toBeFocused();
  await expectSaved(page);
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/reports\//, { timeout: 20_000 });
});

test("a press on a remark moves the caret there", async ({ page }) => {
  await write(page, "users: id (PK)\nposts: id (PK), user_id (FK -> nobody.id)\n");
  await page.getByRole("list", { name: "Remarks about the text" }).getByRole("button").first().click();
  await expect(design(page)).toBeFocused();
  const selected = await page.evaluate(() => document.getSelection()?.toString());
  expect(selected).toContain("nobody");
});

test("a design of 200,000 short lines can still be typed in", { tag: "@desk" }, async ({ page }) => {
  await write(page, "a: id\n".repeat(200_000));
  await expect(page.getByText("is not read as you type")).toBeVisible({ timeout: 30_000 });
  await page.keyboard.type("end");
  await expectDesign(page, /\nend$/);
});

test("until the editor is there the plain box takes what is typed, and nothing of it is lost", {
  tag: "@desk",
}, async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/_next\/static\/chunks\/.*\.js/, async (route) => {
    const answer = await route.fetch();
    if ((await answer.text()).includes("cm-content")) await held;
    await route.fulfill({ response: answer });
  });
  await page.reload();
  await showAnswer(page);
  const plain = page.locator("textarea");
  await plain.fill("users: id (PK)");
  await expectAccessible(page);
  const before = await plain.boundingBox();
  letGo();
  await page.getByRole("heading", { name: "Design" }).click();
  await expect(design(page)).toBeVisible();
  await expectDesign(page, "users: id (PK)");
  const after = await design(page).boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);
  await design(page).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(design(page).locator(".cm-placeholder")).toBeVisible();
});

test.describe("without the editor", () => {
  test.use({ expected: [/ERR_FAILED/] });

  test("where the editor cannot be loaded, the plain box goes on", { tag: "@desk" }, async ({ page }) => {
    await page.route(/_next\/static\/chunks\/.*\.js/, async (route) => {
      const answer = await route.fetch();
      if ((await answer.text()).includes("cm-content")) await route.abort();
      else await route.fulfill({ response: answer });
    });
    await page.reload();
    await showAnswer(page);
    await page.locator("textarea").fill("users: id (PK)");
    await expectSaved(page);
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(/\/reports\//, { timeout: 20_000 });
  });
});

test("on a phone the characters that its keyboard hides are there to press", { tag: "@touch" }, async ({ page }) => {
  await design(page).tap();
  const bar = page.getByRole("toolbar", { name: "Characters" });
  await expect(bar).toBeVisible();
  await page.keyboard.type("users");
  for (const name of ["colon", "open bracket", "close bracket", "comma", "arrow"]) {
    const key = bar.getByRole("button", { name, exact: true });
    const box = await key.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(40);
    await key.tap();
  }
  await expectDesign(page, "users:(),->");
  const last = await bar.getByRole("button", { name: "close square bracket" }).boundingBox();
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(await page.evaluate(() => innerWidth));
  await expect(design(page)).toBeFocused();
  expect(
    await design(page).evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize)),
  ).toBeGreaterThanOrEqual(16);
  await expectAccessible(page);
  await paste(page, " x");
  await expectDesign(page, "users:(),-> x");
});
