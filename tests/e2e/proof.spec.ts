import type { Page, Response } from "@playwright/test";
import { SOUND, showAnswer, write } from "./support/desk";
import { expect, expectAccessible, test } from "./support/test";

/** Two accounts may share an address, and the highest bid is found by sorting. */
const FLAWED = SOUND.replace(/email \(unique, not null\)|email \(not null, unique\)/, "email (not null)").replace(
  /^index bids\(auction_id, amount desc\).*\n/m,
  "",
);

const WASM = "**/proof/*/postgres.wasm";

const panel = (page: Page) => page.getByRole("region", { name: "Prove it" });
const claim = (page: Page, id: string) => page.locator(`[data-claim="${id}"]`);

async function handIn(page: Page, text: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Start the auction" }).click();
  await expect(page).toHaveURL(/\/practice\/auction$/);
  await showAnswer(page);
  await write(page, text);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/, { timeout: 30_000 });
  await expect(panel(page)).toBeVisible();
}

async function expectDone(page: Page): Promise<void> {
  await expect(page.locator("[data-proof-phase]")).toHaveAttribute("data-proof-phase", "done", { timeout: 60_000 });
}

test("a flawed answer is proved, mended in place and proved again, by keys alone", async ({ page }) => {
  const fetched: Response[] = [];
  page.on("response", (response) => /\/proof\//.test(response.url()) && fetched.push(response));
  await handIn(page, FLAWED);
  expect(fetched, "nothing is fetched before it is asked for").toEqual([]);

  await test.step("the proof shows what got in and what grows", async () => {
    await panel(page).getByRole("button", { name: "Prove it" }).press("Enter");
    await expectDone(page);
    await expect(claim(page, "email-once")).toHaveAttribute("data-verdict", "fails");
    await expect(claim(page, "email-once")).toContainText("PostgreSQL took it");
    await expect(claim(page, "email-once").getByRole("table")).toContainText("email 1");
    await expect(claim(page, "highest-bid")).toHaveAttribute("data-verdict", "fails");
    await expect(claim(page, "highest-bid").getByRole("rowheader", { name: "40,000 rows" })).toBeVisible();
    await expect(claim(page, "bid-history")).toHaveAttribute("data-verdict", "holds");
    await expect(panel(page).getByText("The grader and PostgreSQL differ")).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("PostgreSQL came from here, squeezed, to be kept, six megabytes at most", () => {
    const headers = fetched.map((response) => response.headers());
    expect(headers.map((one) => one["content-encoding"])).toEqual(["br", "br", "br"]);
    expect(new Set(headers.map((one) => one["cache-control"]))).toEqual(
      new Set(["public, max-age=31536000, immutable"]),
    );
    expect(headers.map((one) => one["content-type"])).toContain("application/wasm");
    expect(headers.reduce((sum, one) => sum + Number(one["content-length"]), 0)).toBeLessThan(6_000_000);
  });

  await test.step("the plan is there as PostgreSQL prints it", async () => {
    await claim(page, "highest-bid").getByText("The plan as PostgreSQL prints it").press("Enter");
    await expect(
      claim(page, "highest-bid")
        .getByText(/actual rows=.*loops=/)
        .first(),
    ).toBeVisible();
  });

  await test.step("one press adds the index; what changed is shown", async () => {
    await panel(page)
      .getByRole("button", { name: /^Add index bids\(auction_id, amount\)/ })
      .press("Enter");
    await expect(claim(page, "highest-bid")).toHaveAttribute("data-verdict", "holds", { timeout: 30_000 });
    await expectDone(page);
    await expect(claim(page, "highest-bid")).toContainText("it failed before");
    await expect(claim(page, "highest-bid").getByRole("rowheader", { name: "40,000 rows, before" })).toBeVisible();
    await expect(panel(page).getByText("Holds now:")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the design is changed by hand; what is not understood is said with its line", async () => {
    const field = panel(page).getByRole("textbox", { name: "Design" });
    await expect(field).toHaveValue(/index bids\(auction_id, amount\)/);
    await field.fill((await field.inputValue()).replace("email (not null)", "email (unique, not null)"));
    await field.press("Control+Enter");
    await expect(claim(page, "email-once")).toHaveAttribute("data-verdict", "holds", { timeout: 60_000 });
    await expectDone(page);
    await expect(claim(page, "email-once")).toContainText("it failed before");
    await field.fill("users: id (PK), (((");
    await field.press("Control+Enter");
    await expect(
      panel(page)
        .getByText(/^Line 1: /)
        .first(),
    ).toBeVisible();
  });

  await test.step("the saved report is as it was", async () => {
    await page.reload();
    await expect(page.getByText("constraints/unique").first()).toBeVisible();
    await expect(panel(page).getByRole("button", { name: "Prove it" })).toBeVisible();
  });
});

test("a run can be stopped, and begun again", async ({ page }) => {
  await handIn(page, SOUND);
  await page.route(WASM, () => undefined);
  await panel(page).getByRole("button", { name: "Prove it" }).click();
  await expect(panel(page).getByRole("progressbar")).toBeVisible();
  await panel(page).getByRole("button", { name: "Stop" }).click();
  await expect(panel(page).getByText("Stopped.")).toBeVisible();
  await page.unroute(WASM);
  await panel(page).getByText("Change the design and run it again").click();
  await panel(page).getByRole("button", { name: "Run again", exact: true }).click();
  await expectDone(page);
  await expect(page.locator('[data-verdict="fails"]')).toHaveCount(0);
});

test("the bench takes any design and one's own questions", async ({ page }) => {
  await page.goto("/bench");
  await expectAccessible(page);
  await page.getByLabel("Problem").selectOption("auction");
  await expect(page).toHaveURL(/scenario=auction/);
  await expect(page.getByRole("textbox", { name: "Design" })).toHaveValue(/index bids\(/);

  await test.step("a question that is served, and one that is not", async () => {
    await page
      .getByRole("textbox", { name: "Questions of your own" })
      .fill("# bids above a price\nfind bid\nrange amount > a\norder amount\nlimit 10\n\nfind bidd\n");
    await page.getByRole("button", { name: "Run it" }).click();
    await expect(page.getByText(/^Line 7: /)).toBeVisible();
    await expect(claim(page, "own-1")).toHaveAttribute("data-verdict", "fails", { timeout: 60_000 });
    await expectDone(page);
    await expect(claim(page, "own-1")).toContainText("bids above a price");
    await expect(claim(page, "highest-bid")).toHaveAttribute("data-verdict", "holds");
    await expectAccessible(page);
  });

  await test.step("an index for it", async () => {
    const design = page.getByRole("textbox", { name: "Design" });
    await design.fill(`${(await design.inputValue()).trimEnd()}\nindex bids(amount)\n`);
    await design.press("Control+Enter");
    await expect(claim(page, "own-1")).toHaveAttribute("data-verdict", "holds", { timeout: 30_000 });
  });

  await test.step("an empty sheet says what is missing", async () => {
    await page.getByLabel("Begin with").selectOption({ label: "An empty sheet" });
    await expect(page.getByText("Nothing was run yet.")).toBeVisible();
    await page.getByRole("button", { name: "Run it" }).click();
    await expect(page.getByText("There is no table yet.")).toBeVisible();
  });
});

test("where the grader and PostgreSQL differ, the page says so, with the case to copy", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await handIn(page, SOUND);
  await page.evaluate(() => {
    const difference = {
      id: "highest-bid",
      kind: "pattern",
      graded: "missed",
      proved: "holds",
      rule: "indexes/unserved",
    };
    const Real = window.Worker;
    window.Worker = class extends Real {
      override addEventListener(type: string, listener: EventListener) {
        super.addEventListener(type, (event) => {
          const data = event instanceof MessageEvent ? event.data : null;
          const isLast = data?.kind === "done";
          const differences = [{ ...difference, why: "The work does not grow." }];
          listener(isLast ? new MessageEvent("message", { data: { ...data, differences } }) : event);
        });
      }
    };
  });
  await panel(page).getByRole("button", { name: "Prove it" }).click();
  await expectDone(page);
  const note = panel(page).getByRole("status").filter({ hasText: "The grader and PostgreSQL differ here" });
  await expect(note).toContainText("Believe PostgreSQL");
  await expectAccessible(page);
  await note.getByRole("button", { name: "Copy the case" }).click();
  await expect(note.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const words of ["Scenario: auction", "indexes/unserved", "SELECT * FROM bids", "users:"])
    expect(copied).toContain(words);
});

test.describe("where PostgreSQL cannot be had, the page says why and the report stands", () => {
  test.use({ expected: [/Failed to load resource/] });

  const prove = async (page: Page) => panel(page).getByRole("button", { name: "Prove it" }).click();

  async function expectFault(page: Page, title: string): Promise<void> {
    await expect(panel(page).getByRole("alert")).toContainText(title, { timeout: 30_000 });
    await expect(page.getByRole("heading", { name: "Your answer", exact: true })).toBeVisible();
    await expectAccessible(page);
  }

  test("the file is not there; a second press fetches it", async ({ page }) => {
    await handIn(page, SOUND);
    await page.route(WASM, (route) => route.abort());
    await prove(page);
    await expectFault(page, "PostgreSQL could not be fetched");
    await page.unroute(WASM);
    await panel(page).getByRole("button", { name: "Try again" }).click();
    await expectDone(page);
  });

  test("something else comes in its place", async ({ page }) => {
    await handIn(page, SOUND);
    await page.route(WASM, (route) =>
      route.fulfill({ contentType: "text/html", body: "<p>Sign in to this network</p>" }),
    );
    await prove(page);
    await expectFault(page, "What came was not PostgreSQL");
  });

  test("it was cut short", async ({ page }) => {
    await handIn(page, SOUND);
    await page.route(WASM, (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm\x01" }));
    await prove(page);
    await expectFault(page, "PostgreSQL did not start");
  });

  test("its worker is blocked", async ({ page }) => {
    await handIn(page, SOUND);
    await page.evaluate(() => {
      const Real = window.Worker;
      window.Worker = class extends Real {
        constructor(_url: string | URL, options?: WorkerOptions) {
          super("/no-such-script.js", options);
        }
      };
    });
    await prove(page);
    await expectFault(page, "The program that runs PostgreSQL was not let in");
  });

  test("the browser has no WebAssembly", async ({ page }) => {
    await handIn(page, SOUND);
    await page.evaluate(() => Reflect.deleteProperty(window, "WebAssembly"));
    await prove(page);
    await expectFault(page, "This browser cannot run a PostgreSQL");
  });

  test("it hangs", async ({ page }) => {
    await handIn(page, SOUND);
    await page.clock.install();
    await page.route(WASM, () => undefined);
    await prove(page);
    await expect(panel(page).getByRole("progressbar")).toBeVisible();
    await page.clock.runFor(31_000);
    await expectFault(page, "PostgreSQL fell silent");
  });
});
