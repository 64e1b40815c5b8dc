import fc from "fast-check";
import { graphOf } from "@/components/diagram/graph/graph";
import type { DiagramGraph, DiagramNode } from "@/components/diagram/graph/model";
import { type Answer, aDesign, aKey, anAttribute, anEdge, aReference, aTable, NO_DECISIONS } from "@/lib/design";
import { readSheet } from "@/lib/notation";

/** A sheet with a store and a body. */
export function sheet(body: string, store = "PostgreSQL"): string {
  return `---\nstore: ${store}\n---\n${body}`;
}

export function drawn(body: string, store?: string): DiagramGraph {
  return graphOf(readSheet(sheet(body, store)).value);
}

/** The box of this title; the test fails where there is none. */
export function box({ nodes }: DiagramGraph, title: string): DiagramNode {
  const node = nodes.find((one) => one.title === title);
  if (!node) throw new Error(`No box is called ${title}.`);
  return node;
}

/** Edges in words: `bids o< || users`, the end at the one that refers first. */
export function edgesInWords({ nodes, edges }: DiagramGraph): readonly string[] {
  const end = (one: { many: boolean; optional: boolean } | null) =>
    one ? `${one.optional ? "o" : "|"}${one.many ? "<" : "|"}` : "";
  return edges.map(({ from, to, kind, fromEnd, toEnd, dashed, words }) =>
    [
      nodes[from]?.title,
      end(fromEnd),
      kind === "reference" ? (dashed ? "--" : "==") : kind,
      ...words,
      end(toEnd),
      nodes[to]?.title,
    ]
      .filter((word) => word !== "")
      .join(" "),
  );
}

const COLUMNS = ["id", "name", "other_id", "a_rather_long_name_of_a_column", "created_at", "用户"];

/** Designs in which anything refers to anything: itself, in circles, twice, across stores, and to what is not there. */
export const tangles: fc.Arbitrary<Answer> = fc
  .record({
    sizes: fc.array(fc.record({ columns: fc.integer({ min: 0, max: 6 }), section: fc.boolean() }), { maxLength: 12 }),
    links: fc.array(fc.tuple(fc.nat(13), fc.nat(13), fc.constantFrom("FK", "ref", "copy", "edge")), { maxLength: 20 }),
  })
  .map(({ sizes, links }) => {
    const tables = sizes.map(({ columns, section }, i) => {
      const own = links.filter(([from]) => from === i);
      return aTable(`table_${i}`, {
        section: section && i % 3 === 0 ? 0 : null,
        keys: [aKey(["id"], { primary: true })],
        attributes: [
          ...COLUMNS.slice(0, columns).map((name) => anAttribute(name)),
          ...own
            .filter(([, , kind]) => kind === "copy")
            .map(([, to]) => anAttribute(`copy_${to}`, { copyOf: { table: `table_${to}`, column: "name" } })),
        ],
        references: own
          .filter(([, , kind]) => kind === "FK" || kind === "ref")
          .map(([, to, kind]) => aReference(["other_id"], `table_${to}`, { enforced: kind === "FK" })),
      });
    });
    const edges = links
      .filter(([, , kind]) => kind === "edge")
      .map(([from, to], i) => anEdge(`KNOWS_${i}`, `table_${from}`, `table_${to}`));
    const sections = [{ kind: "section", engine: "Redis", span: { start: 0, end: 0 } } as const];
    return { decisions: NO_DECISIONS, design: aDesign({ tables, edges, sections }) };
  });
