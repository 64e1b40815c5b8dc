import { expect, test } from "vitest";
import { align } from "@/lib/align";
import { aDesign, aKey, anAttribute, anIndex, aReference, aTable } from "@/lib/design";
import { Bench, BROWSER_SIZES, type ProofPlan, runProofs } from "@/lib/proof";
import { makePlan } from "@/lib/proof/make-plan";
import { scenarioSchema } from "@/lib/scenario";
import { aDatabase, SLOW } from "./support/database";

const db = aDatabase();
const bench = new Bench(db);

const STORE = { fit: "fine", why: "?" } as const;

/** What a reader's sources wrote: the question gives many values at once, and asks for so many rows of them. */
const feed = (limit: number, order?: string) =>
  scenarioSchema.parse({
    slug: "feeds",
    title: "Feeds",
    summary: "?",
    minutes: 10,
    difficulty: "core",
    entities: {
      source: { attributes: {} },
      follow: { attributes: {} },
      item: { attributes: { made_at: { type: "time" }, weight: { type: "number" } } },
    },
    relations: [
      { from: "item", to: "source", words: "?" },
      { from: "follow", to: "source", words: "?" },
    ],
    invariants: [],
    patterns: [
      {
        id: "feed",
        heat: "hot",
        asks: "?",
        words: "?",
        steps: [
          { find: "follow", where: ["source"] },
          { find: "item", where: ["source in follow.source"], limit, ...(order ? { order } : {}) },
        ],
      },
    ],
    volume: { expected: "single", words: "?", why: "?", shard: {} },
    consistency: [],
    stores: { relational: STORE, document: STORE, "key-value": STORE, "wide-column": STORE, graph: STORE },
  });

function planOf(index: readonly string[], limit: number, order?: string): ProofPlan {
  const column = (name: string, type = "bigint") => anAttribute(name, { type });
  const toSource = aReference(["source_id"], "sources", { target: { table: "sources", columns: ["id"] } });
  const primary = aKey(["id"], { primary: true });
  const design = aDesign({
    tables: [
      aTable("sources", { attributes: [column("id")], keys: [primary] }),
      aTable("follows", {
        attributes: [column("id"), column("source_id")],
        keys: [primary],
        references: [toSource],
        indexes: [anIndex(["source_id"])],
      }),
      aTable("items", {
        attributes: [column("id"), column("source_id"), column("made_at", "timestamptz"), column("weight", "int")],
        keys: [primary],
        references: [toSource],
        indexes: [anIndex([...index])],
      }),
    ],
  });
  return makePlan(align(design, feed(limit, order), "relational", "PostgreSQL"), BROWSER_SIZES);
}

const CASES: readonly (readonly [says: string, index: readonly string[], limit: number, order: string | undefined])[] =
  [
    ["holds", ["source_id"], 500, undefined],
    ["holds", ["source_id", "made_at"], 500, "made_at desc"],
    ["holds", ["source_id", "made_at"], 20, "made_at desc"],
    /** All rows of each source are read and sorted, though fewer than fifty times the limit. */
    ["fails", ["source_id"], 500, "made_at desc"],
    ["fails", ["source_id"], 20, "made_at desc"],
    /** The whole index is gone through for each source: few rows, and many blocks. */
    ["fails", ["made_at", "source_id"], 500, undefined],
    ["fails", ["weight"], 500, undefined],
  ];

test.each(CASES)(
  "many values at once: it %s with an index on %j, limit %i, order %s",
  { timeout: SLOW },
  async (says, index, limit, order) => {
    const [proof] = await runProofs(planOf(index, limit, order), db, bench);
    expect(proof?.verdict, JSON.stringify(proof?.evidence)).toBe(says);
  },
);
