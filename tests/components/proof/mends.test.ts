import { describe, expect, test } from "vitest";
import { mendsOf } from "@/components/proof/mends";
import { readSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import { findBundle } from "@/lib/scenario/load";

const bundle = findBundle("auction");
if (!bundle) throw new Error("no auction");
const { scenario, mistakes } = bundle;

function findingsOf(text: string) {
  return gradeSheet({ text, scenario, teaches: new Map() }).findings;
}

function mends(text: string) {
  return mendsOf(text, readSheet(text).value.design.dialect, findingsOf(text));
}

const flawed = (file: string) => {
  const found = mistakes.find((one) => one.file === file);
  if (!found) throw new Error(`no ${file}`);
  return found.text;
};

const isMet = (text: string, subject: string) =>
  findingsOf(text)
    .filter((finding) => finding.subject === subject)
    .every(({ verdict }) => verdict === "met");

describe("a mend as one press", () => {
  test.each([
    ["indexes-unserved.highest-bid.txt", "highest-bid", "index bids(auction_id, amount)"],
    ["constraints-unique.email.txt", "email-once", "unique users(email)"],
    ["constraints-check.amount.txt", "bid-amount-positive", "check bids(amount > 0)"],
  ])("%s: the sheet with it in place is not faulted for %s any more", (file, subject, words) => {
    const mend = mends(flawed(file)).find((one) => one.subject === subject);
    expect(mend?.words).toBe(words);
    expect(isMet(mend?.text ?? "", subject)).toBe(true);
  });

  test("in SQL it is a statement of SQL's", () => {
    const text = `---
scenario: auction
store: PostgreSQL
---
CREATE TABLE users (id bigint PRIMARY KEY, username text, email text NOT NULL);
CREATE TABLE bids (id bigint PRIMARY KEY, auction_id bigint NOT NULL, bidder_id bigint NOT NULL REFERENCES users (id), amount numeric NOT NULL CHECK (amount > 0), created_at timestamptz);
`;
    const all = mends(text);
    expect(all.map(({ words }) => words)).toContain("unique users(email)");
    for (const { text: mended } of all) expect(readSheet(mended).diagnostics).toEqual(readSheet(text).diagnostics);
    expect(all.find(({ subject }) => subject === "email-once")?.text).toContain(
      "ALTER TABLE users ADD UNIQUE (email);",
    );
    expect(isMet(all.find(({ subject }) => subject === "email-once")?.text ?? "", "email-once")).toBe(true);
  });

  test("it stands above what is said of a second store", () => {
    const text = `${flawed("indexes-unserved.highest-bid.txt").trimEnd()}\n\n== Redis\nsession:{token} -> user_id\n`;
    const [mend] = mends(text).filter(({ subject }) => subject === "highest-bid");
    expect(mend?.text.indexOf("index bids(auction_id, amount)")).toBeLessThan(mend?.text.indexOf("== Redis") ?? 0);
  });

  test("what is right is not mended", () => {
    expect(mends(bundle.answers[0]?.text ?? "")).toEqual([]);
  });
});
