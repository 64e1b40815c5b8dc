import { columnsFor, meaningsOf } from "@/lib/align";
import { implies, parseCondition, plainName, type Table, type Unique, uniquesOf } from "@/lib/design";
import { findEntity, findRole, type Invariant } from "@/lib/scenario";
import { code, invariantsOf, listed, spoken, tableName } from "../../context";
import { keyIdentifies, mainKeyOf, namesIdentify, namesOfColumns } from "../../keys";
import type { Context, Judgement, Rule } from "../../rule";

type UniqueInvariant = Extract<Invariant, { kind: "unique" }>;

const bare = (column: string): string => plainName(/^\w+\(([^(),]+)\)$/.exec(column)?.[1] ?? column);

/** The columns of the design that an invariant speaks of; null where one is missing (another rule's matter). */
function columnsOf(context: Context, invariant: UniqueInvariant): { table: Table; columns: readonly string[] } | null {
  const places = invariant.columns.map((name) => columnsFor(context.alignment, invariant.entity, name));
  const [first] = places;
  if (!first || places.some((place) => place === null || place.table !== first.table)) return null;
  const columns = places.flatMap((place) => place?.columns ?? []);
  return columns.length === 0 ? null : { table: first.table, columns };
}

function isExactly(unique: Unique, columns: readonly string[]): boolean {
  const have = new Set(unique.columns.map(bare));
  const want = new Set(columns.map(bare));
  return have.size === want.size && [...want].every((column) => have.has(column));
}

/** A condition that leaves out only what no longer counts (`where deleted_at is null`) keeps the promise. */
function keepsPromise(unique: Unique, invariant: UniqueInvariant): boolean {
  if (unique.where === null) return true;
  if (invariant.where !== undefined) return implies(parseCondition(invariant.where), parseCondition(unique.where), plainName);
  return /is\s+null|deleted|cancel|active|archived/i.test(unique.where);
}

function judgeInvariant(context: Context, invariant: UniqueInvariant): readonly Judgement[] {
  const found = columnsOf(context, invariant);
  if (!found) return [];
  const { table, columns } = found;
  const uniques = uniquesOf(table);
  const key = mainKeyOf(table);
  const ownKeyFails = key !== null && context.alignment.entities.get(invariant.entity)?.table === table && !identifies(context, invariant);
  if (key === null && uniques.length === 0) return isIdentity(context, invariant) ? [] : [missed(invariant, table, columns)];
  const exact = uniques.find((unique) => isExactly(unique, columns) && keepsPromise(unique, invariant));
  const base = baseOf(invariant);
  if (exact && invariant.where !== undefined && exact.where === null && !exact.primary) {
    const message = `${listed(columns.map(code))} is unique in all of ${tableName(table)}, not only ${invariant.where}: what must be allowed later is refused.`;
    return [{ ...base, verdict: "violated", message, fix: `Add \`where ${invariant.where}\` to it.`, span: exact.span }];
  }
  if (exact) {
    return [{ ...base, verdict: "met", message: `The database refuses a second ${spoken(invariant.entity)} with the same ${names(invariant)}.`, fix: "", span: exact.span }];
  }
  if (ownKeyFails && isIdentity(context, invariant)) return [];
  return [missed(invariant, table, columns)];
}

function identifies(context: Context, invariant: UniqueInvariant): boolean {
  const place = context.alignment.entities.get(invariant.entity);
  return place ? keyIdentifies(context, place) : true;
}

function isIdentity(context: Context, invariant: UniqueInvariant): boolean {
  const identity = findEntity(context.scenario, invariant.entity)?.identity ?? [];
  return identity.length > 0 && identity.every((name) => invariant.columns.includes(name));
}

function baseOf(invariant: UniqueInvariant): Pick<Judgement, "subject" | "stake" | "brief"> {
  return { subject: invariant.id, stake: "integrity", brief: invariant.words };
}

function names(invariant: UniqueInvariant): string {
  return listed(invariant.columns.map(spoken));
}

function missed(invariant: UniqueInvariant, table: Table, columns: readonly string[]): Judgement {
  const message = `Nothing stops two rows of ${tableName(table)} with the same ${names(invariant)}.`;
  const where = invariant.where === undefined ? "" : ` where ${invariant.where}`;
  const fix = `Write \`unique ${where ? "index " : ""}${table.name.text}(${columns.join(", ")})${where}\`.`;
  return { ...baseOf(invariant), verdict: "missed", message, fix, span: table.name.span };
}

/** Uniques (not the primary key, which has its own rule) that refuse what the brief allows. */
function judgeTooStrict(context: Context): readonly Judgement[] {
  const tables = new Map([...context.alignment.entities.values()].map((place) => [place.table, place.entity]));
  return [...tables].flatMap(([table, entity]) =>
    uniquesOf(table).flatMap((unique) => {
      if (unique.primary || unique.where !== null) return [];
      const subject = forbids(context, table, entity, unique);
      if (subject === null) return [];
      const columns = listed(unique.columns.map(code));
      const message = `${columns} may be in ${tableName(table)} only once, but the brief allows it again: the second one is refused.`;
      return [{ subject, verdict: "violated" as const, stake: "integrity" as const, message, fix: `Drop the unique on ${columns}.`, span: unique.span }];
    }),
  );
}

/** The subject of a unique that refuses too much; null for one that is sound or that the scenario cannot judge. */
function forbids(context: Context, table: Table, entity: string, unique: Unique): string | null {
  const known = namesOfColumns(context, table, unique.columns.map(bare));
  if (!known) return null;
  const living = [...context.alignment.entities.values()].filter((place) => place.table === table).map((place) => place.entity);
  if (living.some((one) => namesIdentify(context, one, known))) return null;
  const meanings = unique.columns.flatMap((column) => meaningsOf(context.alignment, table, bare(column)));
  const repeats = meanings.every((meaning) => findRole(context.scenario, meaning.entity, meaning.name) !== null || repeatsByType(context, meaning));
  const [only] = meanings;
  if (!repeats || !only) return null;
  if (meanings.length > 1) return entity;
  return findRole(context.scenario, only.entity, only.name) ? `${only.entity}->${only.name}` : `${only.entity}.${only.name}`;
}

/** Numbers, times, flags and states repeat; a text may or may not, so nothing is said of it. */
function repeatsByType(context: Context, { entity, name }: { entity: string; name: string }): boolean {
  const attribute = findEntity(context.scenario, entity)?.attributes[name];
  return attribute !== undefined && (attribute.facts.includes("few-values") || ["number", "time", "flag"].includes(attribute.type));
}

export const unique: Rule = {
  id: "constraints/unique",
  dimension: "constraints",
  stores: ["relational"],
  doc: {
    title: "Let the database refuse doubles, and only doubles",
    asks: "Is everything that may exist once unique in the database, and nothing else?",
    why: "A check in the program does not help when two requests come at once: both look, both find nothing, both write. A unique constraint is decided by one index, in one place. One on too little refuses what must be allowed.",
    mend: "Write `unique` on exactly the columns that may occur together once; with a surrogate key it is needed beside the key.",
    examples: [
      {
        title: "Two accounts with one e-mail",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nusers: id (PK), username, email",
        says: [{ subject: "email-once", verdict: "missed" }],
      },
      {
        title: "A surrogate key without its unique",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username (unique)\nfollows: id (PK), follower_id (FK -> users.id), followee_id (FK -> users.id)",
        says: [{ subject: "follow-once", verdict: "missed" }],
      },
      {
        title: "One auction for each bidder, ever",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email (unique)\nauctions: id (PK), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id, unique), amount",
        says: [{ subject: "bid->bidder", verdict: "violated" }],
      },
      { title: "A unique index will do", scenario: "auction", sheet: "---\nscenario: auction\n---\nusers: id (PK), username, email\nunique index users(email)", says: [] },
    ],
  },
  check: (context) => [...invariantsOf(context, "unique").flatMap((one) => judgeInvariant(context, one)), ...judgeTooStrict(context)],
};
