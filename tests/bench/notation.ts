/** `npm run bench:notation`: how long reading takes, how it grows, and PostgreSQL's own parser on the same SQL beside it. */
import { loadModule, parseSync } from "libpg-query";
import { type Design, findTable } from "@/lib/design";
import { printAs, readSheet } from "@/lib/notation";

const SEED = `users: id bigint (PK), username varchar(40) (unique, not null), email varchar(255) (unique, not null), created_at timestamptz (not null, default now())
items: id bigint (PK), seller_id bigint (FK -> users.id, not null), title text (not null), description text
auctions: id bigint (PK), item_id bigint (FK -> items.id, unique, not null), starts_at timestamptz, ends_at timestamptz (not null), status text (not null)
bids: id bigint (PK), auction_id bigint (FK -> auctions.id, not null), bidder_id bigint (FK -> users.id, not null), amount numeric(12,2) (not null, check > 0), created_at timestamptz
index bids(auction_id, amount desc)
index auctions(status, ends_at)
`;

/** Many tables: the four of the seed again and again, each set under names of its own. */
function design(tables: number): Design {
  const sheet = Array.from({ length: Math.ceil(tables / 4) }, (_, i) =>
    SEED.replace(/\b(users|items|auctions|bids)\b(?=[.:(])/g, `$1_${i}`),
  ).join("");
  const made = readSheet(sheet).value.design;
  if (!findTable(made, "bids_0")) throw new Error("the seed is not read");
  return { ...made, tables: made.tables.slice(0, tables) };
}

/** The same tables in CQL, which nothing prints: as many columns, keys of two parts, an index. */
function cql(tables: number): string {
  const one = (i: number) => `CREATE TABLE bids_by_auction_${i} (
  auction_id uuid,
  day date,
  placed_at timestamp,
  bidder_id uuid,
  amount decimal,
  tags set<text>,
  note text,
  PRIMARY KEY ((auction_id, day), placed_at, bidder_id)
) WITH CLUSTERING ORDER BY (placed_at DESC, bidder_id ASC) AND default_time_to_live = 86400;
CREATE INDEX bids_by_auction_${i}_bidder ON bids_by_auction_${i} (bidder_id);
`;
  return Array.from({ length: tables }, (_, i) => one(i)).join("\n");
}

interface Timing {
  readonly p50: number;
  readonly p99: number;
}

/** Milliseconds of one call, over about a second of calls; the first ones only warm up. */
function measure(run: () => unknown, most = 2000): Timing {
  for (let i = 0; i < 30; i++) run();
  const taken: number[] = [];
  const end = performance.now() + 1000;
  while (taken.length < most && (taken.length < 30 || performance.now() < end)) {
    const start = performance.now();
    run();
    taken.push(performance.now() - start);
  }
  const sorted = taken.sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

const show = (ms: number) => ms.toFixed(3).padStart(9);
const row = (name: string, { p50, p99 }: Timing) => `${name.padEnd(28)}${show(p50)}${show(p99)}`;

await loadModule();
const out: string[] = [`${"20 tables, ms".padEnd(28)}      p50      p99`];
const twenty = design(20);
const READ = ["shorthand", "sql", "dbml", "cql"] as const;
const textIn = (notation: (typeof READ)[number], tables: number) =>
  notation === "cql" ? cql(tables) : printAs(design(tables), notation);
for (const notation of READ) {
  const text = textIn(notation, 20);
  out.push(
    row(
      `read ${notation} (${(text.length / 1000).toFixed(1)} kB)`,
      measure(() => readSheet(text)),
    ),
  );
}
const sql = printAs(twenty, "sql");
out.push(
  row(
    "libpg-query, the same SQL",
    measure(() => parseSync(sql)),
  ),
);
for (const notation of ["shorthand", "sql", "dbml", "mermaid"] as const) {
  out.push(
    row(
      `print ${notation}`,
      measure(() => printAs(twenty, notation)),
    ),
  );
}

out.push("", `${"growth, ms a table".padEnd(28)}       10      100    1,000   1,000 : 10`);
for (const notation of READ) {
  const each = [10, 100, 1000].map((tables) => {
    const text = textIn(notation, tables);
    return measure(() => readSheet(text), 300).p50 / tables;
  });
  const ratio = (each[2] ?? 0) / (each[0] ?? 1);
  out.push(`${`read ${notation}`.padEnd(28)}${each.map(show).join("")}${ratio.toFixed(2).padStart(12)}`);
}
process.stdout.write(`${out.join("\n")}\n`);
