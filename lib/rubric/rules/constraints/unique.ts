import { plainColumn } from "@/lib/access";
import { AROUND, isGuarded, type Placing } from "@/lib/align";
import {
  findAttribute,
  implies,
  parseCondition,
  plainName,
  STORE_TYPES,
  speakAlike,
  type Table,
  type Unique,
  uniquesOf,
} from "@/lib/design";
import { findEntity, type Invariant } from "@/lib/scenario";
import { code, invariantsOf, listed, spoken, tableName } from "../../context";
import { keyIdentifies, mainKeyOf, placingIdentifies } from "../../keys";
import { isPartitioned, keepingPlacings, keyOfHolder, placingsOf, uniquesAt } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";
import { judgeTooStrict } from "../../too-strict";

type UniqueInvariant = Extract<Invariant, { kind: "unique" }>;

/** Sets of columns of one place that, unique together, keep the promise. */
interface Wanted {
  readonly placing: Placing;
  readonly table: Table;
  readonly columns: readonly string[];
}

/** The columns of a place for some names of the scenario, also those of entities that share the table; null where one is missing. */
function columnsAt(context: Context, placing: Placing, names: readonly string[]): readonly string[] | null {
  const beside = context.alignment.placings.filter(({ holder }) => holder === placing.holder);
  const found = names.map(
    (name) => placing.names.get(name) ?? beside.find((one) => one.names.has(name))?.names.get(name),
  );
  return found.every((one) => one !== undefined) ? found.flatMap((one) => one ?? []) : null;
}

function wantedAt(context: Context, invariant: UniqueInvariant, placing: Placing): readonly Wanted[] {
  const free = new Set(placing.free.map(plainColumn));
  return [invariant.columns, ...invariant.alsoMetBy].flatMap((names) => {
    const columns = columnsAt(context, placing, names)?.filter((column) => !free.has(plainColumn(column)));
    return columns && columns.length > 0 ? [{ placing, table: placing.holder.table, columns }] : [];
  });
}

/** The same columns; what is known anyway (a kind, a bucket) may stand beside them. */
function isExactly(have: Unique, { columns, placing }: Wanted): boolean {
  const free = new Set(placing.free.map(plainColumn));
  const held = new Set(have.columns.map(plainColumn).filter((column) => !free.has(column)));
  const wanted = new Set(columns.map(plainColumn));
  return held.size === wanted.size && [...wanted].every((column) => held.has(column));
}

/** A condition that leaves out only what no longer counts (`where deleted_at is null`) keeps the promise. */
function keepsPromise(have: Unique, invariant: UniqueInvariant, placing: Placing): boolean {
  if (have.where === null) return true;
  if (invariant.where === undefined) return /is\s+null|deleted|cancel|active|archived/i.test(have.where);
  const names = new Map(
    [...placing.names].flatMap(([name, columns]) =>
      columns.map((column) => [plainName(column), plainName(name)] as const),
    ),
  );
  const inScenario = (path: string) => names.get(plainName(path)) ?? plainName(path);
  const [asked, written] = [parseCondition(invariant.where), parseCondition(have.where)];
  return implies(asked, written, plainName, inScenario) || speakAlike(asked, written, plainName, inScenario);
}

/** Where the key itself is the fault (none at all, or one that does not identify), its own rule speaks. */
function isKeysFault(context: Context, invariant: UniqueInvariant, table: Table): boolean {
  const identity = findEntity(context.scenario, invariant.entity)?.identity ?? [];
  if (identity.length === 0 || !identity.every((name) => invariant.columns.includes(name))) return false;
  const place = context.alignment.entities.get(invariant.entity);
  if (place?.holder.kind === "embedded") return false;
  if (place && (isPartitioned(place.holder) || place.holder.template))
    return placingsOf(context, invariant.entity).some((placing) => !placingIdentifies(context, placing));
  /** A document has its own id, so that none is said to be missing. */
  const hasOwnId = place?.holder.store === "document";
  if (mainKeyOf(table) === null) return uniquesOf(table).length === 0 && !hasOwnId;
  return place?.table === table && !keyIdentifies(context, place);
}

function baseOf(invariant: UniqueInvariant): Pick<Judgement, "subject" | "stake" | "brief"> {
  return { subject: invariant.id, stake: "integrity", brief: invariant.words };
}

function judgeHeld(invariant: UniqueInvariant, { placing, table, columns }: Wanted, held: Unique): Judgement {
  /** Elsewhere a second write with the same key takes the place of the first. */
  const refuses = placing.holder.template === null && !isPartitioned(placing.holder) && placing.holder.kind !== "edge";
  const base = { span: held.span, ...baseOf(invariant) };
  if (invariant.where !== undefined && held.where === null && !held.primary) {
    const message = `${listed(columns.map(code))} is unique in all of ${tableName(table)}, not only ${invariant.where}: what must be allowed later is refused.`;
    return { verdict: "violated", ...base, message, fix: `Add \`where ${invariant.where}\` to it.` };
  }
  const same = listed(invariant.columns.map(spoken));
  const kind = spoken(invariant.entity);
  const message = refuses
    ? `The database refuses a second ${kind} with the same ${same}.`
    : `The key holds one ${kind} for each ${same}: there cannot be two.`;
  return { verdict: "met", ...base, message, fix: "" };
}

function judgeAbsent(invariant: UniqueInvariant, { placing, table, columns }: Wanted): Judgement {
  const message = `Two rows of ${tableName(table)} can have the same ${listed(invariant.columns.map(spoken))}: nothing refuses the second one.`;
  const where = invariant.where === undefined ? "" : ` where ${invariant.where}`;
  /** An index finds there, but only a key makes unique. */
  const keyed = placing.holder.template !== null || isPartitioned(placing.holder);
  const fix = keyed
    ? `Keep a table or a template keyed by ${listed(columns.map(code))} as well: only a key holds one of each.`
    : `Write \`unique ${where ? "index " : ""}${table.name.text}(${columns.join(", ")})${where}\`.`;
  const only = columns.length === 1 ? findAttribute(table, columns[0] ?? "") : null;
  return { verdict: "missed", ...baseOf(invariant), message, fix, span: only?.span ?? table.name.span };
}

/** A list that lies inside what it belongs to is one value: two writers cannot both add to it unseen. */
function isInside(context: Context, invariant: UniqueInvariant): boolean {
  const placings = placingsOf(context, invariant.entity);
  return (
    placings.length > 0 &&
    placings.every(
      ({ holder, names }) =>
        holder.kind === "embedded" &&
        (holder.table.attributes.length === 0 ||
          invariant.columns.some((name) => names.get(name)?.some((column) => column.startsWith(AROUND)))),
    )
  );
}

/** The columns with a state beside them, over all rows: it also forbids what has ended. */
function isTooWide(have: Unique, { columns }: Wanted): boolean {
  const held = new Set(have.columns.map(plainColumn));
  return (
    have.where === null &&
    !have.primary &&
    held.size > columns.length &&
    columns.every((column) => held.has(plainColumn(column)))
  );
}

function judgeTooWide(invariant: UniqueInvariant, table: Table, held: Unique): Judgement {
  const names = listed(held.columns.map(code));
  const message = `${names} is unique in all of ${tableName(table)}, not only ${invariant.where}: what must be allowed later is refused.`;
  const fix = `Write \`unique index ${table.name.text}(${invariant.columns.join(", ")}) where ${invariant.where}\`.`;
  return { verdict: "violated", ...baseOf(invariant), message, fix, span: held.span };
}

/** Some of the columns alone: it refuses a second row that differs in the others. */
function isTooNarrow(have: Unique, { columns }: Wanted): boolean {
  const wanted = new Set(columns.map(plainColumn));
  const held = new Set(have.columns.map(plainColumn));
  return (
    have.where === null &&
    !have.primary &&
    held.size < wanted.size &&
    have.columns.every((column) => wanted.has(plainColumn(column)))
  );
}

function judgeTooNarrow(invariant: UniqueInvariant, { table, columns }: Wanted, held: Unique): Judgement {
  const kind = spoken(invariant.entity);
  const message = `${listed(held.columns.map(code))} may be in ${tableName(table)} only once: a second ${kind} with another ${listed(differing(columns, held).map(code))} is refused, and the brief allows it.`;
  const fix = `Write \`unique ${table.name.text}(${columns.join(", ")})\` in its place.`;
  return { verdict: "violated", ...baseOf(invariant), message, fix, span: held.span };
}

function differing(columns: readonly string[], { columns: held }: Unique): readonly string[] {
  const known = new Set(held.map(plainColumn));
  return columns.filter((column) => !known.has(plainColumn(column)));
}

/** A JSON column or an object has each of its names once. */
function isWhole({ placing }: Wanted): boolean {
  return placing.holder.kind === "embedded" && placing.holder.table.attributes.length === 0;
}

function judgeWhole(invariant: UniqueInvariant, { table }: Wanted): Judgement {
  const message = `${tableName(table)} is one value of its row, in which each name is there once.`;
  return { verdict: "met", ...baseOf(invariant), message, fix: "", span: table.name.span };
}

/** Nothing holds it: what is said of that, at the first place that could. */
function judgeUnheld(context: Context, invariant: UniqueInvariant, first: Wanted): readonly Judgement[] {
  const { holder } = first.placing;
  const wide = invariant.where === undefined ? undefined : uniquesAt(holder).find((one) => isTooWide(one, first));
  if (wide) return [judgeTooWide(invariant, first.table, wide)];
  const narrow = invariant.where === undefined ? uniquesAt(holder).find((one) => isTooNarrow(one, first)) : undefined;
  if (narrow && !isPartitioned(holder)) return [judgeTooNarrow(invariant, first, narrow)];
  if (isWhole(first)) return [judgeWhole(invariant, first)];
  if (isInside(context, invariant) || isGuarded(context.alignment, invariant)) return [];
  const absent = judgeAbsent(invariant, first);
  if (!isKeysFault(context, invariant, first.table)) return [absent];
  const key = (keyOfHolder(holder)?.columns ?? []).map(plainColumn);
  const apart = first.columns.every((column) => !key.includes(plainColumn(column)));
  return isPartitioned(holder) && apart ? [{ ...absent, follows: true }] : [];
}

function judgeInvariant(context: Context, invariant: UniqueInvariant): readonly Judgement[] {
  const wanted = keepingPlacings(context, invariant.entity).flatMap((placing) => wantedAt(context, invariant, placing));
  for (const one of wanted) {
    const { holder } = one.placing;
    const held = uniquesAt(holder).find((have) => isExactly(have, one) && keepsPromise(have, invariant, one.placing));
    if (held) return [judgeHeld(invariant, one, held)];
  }
  const [first] = wanted;
  return first ? judgeUnheld(context, invariant, first) : [];
}

export const unique: Rule = {
  id: "constraints/unique",
  dimension: "constraints",
  stores: STORE_TYPES,
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
  check: (context) => {
    const promises = invariantsOf(context, "unique").flatMap((one) => judgeInvariant(context, one));
    const told = new Set(promises.flatMap(({ verdict, span }) => (verdict === "violated" ? [span] : [])));
    /** A unique on too little is told of once: where the promise is that it should keep. */
    const others = judgeTooStrict(context).map((one) =>
      told.has(one.span) ? { ...one, follows: true as const } : one,
    );
    return [...promises, ...others];
  },
};
