import { columnsFor } from "@/lib/align";
import { findAttribute, implies, parseCondition, plainName, type Table, type Unique, uniquesOf } from "@/lib/design";
import { findEntity, type Invariant } from "@/lib/scenario";
import { code, invariantsOf, listed, spoken, tableName } from "../../context";
import { bareColumn, keyIdentifies, mainKeyOf } from "../../keys";
import type { Context, Judgement, Rule } from "../../rule";
import { judgeTooStrict } from "../../too-strict";

type UniqueInvariant = Extract<Invariant, { kind: "unique" }>;

/** The columns of the design that an invariant speaks of; null where one is missing (another rule's matter). */
function columnsOf(context: Context, invariant: UniqueInvariant): { table: Table; columns: readonly string[] } | null {
  const places = invariant.columns.map((name) => columnsFor(context.alignment, invariant.entity, name));
  const [first] = places;
  if (!first || places.some((place) => place === null || place.table !== first.table)) return null;
  const columns = places.flatMap((place) => place?.columns ?? []);
  return columns.length === 0 ? null : { table: first.table, columns };
}

function isExactly(have: Unique, columns: readonly string[]): boolean {
  const held = new Set(have.columns.map(bareColumn));
  const wanted = new Set(columns.map(bareColumn));
  return held.size === wanted.size && [...wanted].every((column) => held.has(column));
}

/** A condition that leaves out only what no longer counts (`where deleted_at is null`) keeps the promise. */
function keepsPromise(have: Unique, invariant: UniqueInvariant): boolean {
  if (have.where === null) return true;
  if (invariant.where === undefined) return /is\s+null|deleted|cancel|active|archived/i.test(have.where);
  return implies(parseCondition(invariant.where), parseCondition(have.where), plainName);
}

/** Where the key itself is the fault (none at all, or one that does not identify), its own rule speaks. */
function isKeysFault(context: Context, invariant: UniqueInvariant, table: Table): boolean {
  const identity = findEntity(context.scenario, invariant.entity)?.identity ?? [];
  if (identity.length === 0 || !identity.every((name) => invariant.columns.includes(name))) return false;
  const place = context.alignment.entities.get(invariant.entity);
  if (mainKeyOf(table) === null) return uniquesOf(table).length === 0;
  return place?.table === table && !keyIdentifies(context, place);
}

function baseOf(invariant: UniqueInvariant): Pick<Judgement, "subject" | "stake" | "brief"> {
  return { subject: invariant.id, stake: "integrity", brief: invariant.words };
}

function judgeHeld(invariant: UniqueInvariant, table: Table, columns: readonly string[], held: Unique): Judgement {
  const base = { ...baseOf(invariant), span: held.span };
  if (invariant.where !== undefined && held.where === null && !held.primary) {
    const message = `${listed(columns.map(code))} is unique in all of ${tableName(table)}, not only ${invariant.where}: what must be allowed later is refused.`;
    return { ...base, verdict: "violated", message, fix: `Add \`where ${invariant.where}\` to it.` };
  }
  const same = listed(invariant.columns.map(spoken));
  const message = `The database refuses a second ${spoken(invariant.entity)} with the same ${same}.`;
  return { ...base, verdict: "met", message, fix: "" };
}

function judgeAbsent(invariant: UniqueInvariant, table: Table, columns: readonly string[]): Judgement {
  const message = `Two rows of ${tableName(table)} can have the same ${listed(invariant.columns.map(spoken))}: nothing refuses the second one.`;
  const where = invariant.where === undefined ? "" : ` where ${invariant.where}`;
  const fix = `Write \`unique ${where ? "index " : ""}${table.name.text}(${columns.join(", ")})${where}\`.`;
  const only = columns.length === 1 ? findAttribute(table, columns[0] ?? "") : null;
  return { ...baseOf(invariant), verdict: "missed", message, fix, span: only?.span ?? table.name.span };
}

function judgeInvariant(context: Context, invariant: UniqueInvariant): readonly Judgement[] {
  const found = columnsOf(context, invariant);
  if (!found) return [];
  const { table, columns } = found;
  const held = uniquesOf(table).find((one) => isExactly(one, columns) && keepsPromise(one, invariant));
  if (held) return [judgeHeld(invariant, table, columns, held)];
  return isKeysFault(context, invariant, table) ? [] : [judgeAbsent(invariant, table, columns)];
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
      {
        title: "A unique index will do",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nusers: id (PK), username, email\nunique index users(email)",
        says: [],
      },
    ],
  },
  check: (context) => [
    ...invariantsOf(context, "unique").flatMap((one) => judgeInvariant(context, one)),
    ...judgeTooStrict(context),
  ],
};
