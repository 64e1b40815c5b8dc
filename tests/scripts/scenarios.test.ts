import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { command, lines } from "./commands";

describe("scenarios", () => {
  test("--json: one object a line with entities, attributes, patterns and invariants", () => {
    const { code, out, err } = command("scenarios", ["--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const listed = lines(out).map((line) => JSON.parse(line));
    expect(listed.map(({ slug }) => slug)).toEqual(readdirSync("content/scenarios").sort());
    const auction = listed.find(({ slug }) => slug === "auction");
    expect(auction.entities).toContainEqual(
      expect.objectContaining({ name: "bid", attributes: ["amount", "created_at"] }),
    );
    expect(auction.patterns.map(({ id }: { id: string }) => id)).toContain("highest-bid");
    expect(auction.invariants.map(({ id }: { id: string }) => id)).toContain("bid-amount-positive");
  });

  test("without --json it is a list for people, with every id in it", () => {
    const { code, out } = command("scenarios", []);
    expect(code).toBe(0);
    for (const id of ["auction", "bid(amount, created_at)", "highest-bid", "bid-amount-positive"])
      expect(out).toContain(id);
  });

  test.each([["--jason"], ["auction"]])("%s: exit 2 and one line", (word) => {
    const { code, out, err } = command("scenarios", [word]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain(word);
  });
});
