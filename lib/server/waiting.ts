import { drillRef, itemId, readDrillRef, readItemId, unseenItem, type Waiting } from "@/lib/practice";
import { type Clock, dayOf, type ItemKind, isInSteps, startOfDay } from "@/lib/schedule";
import { cardsById, findRule, scenarioTitles } from "./content";
import { database, numbered, placed } from "./database";
import { drillPools } from "./drills";
import type { Item } from "./generated/client";
import { presentMemory, readReason } from "./items";
import { readHabits } from "./people";
import { siblingOf } from "./replay";

/** Of what is due longer than one sitting takes, the longest due are looked at: the time of a queue does not grow with it. */
const MOST_DUE = 300;

const nameOf = ({ kind, ref }: Item): string => `${kind}:${ref}`;

/**
 * The queries of the queue are written out: it is read with every page of reviews, and to put them together is most of what
 * they cost. Times are milliseconds in them.
 */
const UP_TO_TODAY = `FROM "Item" WHERE "personId" = ?1 AND "day" <= ?2`;
const LONGEST_DUE = `ORDER BY "day" LIMIT ${MOST_DUE}`;
const DUE = numbered(`SELECT * FROM (SELECT * ${UP_TO_TODAY} AND "phase" = 'learning' AND "due" <= ?3 ${LONGEST_DUE})
UNION ALL SELECT * FROM (SELECT * ${UP_TO_TODAY} AND "phase" = 'relearning' AND "due" <= ?3 ${LONGEST_DUE})
UNION ALL SELECT * FROM (SELECT * ${UP_TO_TODAY} AND "phase" = 'review' ${LONGEST_DUE})
UNION ALL SELECT * FROM (SELECT * ${UP_TO_TODAY} AND "phase" = 'new' ${LONGEST_DUE})`);

/** What has come: learning items by their minute, learnt and promised ones by their day. */
export async function dueItems(personId: string, now: number, clock: Clock): Promise<readonly Item[]> {
  const today = dayOf(now, clock);
  const rows = await (await database()).$queryRawUnsafe<readonly Item[]>(
    DUE.sql,
    ...placed(DUE, [personId, today, now]),
  );
  return rows.filter(({ buriedOn }) => buriedOn !== today);
}

/** Without those of whose group something was rated since `since`; what is being learnt goes on. */
export async function withoutSiblings(
  personId: string,
  waiting: readonly Waiting[],
  since: number,
): Promise<readonly Waiting[]> {
  const groups = [...new Set(waiting.flatMap(({ sibling }) => sibling ?? []))];
  if (groups.length === 0) return waiting;
  const rows = await (await database()).$queryRawUnsafe<readonly { sibling: string }[]>(
    `SELECT DISTINCT "sibling" FROM "Item" WHERE "personId" = ? AND "sibling" IN (${groups.map(() => "?").join(", ")}) AND "lastReview" >= ?`,
    personId,
    ...groups,
    since,
  );
  const seen = new Set(rows.map(({ sibling }) => sibling));
  return waiting.filter((item) => isInSteps(item.memory) || !item.sibling || !seen.has(item.sibling));
}

/** Nobody puts off more new cards by hand on one day. */
const MOST_BURIED = 100;

const OWN_NEW = `SELECT * FROM "Item" WHERE "personId" = ? AND "phase" = 'new' AND "day" IS NULL AND "suspendedAt" IS NULL ORDER BY "position" LIMIT ?`;

/** The person's own new cards, in their order. */
export async function ownNew(personId: string, most: number, today: number): Promise<readonly Item[]> {
  if (most <= 0) return [];
  const rows = await (await database()).$queryRawUnsafe<readonly Item[]>(OWN_NEW, personId, most + MOST_BURIED);
  return rows.filter(({ buriedOn }) => buriedOn !== today).slice(0, most);
}

interface Met {
  readonly cards: ReadonlySet<string>;
  readonly drills: ReadonlySet<string>;
  readonly scenarios: ReadonlySet<string>;
  /** The rules that something was seen of, the longest known first. */
  readonly rules: readonly string[];
}

const MET = numbered(`SELECT "kind", "ref" FROM "Item" WHERE "personId" = ?1 AND "kind" IN ('card', 'drill', 'scenario')
UNION ALL SELECT 'rule', "rule" FROM (SELECT "rule" FROM "Evidence" WHERE "personId" = ?1 GROUP BY "rule" ORDER BY min("lastAt"))`);

/** What of the content they have met already: some hundred names at most. */
async function readMet(personId: string): Promise<Met> {
  const rows = await (await database()).$queryRawUnsafe<readonly { kind: string; ref: string }[]>(
    MET.sql,
    ...placed(MET, [personId]),
  );
  const of = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [row.ref] : []));
  return {
    cards: new Set(of("card")),
    drills: new Set(of("drill")),
    scenarios: new Set(of("scenario")),
    rules: of("rule"),
  };
}

/** One new item of four is a drill: a card says what a rule is, a drill asks whether one sees it. */
const CARDS_TO_A_DRILL = 3;

/** Cards that they never met, in teaching order, with drills of what those cards taught between them. */
export async function unseenItems(personId: string, now: number): Promise<readonly Waiting[]> {
  const { cards, drills, scenarios, rules } = await readMet(personId);
  const fresh = [...cardsById().keys()].filter((ref) => !cards.has(ref));
  const asked = drillRefs(scenarios, rules).filter((ref) => !drills.has(ref));
  return mixed(fresh, asked).map(({ kind, ref, place }) => ({
    ...unseenItem(kind, ref, place, now),
    sibling: siblingOf(kind, ref),
  }));
}

interface Unseen {
  readonly kind: "card" | "drill";
  readonly ref: string;
  /** A card's among the cards; a drill stands right behind one. */
  readonly place: number;
}

const placeOf = (card: string): number => cardsById().get(card)?.place ?? 0;

function mixed(cards: readonly string[], drills: readonly string[]): readonly Unseen[] {
  const rest = [...drills];
  const items = cards.flatMap((ref, index): Unseen[] => {
    const drill = (index + 1) % CARDS_TO_A_DRILL === 0 ? rest.shift() : undefined;
    const place = placeOf(ref);
    return [
      { kind: "card", ref, place },
      ...(drill === undefined ? [] : [{ kind: "drill" as const, ref: drill, place: place + 0.5 }]),
    ];
  });
  return [...items, ...rest.map((ref, index) => ({ kind: "drill" as const, ref, place: cardsById().size + index }))];
}

/** Whom nothing was asked of yet gets drills of the first scenario that one is sent to. */
export const FIRST_SCENARIO = "auction";

/** Drills of the rules that were taught, in a scenario that the person knows: its words are no riddle then. */
function drillRefs(scenarios: ReadonlySet<string>, rules: readonly string[]): readonly string[] {
  const known = [...new Set([...scenarios, FIRST_SCENARIO])];
  return rules.flatMap((name) => {
    const rule = findRule(name);
    const scenario = rule && known.find((slug) => drillPools(slug).has(rule));
    return scenario && rule ? [drillRef(scenario, rule)] : [];
  });
}

/** Null for what the content no longer holds. */
export function waitingOf(row: Item, clock: Clock): Waiting | null {
  const name = readItemId(nameOf(row));
  if (!name || !isThere(name.kind, name.ref)) return null;
  const { kind, ref } = name;
  const common = { id: itemId(kind, ref), kind, ref, sibling: row.sibling };
  const why = readReason(row.reason)?.why ?? null;
  // What a report promised comes in the report's order.
  const place = kind === "card" && why === null ? placeOf(ref) : row.position;
  return { ...common, place, memory: presentMemory(row, clock), why };
}

export function isThere(kind: ItemKind, ref: string): boolean {
  if (kind === "card") return cardsById().has(ref);
  if (kind === "scenario") return scenarioTitles().has(ref);
  if (kind === "own") return true;
  const { scenario, rule } = readDrillRef(ref);
  const known = findRule(rule);
  return known !== null && drillPools(scenario).has(known);
}

const COUNT_DUE = numbered(`SELECT
  (SELECT count(*) FROM (SELECT 1 ${UP_TO_TODAY} AND "phase" IN ('learning', 'relearning') AND "due" <= ?3 LIMIT ${MOST_DUE})) +
  (SELECT count(DISTINCT coalesce("sibling", "id")) FROM (
    SELECT "id", "sibling" ${UP_TO_TODAY} AND "phase" = 'review' AND "buriedOn" IS NOT ?2 AND NOT EXISTS (
      SELECT 1 FROM "Item" AS "other" WHERE "other"."personId" = ?1 AND "other"."sibling" = "Item"."sibling" AND "other"."lastReview" >= ?4
    ) LIMIT ${MOST_DUE})) AS "due"`);

/** How many items have come, new ones not counted: what the bar on top of every page says. At most some hundred. */
export async function countDue(personId: string, now: number): Promise<number> {
  const { clock } = await readHabits(personId);
  const today = dayOf(now, clock);
  const values = [personId, today, now, startOfDay(today, clock)];
  const [row] = await (await database()).$queryRawUnsafe<readonly { due: number | bigint }[]>(
    COUNT_DUE.sql,
    ...placed(COUNT_DUE, values),
  );
  return Number(row?.due ?? 0);
}
