/**
 * How long a large import takes, and how long it keeps others waiting: 10,000 cards with 100,000 reviews from an Anki package,
 * into an empty account, once more into the same, and out again.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ExchangeCard, finish, type LoggedReview, writeAnki } from "@/lib/exchange";
import { DEFAULT_SETTINGS, newMemory, type Rating, review } from "@/lib/schedule";
import { registerGuest } from "@/lib/server/accounts/register";
import { closeDatabase } from "@/lib/server/database";
import { sqlite } from "@/lib/server/exchange/drive";
import { exportAnki } from "@/lib/server/exchange/export";
import { exportJson } from "@/lib/server/exchange/export-json";
import { importFile } from "@/lib/server/exchange/import-file";
import { readQueue } from "@/lib/server/queue";

const CARDS = Number(process.env.CARDS ?? 10_000);
const REVIEWS = 10;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 11, 1, 12);
const CLOCK = { zone: "UTC", rollover: 4 };

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

function card(index: number): ExchangeCard {
  const scheduling = {
    policy: "card",
    settings: DEFAULT_SETTINGS,
    clock: CLOCK,
    parameters: null,
    seed: String(index),
    load: null,
  } as const;
  let at = NOW - 300 * DAY + index * 1_009;
  let memory = newMemory(at);
  const log: LoggedReview[] = [];
  for (let turn = 0; turn < REVIEWS; turn++) {
    const rating: Rating = (index + turn) % 9 === 0 ? 1 : 3;
    const before = memory;
    memory = review(before, rating, at, scheduling).memory;
    log.push({ at, rating, elapsed: 4_000, phase: before.phase, due: memory.due, difficulty: memory.difficulty });
    // At least once a month: ten ratings fit into three hundred days.
    at = Math.min(memory.due, at + 30 * DAY) + (index % 7) * 3_600_000 + index;
  }
  const text = {
    front: `What is **thing ${index}**, and what does \`f(${index})\` return?`,
    back: `- one\n- two\n\nand ${index}`,
  };
  return {
    guid: `bench${index}`,
    ordinal: 0,
    deck: `Deck ${index % 20}`,
    kind: "basic",
    ...text,
    tags: ["bench"],
    memory,
    suspended: false,
    position: index,
    log,
  };
}

interface Measured<T> {
  readonly result: T;
  readonly seconds: number;
  /** The longest that the event loop stood still, milliseconds. */
  readonly still: number;
  /** The most memory beside what there was, megabytes. */
  readonly memory: number;
}

/** Does something while a clock ticks beside it. */
async function measure<T>(work: () => Promise<T>): Promise<Measured<T>> {
  const before = process.memoryUsage().rss;
  let [still, most, last] = [0, before, performance.now()];
  const clock = setInterval(() => {
    const now = performance.now();
    still = Math.max(still, now - last - 1);
    most = Math.max(most, process.memoryUsage().rss);
    last = now;
  }, 1);
  const from = performance.now();
  const result = await work();
  clearInterval(clock);
  const mega = 1024 * 1024;
  return {
    result,
    seconds: (performance.now() - from) / 1000,
    still: Math.round(still),
    memory: Math.round((most - before) / mega),
  };
}

function line(what: string, { seconds, still, memory }: Measured<unknown>): void {
  say(
    `${what.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s   ${String(still).padStart(6)} ms still   +${String(memory).padStart(4)} MB`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "cardinality-bench-"));
process.env.DATABASE_URL = `file:${join(folder, "bench.db")}`;
const guest = await registerGuest(NOW - DAY);
if (!guest.ok) throw new Error(guest.code);
const { id } = guest.person;
const collection = { cards: Array.from({ length: CARDS }, (_, index) => card(index)) };
const file = finish(writeAnki(await sqlite(), collection, { now: NOW, clock: CLOCK, settings: DEFAULT_SETTINGS }));
say(`${CARDS} cards, ${CARDS * REVIEWS} reviews, ${(file.length / 1e6).toFixed(1)} MB`);
line("import", await measure(() => importFile(id, file, "bench.apkg", NOW)));
const again = await measure(() => importFile(id, file, "bench.apkg", NOW));
line("import of the same once more", again);
say(JSON.stringify(again.result));
line("next queue", await measure(() => readQueue(id, NOW)));
line("export as an Anki package", await measure(() => exportAnki(id, NOW)));
line("export of everything as JSON", await measure(() => exportJson(id, NOW)));
await closeDatabase();
rmSync(folder, { recursive: true, force: true });
