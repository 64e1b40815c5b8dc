import { expect, test } from "vitest";
import { caseText } from "@/components/proof/case-text";
import type { Difference, Proof } from "@/lib/proof";
import { findBundle } from "@/lib/scenario/load";

const bundle = findBundle("auction");
if (!bundle) throw new Error("no auction");
const text = bundle.answers[0]?.text ?? "";
const difference: Difference = {
  id: "highest-bid",
  kind: "pattern",
  graded: "met",
  proved: "fails",
  rule: "indexes/unserved",
  why: "The work grows.",
};
const proof: Proof = {
  id: "highest-bid",
  kind: "pattern",
  claim: "",
  verdict: "fails",
  why: "The work grows.",
  gap: null,
  evidence: {
    kind: "query",
    sql: "SELECT * FROM bids",
    key: "hot",
    rows: { small: 10, large: 80 },
    buffers: { small: 1, large: 8 },
    found: { small: 1, large: 1 },
    by: null,
    words: "",
    plan: "Seq Scan on bids",
  },
};

test("a case holds all that is needed to see it again", () => {
  const whole = caseText({ text, scenario: bundle.scenario, questions: "find bid" }, difference, proof);
  const needed = [
    "auction",
    "indexes/unserved",
    "met",
    "fails",
    "SELECT * FROM bids",
    "rows 10, 80",
    "Seq Scan",
    "find bid",
  ];
  for (const words of needed) expect(whole).toContain(words);
  expect(whole).toContain(text.trimEnd());
});
