import { z } from "zod";
import { CONSISTENCIES, LEVELS, REASONS, STORE_TYPES, VOLUMES } from "@/lib/design";

/** Ids that stay: lower case, digits, `-` in slugs and ids of patterns and invariants; `_` in names of the data. */
const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case words joined by '-'");
const word = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, "lower-case words joined by '_'");
const prose = z.string().trim().min(1);
/** Words that stand in `brief.md` exactly so (white space aside); findings quote them. */
const quote = prose;

export const FACTS = [
  "unique",
  "near-unique",
  "bounded",
  "few-values",
  "mutable",
  "derived",
  "spatial",
  "repeats",
] as const;

const attributeSchema = z.strictObject({
  /** Other names a person would use, beyond case, plural and separators. */
  synonyms: z.array(word).default([]),
  type: z.enum(["text", "number", "time", "flag", "id", "place", "blob"]).default("text"),
  /**
   * What is true of its values. `bounded`: at most a few rows a value. `few-values`: ten or fewer values in all.
   * `repeats`: many rows may share a value, so that a unique on it forbids too much. `spatial`: a spatial index on a place stands for it (a geohash cell).
   */
  facts: z.array(z.enum(FACTS)).default([]),
  /** The legal values, where they are few. */
  values: z.array(z.string()).default([]),
  /** Also sound: these parts in its place (`image_url`, `caption` for `content`). */
  split: z.array(word).default([]),
  /** Names of one column that stands for this attribute and others with the same word (`position` for `lat` and `lng`). */
  together: z.array(word).default([]),
  /** Columns that may order or bound in its place (`seq` for `sent_at`); `id` is the entity's own, where it grows with time. */
  standIns: z.array(word).default([]),
  /** Columns that hold a part of it and count as given (`day` of `recorded_at`). */
  buckets: z.array(word).default([]),
  /** Entities whose rows may hold it as well (`entry` for a running balance). */
  alsoIn: z.array(word).default([]),
  /** False: a design without it loses nothing. */
  asked: z.boolean().default(true),
});

const entitySchema = z.strictObject({
  synonyms: z.array(word).default([]),
  attributes: z.record(word, attributeSchema).default({}),
  /** Attributes and relation roles that identify it together; empty: it has an identity of its own. */
  identity: z.array(word).default([]),
  /** False: a design without it loses nothing (kept elsewhere, or a name on another entity). */
  asked: z.boolean().default(true),
  /** True where its rows should end by themselves in a store that can do that. */
  expires: z.boolean().default(false),
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
  /** Where one row may hold both of a pair (`debit_account`, `credit_account`): the names of each side. */
  twice: z.tuple([z.array(word).min(1), z.array(word).min(1)]).optional(),
  words: quote.optional(),
});

/** What serves or holds it without a key or a constraint: rows that end by themselves. */
const metBy = z.array(z.enum(["ttl"])).default([]);

const levelFrom = z.enum(LEVELS).default("mid");
const invariantBase = { id: slug, words: quote, /** Asked from this level on. */ level: levelFrom, metBy };

export const invariantSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...invariantBase, kind: z.literal("reference"), relation: z.string() }),
  z.strictObject({
    ...invariantBase,
    kind: z.literal("unique"),
    entity: word,
    /** Attributes and roles, in any order. */
    columns: z.array(word).min(1),
    /** Other sets of names that, unique together, keep the same promise in another sound shape. */
    alsoMetBy: z.array(z.array(word).min(1)).default([]),
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
  /** The steps are repeated from what they found, at most so many times: a traversal of bounded hops. */
  repeat: z.int().positive().optional(),
  metBy,
  words: quote,
});

const shardKeySchema = z.strictObject({
  entity: word,
  by: z.array(word).min(1),
  why: prose,
});

const rightShardKeySchema = shardKeySchema.extend({
  /** False: right for shards that hold many keys, but as a partition of its own it grows without end. */
  partition: z.boolean().default(true),
  /** A strong transaction crosses these shards all the same: only the engines named commit across them. */
  across: z.strictObject({ why: prose, unless: z.array(z.string()).default([]) }).optional(),
});

/** A column beyond the brief that a candidate may add to shard by (`city`). */
const addedShardKeySchema = z.strictObject({ names: z.array(word).min(1), of: z.array(word).min(1), why: prose });

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
  z.strictObject({
    kind: z.literal("merge"),
    entities: z.array(word).min(2),
    /** Names that the one table goes by, where it is neither entity's own (`user` for rider and driver). */
    names: z.array(word).default([]),
    why: prose,
  }),
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
  z.strictObject({
    kind: z.literal("generic"),
    name: word,
    synonyms: z.array(word).default([]),
    for: z.array(word).min(2),
    /** The attribute of each entity that the generic one keeps as its value (`fingerprint` of device). */
    value: z.record(word, word).default({}),
    /** Names of the column that holds it, and of the one that says which of them it is. */
    valueNames: z.array(word).default([]),
    kindNames: z.array(word).default([]),
    why: prose,
  }),
  /** Each row of an entity as a column of another one (`temperature`, `humidity` for metrics of a reading). */
  z.strictObject({
    kind: z.literal("columns"),
    entity: word,
    of: z.array(word).min(1),
    /** The attribute that the columns hold, by entity. */
    value: z.record(word, word),
    why: prose,
  }),
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
      right: z.array(rightShardKeySchema).default([]),
      wrong: z.array(shardKeySchema.extend({ hot: z.boolean().default(false) })).default([]),
      added: z.array(addedShardKeySchema).default([]),
    }),
    /** Entities that change in one strong transaction, and so should be on one shard. */
    transactions: z.array(z.array(word).min(2)).default([]),
  }),
  consistency: z.array(
    z.strictObject({
      /** `bid` or `auction.view_count`. */
      of: z.string(),
      expected: z.enum(CONSISTENCIES),
      /** What the brief calls it, where that is shorter (`click_count`): the subject of what is said of it. */
      as: word.optional(),
      /** Other names for data that is no entity or attribute of the scenario (`seat_map`). */
      synonyms: z.array(word).default([]),
      /** False: judged where the candidate speaks of it, never asked for. */
      asked: z.boolean().default(true),
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
