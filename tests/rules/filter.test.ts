import { expect, test } from "vitest";
import { filterRules, type RuleLine } from "@/components/rules/filter";
import { STORE_TYPES } from "@/lib/design";

const RULES: readonly RuleLine[] = [
  {
    id: "keys/missing",
    dimension: "keys",
    title: "Give it a key",
    asks: "Does each table have one?",
    stores: STORE_TYPES,
  },
  { id: "graph/not-needed", dimension: "graph", title: "No graph", asks: "Is it one hop?", stores: ["graph"] },
];

for (const [words, store, expected] of [
  ["", null, ["keys/missing", "graph/not-needed"]],
  ["KEY table", null, ["keys/missing"]],
  ["hop graph", null, ["graph/not-needed"]],
  ["graph", null, ["keys/missing", "graph/not-needed"]],
  ["", "document", ["keys/missing"]],
  ["one", "graph", ["keys/missing", "graph/not-needed"]],
  ["nonsense", null, []],
] as const) {
  test(`${words || "nothing"} in ${store ?? "every store"}`, () =>
    expect(filterRules(RULES, { words, store }).map(({ id }) => id)).toEqual(expected));
}
