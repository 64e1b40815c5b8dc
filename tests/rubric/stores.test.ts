import { describe, expect, it } from "vitest";
import { gradeSheet } from "@/lib/practice";
import { findBundle } from "@/lib/scenario/load";

const scenario = findBundle("auction")?.scenario;

describe("a store whose designs have no rules yet", () => {
  it.each(["MongoDB", "document", "Redis", "Cassandra", "Neo4j"])(
    "%s is graded by its decisions alone, and says so",
    (store) => {
      if (!scenario) throw new Error("there is an auction");
      const text = `---\nscenario: auction\nstore: ${store}\nvolume: sharded\n---\nauctions: _id (PK), bids [ { amount } ]`;
      const report = gradeSheet({ text, scenario, teaches: new Map() });
      expect(report.score).toBeLessThanOrEqual(60);
      expect(report.patterns).toEqual([]);
      expect(new Set(report.findings.map((one) => one.dimension))).toEqual(new Set(["factors", "database"]));
      expect(report.diagnostics[0]?.message).toContain("only the decisions are graded");
    },
  );
});
