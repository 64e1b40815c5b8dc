/**
 * `npm run bench:review-page [-- rounds]`: the review page in a real Chromium, against the production build; a new guest each round.
 * `script`: kilobytes of JavaScript, gzipped, that the page names, of which an empty page of Next is 138. `LCP`: milliseconds to the
 * largest paint, nothing throttled, nothing kept; `plain`: the same of a page that shows three sentences, which is what the machine gives. Of thirty cards: `frames` from the key of a rating until the next card stands in
 * the document (1: the very next one that is drawn), `handled`: milliseconds that the page works on that key, by the Event Timing
 * of the browser, and `painted`: from the key to the frame that shows the next card, which at 60 Hz may wait 17 for its turn.
 */
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { figureHead, figureLine, onServer } from "./served";

const ROUNDS = Number(process.argv[2] ?? 3);
const CARDS = 30;
const GOALS = { script: 172, LCP: 350, plain: 350, frames: 1, handled: 8, painted: 33 };
type Figure = keyof typeof GOALS;
const isFigure = (name: string): name is Figure => name in GOALS;
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

declare global {
  var reviewTimes: Watched | undefined;
}

/** Runs in the page before all else: notes when each rating's next card stands there, and when it is painted. */
function watch(): void {
  const watched: Watched = { frames: [], painted: [], handled: [], lcp: 0 };
  globalThis.reviewTimes = watched;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  // TypeScript's own types do not know the threshold yet.
  const keys = { type: "event", durationThreshold: 16, buffered: true };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceEventTiming) || entry.name !== "keydown") continue;
      watched.handled.push(entry.processingEnd - entry.processingStart);
    }
  }).observe(keys);
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

async function readWatched(page: Page): Promise<Watched> {
  const watched = await page.evaluate(() => globalThis.reviewTimes);
  if (!watched) throw new Error("nothing was watched on this page");
  return watched;
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

const WIDTH = 10;

await onServer("/review", async (browser, address) => {
  const rounds: Figures[] = [];
  for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round(browser, address));
  process.stdout.write(figureHead("", WIDTH));
  for (const figure of Object.keys(GOALS).filter(isFigure)) {
    const values = rounds.flatMap((one) => one[figure]);
    process.stdout.write(figureLine(figure, values, GOALS[figure], WIDTH));
  }
});
