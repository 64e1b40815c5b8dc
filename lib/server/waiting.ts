import { drillRef, itemId, readDrillRef, readItemId, unseenItem, type Waiting } from "@/lib/practice";
import { type Clock, dayOf, type ItemKind } from "@/lib/schedule";
import { cardsById, findRule, scenarioTitles } from "./content";
import { database } from "./database";
import { drillPools } from "./drills";
import type { Item } from "./generated/client";
import { presentMemory, readReason } from "./items";
import { siblingOf } from "./replay";

/** Of what is due longer than one sitting takes, the longest due are looked at: the time of a queue does not grow with it. */
const MOST_DUE = 300;

/** What the program reads of a person to make their queue. Rows are by the id that the page knows. */
export interface Found {
  readonly rows: ReadonlyMap<string, Item>;
  readonly waiting: readonly Waiting[];
}

const nameOf = ({ kind, ref }: Item): string => `${kind}:${ref}`;

/** What has come: learning items by their minute, learnt and promised ones by their day. */
export async function dueItems(personId: string, now: number, clock: Clock): Promise<readonly Item[]> {
  const { item } = await database();
  const today = dayOf(now, clock);
  const upTo = { personId, day: { lte: today } };
  const orderBy = { day: "asc" } as const;
  const [learning, learnt, promised] = await Promise.all([
    item.findMany({
      where: { ...upTo, phase: { in: ["learning", "relearning"] }, due: { lte: new Date(now) } },
      orderBy,
      take: MOST_DUE,
    }),
    item.findMany({ where: { ...upTo, phase: "review" }, orderBy, take: MOST_DUE }),
    item.findMany({ where: { ...upTo, phase: "new" }, orderBy, take: MOST_DUE }),
  ]);
  return [...learning, ...learnt, ...promised].filter(({ buriedOn }) => buriedOn !== today);
}

const isLearning = ({ memory }: Waiting) => memory.phase === "learning" || memory.phase === "relearning";

/** Without those of whose group something was rated since `since`; what is being learnt goes on. */
export async function withoutSiblings(
  personId: string,
  waiting: readonly Waiting[],
  since: number,
): Promise<readonly Waiting[]> {
  const groups = [...new Set(waiting.flatMap(({ sibling }) => sibling ?? []))];
  if (groups.length === 0) return waiting;
  const rows = await (await database()).item.findMany({
    where: { personId, sibling: { in: groups }, lastReview: { gte: new Date(since) } },
    select: { sibling: true },
  });
  const seen = new Set(rows.map(({ sibling }) => sibling));
  return waiting.filter((item) => isLearning(item) || !item.sibling || !seen.has(item.sibling));
}

/** Nobody puts off more new cards by hand on one day. */
const MOST_BURIED = 100;

/** The person's own new cards, in their order. */
export async function ownNew(personId: string, most: number, today: number): Promise<readonly Item[]> {
  if (most <= 0) return [];
  const where = { personId, phase: "new", day: null, suspendedAt: null };
  const rows = await (await database()).item.findMany({
    where,
    orderBy: { position: "asc" },
    take: most + MOST_BURIED,
  });
  return rows.filter(({ buriedOn }) => buriedOn !== today).slice(0, most);
}

/** What of the content they have met already: a few hundred names at most. */
async function metRefs(personId: string, kind: ItemKind): Promise<ReadonlySet<string>> {
  const rows = await (await database()).item.findMany({ where: { personId, kind }, select: { ref: true } });
  return new Set(rows.map(({ ref }) => ref));
}

/** One new item of four is a drill: a card says what a rule is, a drill asks whether one sees it. */
const CARDS_TO_A_DRILL = 3;

/** Cards that they never met, in teaching order, with drills of what those cards taught between them. */
export async function unseenItems(personId: string, now: number): Promise<readonly Waiting[]> {
  const [cards, drills, scenarios, taught] = await Promise.all([
    metRefs(personId, "card"),
    metRefs(personId, "drill"),
    metRefs(personId, "scenario"),
    taughtRules(personId),
  ]);
  const fresh = [...cardsById().keys()].filter((ref) => !cards.has(ref));
  const asked = drillRefs(scenarios, taught).filter((ref) => !drills.has(ref));
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

/** The rules that something was seen of. */
async function taughtRules(personId: string): Promise<readonly string[]> {
  const rows = await (await database()).evidence.findMany({
    where: { personId },
    select: { rule: true },
    orderBy: { lastAt: "asc" },
  });
  return [...new Set(rows.map(({ rule }) => rule))];
}

/** Whom nothing was asked of yet gets drills of the first scenario that one is sent to. */
const FIRST_SCENARIO = "auction";

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
