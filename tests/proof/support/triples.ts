/** Random tables with indexes, and access patterns put to them: what the static analysis is compared with PostgreSQL on. */
import { align } from "@/lib/align";
import { randomFrom } from "@/lib/chance";
import { aDesign, aKey, anAttribute, anIndex, aTable, type Design } from "@/lib/design";
import { type Pattern, patternSchema, type Scenario, scenarioSchema } from "@/lib/scenario";

/** One of each kind of fact; `kind` and `tone` repeat, `code` is unique, `batch` has a few rows each, `made_at` hardly repeats. */
const ATTRIBUTES = {
  kind: {},
  tone: {},
  status: { facts: ["few-values"], values: ["open", "held", "closed"] },
  grade: { facts: ["few-values"], type: "number" },
  code: { facts: ["unique"] },
  batch: { facts: ["bounded"], type: "number" },
  made_at: { facts: ["near-unique"], type: "time" },
  weight: { type: "number" },
} as const;

const TYPES: Readonly<Record<keyof typeof ATTRIBUTES, string>> = {
  kind: "integer",
  tone: "text",
  status: "text",
  grade: "smallint",
  code: "text",
  batch: "bigint",
  made_at: "timestamptz",
  weight: "integer",
};

type Name = keyof typeof ATTRIBUTES;
const NAMES = Object.keys(ATTRIBUTES) as readonly Name[];

export interface TripleSet {
  readonly design: Design;
  readonly scenario: Scenario;
  readonly patterns: readonly Pattern[];
}

class Draw {
  constructor(private readonly random: () => number) {}

  chance(p: number): boolean {
    return this.random() < p;
  }

  one<T>(items: readonly [T, ...T[]]): T {
    return items[Math.floor(this.random() * items.length)] ?? items[0];
  }

  some<T>(items: readonly T[], count: number): readonly T[] {
    const left = [...items];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(Math.floor(this.random() * left.length), 1),
    ).flat();
  }
}

function drawPattern(draw: Draw, at: number): Pattern {
  const equal = draw.some(["kind", "tone", "status", "grade", "code", "batch"] as const, draw.one([0, 1, 1, 1, 2, 2]));
  const sorted = draw.one(["made_at", "weight"]);
  const hasOrder = draw.chance(0.65);
  const hasRange = draw.chance(0.3);
  const where = equal.map((name) => (name === "status" ? "status = open" : name));
  const step = {
    find: "thing",
    where,
    ...(hasRange
      ? {
          range: `${draw.chance(0.8) || !hasOrder ? sorted : draw.one(["made_at", "weight"])} ${draw.one(["<", ">"])} t`,
        }
      : {}),
    ...(hasOrder ? { order: `${sorted}${draw.chance(0.5) ? " desc" : ""}` } : {}),
    ...(draw.chance(0.6) || (where.length === 0 && !hasRange) ? { limit: draw.one([1, 10, 50]) } : {}),
  };
  return patternSchema.parse({ id: `p${at}`, heat: "hot", asks: "?", words: "?", steps: [step] });
}

function drawIndex(draw: Draw) {
  const columns = draw.some(NAMES, draw.one([1, 2, 2, 3]));
  const partial = draw.chance(0.1);
  return anIndex(
    columns.filter((name) => !partial || name !== "status" || columns.length === 1),
    {
      columns: columns.map((path) => ({ path, direction: draw.chance(0.3) ? ("desc" as const) : ("asc" as const) })),
      where: partial ? "status = 'open'" : null,
    },
  );
}

const STORE = { fit: "fine", why: "?" } as const;

function scenarioOf(patterns: readonly Pattern[]): Scenario {
  return scenarioSchema.parse({
    slug: "things",
    title: "Things",
    summary: "?",
    minutes: 10,
    difficulty: "core",
    entities: { thing: { attributes: ATTRIBUTES } },
    relations: [],
    invariants: [],
    patterns,
    volume: { expected: "single", words: "?", why: "?", shard: {} },
    consistency: [],
    stores: { relational: STORE, document: STORE, "key-value": STORE, "wide-column": STORE, graph: STORE },
  });
}

/** One table with some indexes, and `count` patterns that are asked of it. The same seed gives the same. */
export function drawTriples(seed: number, count: number): TripleSet {
  const draw = new Draw(randomFrom(`${seed}`));
  const patterns = Array.from({ length: count }, (_, at) => drawPattern(draw, at));
  const indexes = Array.from({ length: draw.one([1, 2, 2, 3]) }, () => drawIndex(draw));
  const table = aTable("things", {
    attributes: [
      anAttribute("id", { type: "bigint" }),
      ...NAMES.map((name) => anAttribute(name, { type: TYPES[name] })),
    ],
    keys: [aKey(["id"], { primary: true })],
    indexes,
  });
  return { design: aDesign({ tables: [table] }), scenario: scenarioOf(patterns), patterns };
}

export function alignTriples({ design, scenario }: TripleSet) {
  return align(design, scenario, "relational", "PostgreSQL");
}
