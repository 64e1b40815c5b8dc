import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Bench, type Database } from "@/lib/proof";
import { aDatabase, SLOW } from "./support/database";
import { type Proved, proveText, sheet } from "./support/prove";

const open = aDatabase();
/** The statements that were run since it was last emptied. */
const ran: string[] = [];
const db: Database = {
  exec: (sql) => {
    ran.push(sql);
    return open.exec(sql);
  },
  query: (sql) => {
    ran.push(sql);
    return open.query(sql);
  },
};
const bench = new Bench(db, { remember: true });

const prove = (text: string): Promise<Proved> => proveText(text, db, bench);
const MODEL = sheet("auction/answers/1-relational-surrogate");

describe("a model answer", () => {
  test("holds in all that it claims, and PostgreSQL and the grader agree", { timeout: SLOW }, async () => {
    const { proofs, different } = await prove(MODEL);
    expect(proofs.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(proofs.map(({ id }) => `${id} holds`));
    expect(different).toEqual([]);
  });

  test("an index serves when what is read does not grow", { timeout: SLOW }, async () => {
    const { evidence } = (await prove(MODEL)).of("highest-bid");
    expect(evidence).toMatchObject({
      kind: "query",
      sql: "SELECT * FROM bids WHERE auction_id = 0 ORDER BY amount DESC LIMIT 1",
      rows: { small: 1, large: 1 },
      by: "index bids(auction_id, amount desc)",
    });
  });

  test("gives the same evidence to the byte, on tables made anew", { timeout: SLOW }, async () => {
    const once = await proveText(MODEL, db, new Bench(db));
    const again = await proveText(MODEL, db, new Bench(db));
    expect(JSON.stringify(again.proofs)).toBe(JSON.stringify(once.proofs));
  });

  test("keeps its rows where only an index changes", { timeout: SLOW }, async () => {
    const own = new Bench(db);
    await proveText(MODEL, db, own);
    ran.length = 0;
    const changed = await proveText(
      MODEL.replace(/^index bids\(auction_id, amount desc\).*$/m, "index bids(amount)"),
      db,
      own,
    );
    expect(changed.of("highest-bid").verdict).toBe("fails");
    expect(ran.filter((sql) => sql.includes("generate_series"))).toEqual([]);
    expect(ran.filter((sql) => sql.startsWith("CREATE INDEX"))).toHaveLength(2);
  });
});

describe("what a candidate gets wrong", () => {
  test("two accounts get in with one address, and are shown", { timeout: SLOW }, async () => {
    const proof = (await prove(MODEL.replace("email (unique, not null)", "email (not null)"))).of("email-once");
    expect(proof.verdict).toBe("fails");
    expect(proof.evidence).toMatchObject({
      tried: [
        {
          outcome: "accepted",
          rows: [
            { id: "1", email: "email 1" },
            { id: "2", email: "email 1" },
          ],
        },
      ],
    });
  });

  test("a key that refuses is no unique: the code alone proves nothing", { timeout: SLOW }, async () => {
    const { of } = await prove(MODEL.replace("email (unique, not null)", "email (not null)"));
    expect(of("email-once").evidence).toMatchObject({ tried: [{ good: false }] });
  });

  test("a reference that points elsewhere takes a stranger’s key", { timeout: SLOW }, async () => {
    const proof = (await prove(MODEL.replace("auction_id (FK -> auctions.id", "auction_id (FK -> users.id"))).of(
      "bid-has-auction",
    );
    expect(proof).toMatchObject({ verdict: "fails", why: "PostgreSQL took a bid of an auction that is not there." });
  });

  test("an index with its columns the wrong way round reads eight times as much", { timeout: SLOW }, async () => {
    const swapped = MODEL.replace("index bids(auction_id, created_at desc)", "index bids(created_at desc, auction_id)");
    const proof = (await prove(swapped)).of("bid-history");
    expect(proof.verdict).toBe("fails");
    const { evidence } = proof;
    if (evidence?.kind !== "query") throw new Error("a query was run");
    expect(evidence.buffers.large / evidence.buffers.small).toBeGreaterThan(4);
  });

  test("a unique that forbids what is allowed refuses a second bid", { timeout: SLOW }, async () => {
    const proof = (await prove(`${MODEL}\nunique bids(auction_id, bidder_id)\n`)).of(
      "again bids(auction_id, bidder_id)",
    );
    expect(proof).toMatchObject({ verdict: "fails", evidence: { tried: [{ good: false }] } });
  });
});

test("money as floating point does not add up", { timeout: SLOW }, async () => {
  const proof = (await prove(MODEL.replace("amount numeric", "amount real"))).of("money bids.amount");
  expect(proof).toMatchObject({ verdict: "fails", evidence: { tried: [{ outcome: "999.9029, not 1000" }] } });
});

const RULES =
  /^(constraints-(unique|not-null|check)|indexes-unserved|keys-not-identifying|relationships-(missing|dangling))\./;
const ruleOf = (name: string) => name.split(".")[0];
/** The first of each rule; `MISTAKES=all` takes every one. */
const mistakes = readdirSync("content/scenarios/auction/mistakes")
  .filter((name) => RULES.test(name) && !/document|absent/.test(name))
  .filter((name, index, all) => {
    const first = all.findIndex((other) => ruleOf(other) === ruleOf(name));
    return process.env.MISTAKES === "all" || first === index;
  });

test.each(mistakes)(
  "auction/%s fails on PostgreSQL as well, and nothing is said differently",
  { timeout: SLOW },
  async (name) => {
    const { proofs, different } = await prove(sheet(`auction/mistakes/${name.replace(/\.txt$/, "")}`));
    expect(different).toEqual([]);
    expect(proofs.filter(({ verdict }) => verdict === "fails").length).toBeGreaterThan(0);
  },
);
