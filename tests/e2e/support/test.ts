import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

interface Errors {
  /** What the browser may report in this test, because the test asks for it (a page that is not there). */
  readonly expected: readonly RegExp[];
}

interface Fixtures {
  /** Fails the test where a page reports an error: in the console, uncaught, or as a refused resource. */
  readonly watch: (context: BrowserContext) => void;
  /** A page on another device: nothing is shared but the server. */
  readonly elsewhere: Page;
}

export const test = base.extend<Fixtures & Errors>({
  expected: [[], { option: true }],
  watch: [
    async ({ context, expected }, use) => {
      const errors: string[] = [];
      const note = (page: Page, what: string) => {
        if (!expected.some((pattern) => pattern.test(what))) errors.push(`${page.url()}: ${what}`);
      };
      const watch = (watched: BrowserContext) => {
        watched.on("page", (page) => {
          page.on("pageerror", (error) => note(page, error.message));
          page.on("console", (message) => message.type() === "error" && note(page, message.text()));
        });
      };
      watch(context);
      await use(watch);
      expect(errors, "errors that the browser reported").toEqual([]);
    },
    { auto: true },
  ],
  elsewhere: async ({ browser, watch }, use) => {
    const context = await browser.newContext();
    watch(context);
    await use(await context.newPage());
    await context.close();
  },
});

/** Fails, and goes on, where axe finds anything on the page as it stands, or the page scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  // Legacy: in the page itself. The other way opens a page for each look, which frames of another origin would need; there are none.
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
  );
  expect.soft(found, `axe on ${page.url()}`).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(wide, `pixels that ${page.url()} scrolls sideways`).toBe(0);
}

export { expect };
