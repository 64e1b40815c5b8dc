/**
 * `npm run bench:review-page [-- rounds]`: the review page in a real Chromium, against the production build; a new guest each round.
 * `script`: kilobytes of JavaScript, gzipped, that the page names, of which an empty page of Next is 138. `LCP`: milliseconds to the
 * largest paint, nothing throttled, nothing kept; `plain`: the same of a page that shows three sentences, which is what the machine gives. Of thirty cards: `frames` from the key of a rating until the next card stands in
 * the document (1: the very next one that is drawn), `handled`: milliseconds that the page works on that key, by the Event Timing
 * of the browser, and `painted`: from the key to the frame that shows the next card, which at 60 Hz may wait 17 for its turn.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../scripts/setup/browser.mjs";
import { claimPort } from "../../scripts/setup/serve.mjs";

const ROUNDS = Number(process.argv[2] ?? 3);
const CARDS = 30;
const GOALS = { script: 172, LCP: 350, plain: 350, frames: 1, handled: 8, painted: 33 };
type Figure = keyof typeof GOALS;
type Figures = Readonly<Record<Figure, readonly number[]>>;

/** What is marked `nomodule` is for browsers that cannot run this page, and is fetched by no other. */
async function scriptSize(page: Page, address: string): Promise<number> {
  const html = await (await page.request.get(address)).text();
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const sizes = await Promise.all(
    [...new Set(tags.map(([, src = ""]) => src))].map(async (src) => {
      const body = await (await page.request.get(new URL(src, address).href)).body();
      return gzipSync(body).length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

interface Watched {
  readonly frames: number[];
  readonly painted: number[];
  readonly handled: number[];
  lcp: number;
}

/** Runs in the page before all else: notes when each rating's next card stands there, and when it is painted. */
function watch(): void {
  const watched: Watched = { frames: [], painted: [], handled: [], lcp: 0 };
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      if (entry.name === "keydown") watched.handled.push(entry.processingEnd - entry.processingStart);
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  const label = () => document.querySelector("article")?.getAttribute("aria-label");
  addEventListener(
    "keydown",
    ({ key, timeStamp }) => {
      if (key !== "1") return;
      const before = label();
      let frames = 0;
      const look = () => {
        frames += 1;
        if (label() === before) return requestAnimationFrame(look);
        watched.frames.push(frames);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => watched.painted.push(performance.now() - timeStamp);
        return port2.postMessage(null);
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}

function readWatched(page: Page): Promise<Watched> {
  return page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
}

async function largestPaint(page: Page): Promise<number> {
  await page.waitForLoadState("networkidle");
  return (await readWatched(page)).lcp;
}

async function round(browser: Browser, address: string): Promise<Figures> {
  const context = await browser.newContext();
  /** What tsx wraps functions in; the page does not have it. */
  await context.addInitScript("globalThis.__name = (named) => named");
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Start with the first cards" }).click();
  await page.locator("[data-awake=true]").waitFor();
  const script = await scriptSize(page, address);
  const plain = await context.newPage();
  await plain.goto(new URL("/offline", address).href);
  const plainPaint = await largestPaint(plain);
  const fresh = await context.newPage();
  await fresh.goto(address);
  await fresh.locator("[data-awake=true]").waitFor();
  const paint = await largestPaint(fresh);
  for (let card = 0; card < CARDS; card += 1) {
    await fresh.keyboard.press("Space");
    await fresh.getByRole("group", { name: "How well did you know it?" }).waitFor();
    await fresh.keyboard.press("1");
    await fresh.getByRole("group", { name: "How well did you know it?" }).waitFor({ state: "hidden" });
  }
  const { frames, painted, handled } = await readWatched(fresh);
  await context.close();
  return { script: [script], LCP: [paint], plain: [plainPaint], frames, painted, handled };
}

function line(figure: Figure, rounds: readonly Figures[]): string {
  const values = rounds.flatMap((one) => one[figure]).toSorted((a, b) => a - b);
  const [median = 0, worst = 0] = [values[Math.floor(values.length / 2)], values.at(-1)];
  const cells = [median, worst, GOALS[figure]].map((value) => String(Math.round(value * 10) / 10).padStart(8));
  return `${figure.padEnd(10)}${cells.join("")}  ${median <= GOALS[figure] ? "met" : "missed"}`;
}

const port = await claimPort(0);
const folder = mkdtempSync(join(tmpdir(), "cardinality-bench-"));
const server = spawn(process.execPath, ["tests/e2e/support/server.mjs"], {
  env: { ...process.env, E2E_PORT: String(port), E2E_FOLDER: folder },
  stdio: ["ignore", "ignore", "inherit"],
});

/** The server answers once it is built and started. */
async function answers(address: string): Promise<void> {
  while (true) {
    const reply = await fetch(address).catch(() => null);
    if (reply?.ok) return;
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

try {
  const address = `http://localhost:${port}/review`;
  await answers(address);
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath: await findBrowser(), args });
  const rounds: Figures[] = [];
  for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round(browser, address));
  await browser.close();
  process.stdout.write(`${"".padEnd(10)}  median   worst    goal\n`);
  for (const figure of Object.keys(GOALS) as Figure[]) process.stdout.write(`${line(figure, rounds)}\n`);
} finally {
  server.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
