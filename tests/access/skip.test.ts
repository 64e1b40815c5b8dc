import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { traceAll } from "@/lib/access";
import { align } from "@/lib/align";
import type { StoreType } from "@/lib/design";
import { readSheet } from "@/lib/notation";
import { findBundle } from "@/lib/scenario/load";

/** How the search for free drivers nearby is served by an index that begins with their status. */
function served(answer: string, from: string, to: string, store: StoreType) {
  const text = readFileSync(`content/scenarios/ride-hailing/answers/${answer}.txt`, "utf8");
  expect(text).toContain(from);
  const bundle = findBundle("ride-hailing");
  if (!bundle) throw new Error("the scenario is there");
  const { design } = readSheet(text.replace(from, to)).value;
  const traces = traceAll(align(design, bundle.scenario, store, null));
  return traces.find(({ pattern }) => pattern.id === "nearby-drivers")?.served;
}

test("a state is skipped over though it belongs to another entity of the same table", () => {
  const before = "KEY `nearby` (`h3_cell`, `status`)";
  const after = "KEY `nearby` (`status`, `h3_cell`)";
  expect(served("4-the-drivers-row-guards", before, after, "relational")).toBe("served");
});

test("a document store skips over nothing", () => {
  const [before, after] = ["index drivers(location.cell, status)", "index drivers(status, location.cell)"];
  expect(served("5-documents", before, before, "document")).toBe("served");
  expect(served("5-documents", before, after, "document")).toBe("unserved");
});
