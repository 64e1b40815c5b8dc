/**
 * `npm run bench:reviews [-- rounds]`: reading the queue, rating and undoing, with 100,000 items and 1,000,000 reviews of one
 * person in the database, against 1,000 items and 10,000 reviews; beside them what one commit costs this machine's SQLite.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import Database from "better-sqlite3";
import { registerGuest } from "@/lib/server/accounts/register";
import { closeDatabase } from "@/lib/server/database";
import { measureQueue, readQueue } from "@/lib/server/queue";
import { rate, undo } from "@/lib/server/reviews";
import { seedHistory } from "./history";

const ROUNDS = Number(process.argv[2] ?? 300);
const NOW = Date.UTC(2026, 11, 1, 12);
const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), "cardinality-bench-"));

interface Place {
  readonly name: string;
  readonly file: string;
  readonly person: string;
}

async function make(name: string, items: number, reviews: number): Promise<Place> {
  const file = join(folder, `${name}.db`);
  process.env.DATABASE_URL = `file:${file}`;
  const guest = await registerGuest(NOW - 900 * DAY);
  if (!guest.ok) throw new Error(guest.code);
  await closeDatabase();
  const begun = performance.now();
  seedHistory(file, guest.person.id, { items, reviews, now: NOW });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${name}: ${items} items, ${reviews} reviews, written in ${seconds} s\n`);
  return { name, file, person: guest.person.id };
}

type Act = (place: Place, round: number) => Promise<unknown>;
const last = new Map<string, string>();

async function must(answer: Promise<{ readonly ok: boolean }>): Promise<void> {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given));
}

/** Each round takes the first item of the queue, rates it, and takes every other rating back. */
const ACTS: Readonly<Record<string, Act>> = {
  "count what is due": ({ person }) => measureQueue(person, NOW),
  "read the queue": ({ person }) => readQueue(person, NOW),
  "rate an item": async ({ name, person }, round) => {
    const id = randomUUID();
    last.set(name, id);
    const itemId = targets.get(name)?.[round % ROUNDS] ?? "";
    await must(
      rate(person, { id, itemId, rating: round % 7 === 0 ? 1 : 3, at: NOW + round, elapsed: 5_000 }, NOW + round),
    );
  },
  "undo it": async ({ name, person }, round) => {
    await must(undo(person, last.get(name) ?? "", NOW + round));
  },
};

const targets = new Map<string, readonly string[]>();

/** Items whose time has come, spread over all of them. */
function findTargets({ file, person }: Place): readonly string[] {
  const database = new Database(file, { readonly: true });
  const rows = database
    .prepare<[string, number], { id: string }>(
      `SELECT "kind" || ':' || "ref" AS id FROM "Item" WHERE "personId" = ? AND "phase" = 'review' ORDER BY random() LIMIT ?`,
    )
    .all(person, ROUNDS);
  database.close();
  return rows.map(({ id }) => id);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const ms = (value: number) => value.toFixed(2).padStart(7);

async function measure(places: readonly Place[]): Promise<void> {
  const times = new Map<string, number[]>();
  // The same round of both, one after the other: what else the machine does falls on both.
  for (let round = 0; round < ROUNDS + WARM; round++) {
    for (const place of places) {
      process.env.DATABASE_URL = `file:${place.file}`;
      for (const [act, run] of Object.entries(ACTS)) {
        const begun = performance.now();
        await run(place, round);
        const key = `${act} ${place.name}`;
        if (round >= WARM) times.set(key, [...(times.get(key) ?? []), performance.now() - begun]);
      }
    }
  }
  process.stdout.write(
    `\n${"milliseconds".padEnd(20)}${places.map(({ name }) => `${name.padStart(8)} p50     p99`).join("   ")}   ratio p50  p99\n`,
  );
  for (const act of Object.keys(ACTS)) {
    const of = ({ name }: Place) => times.get(`${act} ${name}`) ?? [];
    const cells = places.map(
      (place) => `${" ".repeat(5)}${ms(quantile(of(place), 0.5))} ${ms(quantile(of(place), 0.99))}`,
    );
    const [small, large] = places.map(of);
    const ratio = (share: number) => (quantile(large ?? [], share) / quantile(small ?? [], share)).toFixed(2);
    process.stdout.write(`${act.padEnd(20)}${cells.join("   ")}       ${ratio(0.5)}  ${ratio(0.99)}\n`);
  }
}

const WARM = 30;

/** What the machine itself needs to put one small change safely on the disk, by the same settings. */
function measureCommits(): void {
  const database = new Database(join(folder, "raw.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec(
    `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER); CREATE TABLE u (id INTEGER PRIMARY KEY, a TEXT)`,
  );
  const [one, two] = [
    database.prepare("INSERT INTO t (a, b) VALUES (?, ?)"),
    database.prepare("INSERT INTO u (a) VALUES (?)"),
  ];
  const write = database.transaction((round: number) => {
    one.run("x".repeat(300), round);
    two.run("y".repeat(100));
  });
  const times: number[] = [];
  for (let round = 0; round < 1000; round++) {
    const begun = performance.now();
    write.immediate(round);
    times.push(performance.now() - begun);
  }
  database.close();
  process.stdout.write(
    `${"raw commit, 2 rows".padEnd(20)}${" ".repeat(5)}${ms(quantile(times, 0.5))} ${ms(quantile(times, 0.99))}\n`,
  );
}

/** Every statement of a queue, a rating and an undoing, with the way that SQLite takes. */
async function showPlans({ file, person, name }: Place): Promise<void> {
  const sent = new Set<string>();
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = new Proxy(prepare, {
    apply(target, self, given: [sql: string]) {
      sent.add(given[0]);
      return Reflect.apply(target, self, given);
    },
  });
  process.env.DATABASE_URL = `file:${file}`;
  for (const run of Object.values(ACTS)) await run({ file, person, name }, 0);
  Database.prototype.prepare = prepare;
  const database = new Database(file, { readonly: true });
  process.stdout.write("\nplans\n");
  for (const sql of [...sent].filter((text) => /^\s*(select|insert|update)\b/i.test(text))) {
    const values = Array.from(sql.matchAll(/\?/g), () => 1);
    const plan = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    process.stdout.write(
      `  ${sql
        .replace(/\s+/g, " ")
        .replace(/`main`\./g, "")
        .slice(0, 110)}\n`,
    );
    for (const { detail } of plan) process.stdout.write(`      ${detail}\n`);
  }
  database.close();
}

try {
  const small = await make("small", 1_000, 10_000);
  const large = await make("large", 100_000, 1_000_000);
  for (const place of [small, large]) targets.set(place.name, findTargets(place));
  await measure([small, large]);
  measureCommits();
  await showPlans(large);
} finally {
  for (const name of ["small", "large"]) {
    process.env.DATABASE_URL = `file:${join(folder, `${name}.db`)}`;
    await closeDatabase();
  }
  rmSync(folder, { recursive: true, force: true });
}
