import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 3399);
/** Where the server's database lies: made once, and known to the workers too, which write a history into it. */
process.env.E2E_FOLDER ??= mkdtempSync(join(tmpdir(), "cardinality-e2e-"));
const isRoot = process.getuid?.() === 0;

/** Chromium alone, quiet: no calls home, and no sandbox where the account is root and there can be none. */
const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH,
  args: [
    ...(isRoot ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 }, launchOptions };
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, launchOptions };

/** The journey runs in all four looks. What else there is runs in two: it is the same in either theme, whose contrast unit tests hold. */
const IN_ALL_LOOKS = "**/journey.spec.ts";
/** PostgreSQL and the worker of reviews, the rules' texts and refusals are the same on a phone, and minutes of the gate. */
const DESKTOP_ONLY = "**/{proof,offline,rules,refusals}.spec.ts";

/** What only those meet who write by touch. */
const TOUCH = /@touch/;
/** What is done by keys alone, and what has the same page on a phone as another test: files, undo, the editor's reading. */
const DESK = /@desk/;

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/e2e",
  reporter: [["line"], ["json", { outputFile: "test-results/e2e.json" }]],
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A shared machine may stall for seconds: there a test that fails is tried again, and the report says that it was.
  retries: process.env.CI === undefined ? 0 : 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    actionTimeout: 20_000,
    // A trace of every test costs a third of the time; what fails where it is tried again leaves one.
    trace: process.env.CI === undefined ? "retain-on-failure" : "on-first-retry",
    screenshot: "only-on-failure",
    contextOptions: { reducedMotion: "reduce" },
  },
  projects: [
    { name: "desktop-light", grepInvert: TOUCH, use: { ...desktop, colorScheme: "light" } },
    { name: "desktop-dark", testMatch: IN_ALL_LOOKS, use: { ...desktop, colorScheme: "dark" } },
    { name: "phone-light", testMatch: IN_ALL_LOOKS, use: { ...phone, colorScheme: "light" } },
    { name: "phone-dark", testIgnore: DESKTOP_ONLY, grepInvert: DESK, use: { ...phone, colorScheme: "dark" } },
  ],
  webServer: {
    command: "node tests/e2e/support/server.mjs",
    url: `http://localhost:${port}`,
    env: { E2E_PORT: String(port), E2E_FOLDER: process.env.E2E_FOLDER },
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    stdout: "pipe",
  },
});
