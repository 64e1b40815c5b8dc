import { z } from "zod";
import { CONSISTENCIES, LEVELS, REASONS, STORE_TYPES, VOLUMES } from "@/lib/design";

/** Ids that stay: lower case, digits, `-` in slugs and ids of patterns and invariants; `_` in names of the data. */
const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case words joined by '-'");
const word = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, "lower-case words joined by '_'");
const prose = z.string().trim().min(1);
/** Words that stand in `brief.md` exactly so (white space aside); findings quote them. */
const quote = prose;

export const FACTS = ["unique", "near-unique", "bounded", "few-values", "mutable", "derived"] as const;

const attributeSchema = z.strictObject({
  /** Other names a person would use, beyond case, plural and separators. */
  synonyms: z.array(word).default([]),
  type: z.enum(["text", "number", "time", "flag", "id", "place", "blob"]).default("text"),
  /** What is true of its values. `bounded`: at most a few rows a value. `few-values`: ten or fewer values in all. */
  facts: z.array(z.enum(FACTS)).default([]),
  /** The legal values, where they are few. */
  values: z.array(z.string()).default([]),
  /** Also sound: these parts in its place (`image_url`, `caption` for `content`). */
  split: z.array(word).default([]),
});

const entitySchema = z.strictObject({
  synonyms: z.array(word).default([]),
  attributes: z.record(word, attributeSchema).default({}),
  /** Attributes and relation roles that identify it together; empty: it has an identity of its own. */
  identity: z.array(word).default([]),
  /** False: a design without it loses nothing (kept elsewhere, or a name on another entity). */
  asked: z.boolean().default(true),
  words: quote.optional(),
});

const relationSchema = z.strictObject({
  from: word,
  to: word,
  /** The role; the id is `from->as`, or `from->to` where there is none. */
  as: word.optional(),
  oneToOne: z.boolean().default(false),
  /** True where there may be none (yet): the column may be null. */
  optional: z.boolean().default(false),
  synonyms: z.array(word).default([]),
  words: quote.optional(),
});

const levelFrom = z.enum(LEVELS).default("mid");
const invariantBase = { id: slug, words: quote, /** Asked from this level on. */ level: levelFrom };

export const invariantSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...invariantBase, kind: z.literal("reference"), relation: z.string() }),
  z.strictObject({
    ...invariantBase,
    kind: z.literal("unique"),
    entity: word,
    /** Attributes and roles, in any order. */
    columns: z.array(word).min(1),
    /** The rows it speaks of, where not all (`status in ('matched', 'riding')`). */
    where: z.string().optional(),
  }),
  z.strictObject({ ...invariantBase, kind: z.literal("not-null"), entity: word, column: word }),
  z.strictObject({
    ...invariantBase,
    kind: z.literal("check"),
    entity: word,
    /** In the scenario's own attribute and role names (`amount > 0`). */
    condition: prose,
    /** Conditions that ask for more and so meet it as well, beyond what logic shows. */
    alsoMetBy: z.array(prose).default([]),
  }),
]);

const stepSchema = z.strictObject({
  find: word,
  /** Attributes, roles or `id` given by equality. A constant is written `status = open`; "in those" is `author in follow.followee`. */
  where: z.array(prose).default([]),
  /** `ends_at < t` or `created_at > t`. */
  range: prose.optional(),
  /** `created_at desc`. */
  order: prose.optional(),
  limit: z.int().positive().optional(),
});

export const patternSchema = z.strictObject({
  id: slug,
  heat: z.enum(["hot", "warm"]),
  /** The question as a person would ask it. */
  asks: prose,
  steps: z.array(stepSchema).min(1),
  words: quote,
});

const shardKeySchema = z.strictObject({
  entity: word,
  by: z.array(word).min(1),
  why: prose,
});

const fitSchema = z.strictObject({
  fit: z.enum(["best", "fine", "poor"]),
  reasons: z.array(z.enum(REASONS)).default([]),
  /** What it is good for beside another store, where it is poor alone. */
  besideFor: z.array(z.enum(REASONS)).default([]),
  why: prose,
});

/** Other shapes that earn the same marks. Facts, so that no scenario needs code. */
export const alternativeSchema = z.discriminatedUnion("kind", [
  /** Both entities in one table. */
  z.strictObject({ kind: z.literal("merge"), entities: z.array(word).min(2), why: prose }),
  /** The entity inside another one, as an object or a list. */
  z.strictObject({
    kind: z.literal("embed"),
    entity: word,
    into: word,
    atMost: z.int().positive().optional(),
    why: prose,
  }),
  /** A deliberate copy kept in a table of its own (a feed per reader), with names it goes by. */
  z.strictObject({
    kind: z.literal("copy"),
    name: word,
    synonyms: z.array(word).default([]),
    of: z.array(word).min(1),
    serves: z.array(slug).default([]),
    why: prose,
  }),
  /** One generic entity for several. */
  z.strictObject({ kind: z.literal("generic"), name: word, for: z.array(word).min(2), why: prose }),
  /** A table beyond the brief that is fine to have. */
  z.strictObject({ kind: z.literal("welcome"), name: word, synonyms: z.array(word).default([]), why: prose }),
  /** The entity in another store: its key is enough. */
  z.strictObject({ kind: z.literal("elsewhere"), entity: word, why: prose }),
]);

export const scenarioSchema = z.strictObject({
  slug,
  title: prose,
  /** One sentence for lists. */
  summary: prose,
  minutes: z.int().min(5).max(90),
  difficulty: z.enum(["warm-up", "core", "hard"]),
  entities: z.record(word, entitySchema),
  relations: z.array(relationSchema),
  invariants: z.array(invariantSchema),
  patterns: z.array(patternSchema),
  volume: z.strictObject({
    expected: z.enum(VOLUMES),
    accepted: z.array(z.enum(VOLUMES)).default([]),
    words: quote,
    why: prose,
    shard: z.strictObject({
      right: z.array(shardKeySchema).default([]),
      wrong: z.array(shardKeySchema.extend({ hot: z.boolean().default(false) })).default([]),
    }),
  }),
  consistency: z.array(
    z.strictObject({
      /** `bid` or `auction.view_count`. */
      of: z.string(),
      expected: z.enum(CONSISTENCIES),
      words: quote.optional(),
      why: prose,
    }),
  ),
  stores: z.strictObject(
    Object.fromEntries(STORE_TYPES.map((type) => [type, fitSchema])) as Record<
      (typeof STORE_TYPES)[number],
      typeof fitSchema
    >,
  ),
  alternatives: z.array(alternativeSchema).default([]),
});

export type ScenarioFile = z.input<typeof scenarioSchema>;
export type Scenario = z.output<typeof scenarioSchema>;
export type Entity = Scenario["entities"][string];
export type EntityAttribute = Entity["attributes"][string];
export type Relation = Scenario["relations"][number];
export type Invariant = z.output<typeof invariantSchema>;
export type Pattern = z.output<typeof patternSchema>;
export type Step = Pattern["steps"][number];
export type Alternative = z.output<typeof alternativeSchema>;
export type StoreFit = z.output<typeof fitSchema>;
export type Heat = Pattern["heat"];
export type Fact = (typeof FACTS)[number];
