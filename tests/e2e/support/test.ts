import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

/** A page that fails its test where the browser reports an error: in the console, uncaught, or as a refused resource. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context }, use) => {
      const errors: string[] = [];
      const watch = (page: Page) => {
        page.on("pageerror", (error) => errors.push(`uncaught on ${page.url()}: ${error.message}`));
        page.on("console", (message) => {
          if (message.type() === "error") errors.push(`console on ${page.url()}: ${message.text()}`);
        });
      };
      for (const page of context.pages()) watch(page);
      context.on("page", watch);
      await use(undefined);
      expect(errors, "errors that the browser reported").toEqual([]);
    },
    { auto: true },
  ],
});

/** Everything that axe finds on the page as it stands, by rule and element; empty is what every page must show. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} — ${node.failureSummary ?? ""}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

export { expect };
