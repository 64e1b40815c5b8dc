/**
 * `npm run bench:proof-page [-- rounds]`: the auction's first model answer on the bench page, in a real Chromium, against the production build.
 * Milliseconds from the press of the button. `cold`: nothing fetched yet, a new browser profile each round. `again`: the same design, rows kept.
 * `rows`: a column more, so that one table is filled anew. `index`: one index changed. `blocked`: the most
 * that the page's own thread computed at a stretch, by its own clock of the processor: what else the machine does is not in it.
 */
import type { Browser, Page } from "@playwright/test";
import { figureHead, figureLine, onServer } from "./served";

const ROUNDS = Number(process.argv[2] ?? 5);
const GOALS = {
  "first verdict, cold": 6_000,
  "all, cold": 8_000,
  again: 3_000,
  rows: 3_000,
  index: 1_500,
  blocked: 100,
};
type Figure = keyof typeof GOALS;
const isFigure = (name: string): name is Figure => name in GOALS;

const design = (page: Page) => page.getByRole("textbox", { name: "Design" });

interface Timed {
  readonly first: number;
  readonly all: number;
}

/** Presses the button, and looks at each frame for the first and the last verdict. */
function runAndWatch(): Promise<Timed> {
  const began = performance.now();
  const now = () => performance.now() - began;
  let first = 0;
  const phase = () => document.querySelector("[data-proof-phase]")?.getAttribute("data-proof-phase");
  for (const button of document.querySelectorAll("button")) if (button.textContent === "Run it") button.click();
  return new Promise((resolve, reject) => {
    const look = () => {
      if (first === 0 && document.querySelector("[data-verdict]")) first = now();
      if (phase() === "failed") reject(new Error("the proof failed"));
      else if (phase() === "done") resolve({ first, all: now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Runs what is written, and says how long it took. */
function run(page: Page): Promise<Timed> {
  return page.evaluate(runAndWatch);
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Time of the thread on the processor, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Playwright says too little of what a trace holds. */
function isTraceEvent(event: unknown): event is TraceEvent {
  if (typeof event !== "object" || event === null) return false;
  return "name" in event && "pid" in event && typeof event.pid === "number" && "tid" in event;
}

/** Traces the browser until the returned function is called; that gives the page's longest task, in milliseconds on the processor. */
async function traceTasks(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }: { readonly value: readonly unknown[] }) =>
    events.push(...value.filter(isTraceEvent)),
  );
  const traceConfig = { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] };
  await session.send("Tracing.start", { traceConfig, transferMode: "ReportEvents" });
  return async () => {
    const ended = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await ended;
    const main = events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
    const isPage = ({ pid, tid }: TraceEvent) => main.some((one) => one.pid === pid && one.tid === tid);
    return Math.max(...events.filter(isPage).map(({ tdur = 0 }) => tdur / 1000));
  };
}

async function change(page: Page, from: RegExp, to: string): Promise<void> {
  await design(page).fill((await design(page).inputValue()).replace(from, to));
}

async function round(browser: Browser, address: string): Promise<Readonly<Record<Figure, number>>> {
  const context = await browser.newContext();
  /** What tsx wraps functions in; the page does not have it. */
  await context.addInitScript("globalThis.__name = (named) => named");
  const page = await context.newPage();
  await page.goto(address);
  await design(page).waitFor();
  await page.waitForLoadState("networkidle");
  const longest = await traceTasks(page);
  const cold = await run(page);
  const again = await run(page);
  await change(page, /description/, "description, weight int");
  const rows = await run(page);
  await change(page, /^index bids\(auction_id, amount desc\).*$/m, "");
  const index = await run(page);
  const blocked = await longest();
  await context.close();
  return {
    "first verdict, cold": cold.first,
    "all, cold": cold.all,
    again: again.all,
    rows: rows.all,
    index: index.all,
    blocked,
  };
}

const WIDTH = 22;

await onServer("/bench?scenario=auction", async (browser, address) => {
  const rounds: Readonly<Record<Figure, number>>[] = [];
  for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round(browser, address));
  process.stdout.write(figureHead("ms", WIDTH));
  for (const figure of Object.keys(GOALS).filter(isFigure)) {
    const values = rounds.map((one) => one[figure]);
    process.stdout.write(figureLine(figure, values, GOALS[figure], WIDTH));
  }
});
