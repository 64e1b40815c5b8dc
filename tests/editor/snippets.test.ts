import { describe, expect, test } from "vitest";
import { SNIPPETS, snippetsFor } from "@/components/editor/snippets";
import { STORE_TYPES } from "@/lib/design";
import { readSheet } from "@/lib/notation";

/** The piece as it stands before anything is filled in. */
function plain(template: string): string {
  return template.replace(/#\{([^{}]+)\}/g, "$1");
}

/** Tables that the pieces point at. */
const OTHERS: Readonly<Record<string, string>> = {
  junction: "firsts: id (PK)\nseconds: id (PK)\n",
  index: "table: column\ncollection: column\n",
  "partial index": "table: column\n",
  "unique together": "table: first, second\n",
  check: "table: column\n",
  gsi: "table: id (PK), attribute, sort\n",
  edge: "node From: id (PK)\nnode To: id (PK)\n",
  "index of a label": "node Label: id (PK), property\n",
};

const ALL = STORE_TYPES.flatMap((store) =>
  SNIPPETS[store].map((piece) => [store, piece.label, piece.template] as const),
);

describe("each piece is understood as it stands", () => {
  test.each(ALL)("%s: %s", (_, label, template) => {
    const { value, diagnostics } = readSheet(`---\n---\n${OTHERS[label] ?? ""}${plain(template)}\n`);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { tables, templates, edges } = value.design;
    expect(tables.length + templates.length + edges.length).toBeGreaterThan(0);
  });
});

test("every type of store has pieces, and there are some before one is chosen", () => {
  for (const store of STORE_TYPES) expect(snippetsFor(store).length).toBeGreaterThan(0);
  expect(snippetsFor(null).length).toBeGreaterThanOrEqual(4);
});

test("labels are unique within a store", () => {
  for (const store of STORE_TYPES) {
    const labels = SNIPPETS[store].map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  }
});
