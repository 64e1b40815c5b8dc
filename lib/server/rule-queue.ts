import { composeAhead, drillRef, type ItemName, itemId, unseenItem, type Waiting } from "@/lib/practice";
import type { RuleId } from "@/lib/rubric";
import { type Clock, dayOf, startOfDay } from "@/lib/schedule";
import { cardsById, teaching } from "./content";
import { database } from "./database";
import { drillPools, drillsFor } from "./drills";
import type { Item } from "./generated/client";
import { readHabits } from "./people";
import type { Queue } from "./queue";
import { siblingOf } from "./replay";
import { showItems } from "./show-items";
import { FIRST_SCENARIO, waitingOf } from "./waiting";

/**
 * What teaches one rule, due or not: its cards, and a drill from each scenario that the person has met. What was rated today
 * is done, and what was suspended or buried stays so. Reads only. A rating ahead of its time is a rating like any other: the
 * scheduler knows how little was forgotten by then.
 */
export async function readRuleQueue(personId: string, rule: RuleId, now: number): Promise<Queue> {
  const [habits, rows] = await Promise.all([readHabits(personId), readRows(personId, rule)]);
  const { clock, parameters } = habits;
  const byId = new Map(rows.map((row) => [`${row.kind}:${row.ref}`, row]));
  const there = namesOf(rule, rows).flatMap((name, place) => {
    const row = byId.get(itemId(name.kind, name.ref));
    return row ? knownItem(row, clock, now) : newItem(name, place, now);
  });
  const { items, counts, fits, nextDue } = composeAhead(there, now, startOfDay(dayOf(now, clock), clock), parameters);
  return {
    items: await showItems(personId, items, byId),
    counts,
    nextDue,
    scheduling: habits,
    budget: { minutes: null, spent: 0, fits, expected: 0 },
  };
}

async function readRows(personId: string, rule: RuleId): Promise<readonly Item[]> {
  const cards = { kind: "card", ref: { in: [...cardsOf(rule)] } };
  const wanted = [cards, { kind: "drill", sibling: rule }, { kind: "scenario" }];
  return (await database()).item.findMany({ where: { personId, OR: wanted } });
}

const cardsOf = (rule: RuleId): readonly string[] => teaching().get(rule) ?? [];

type Taught = ItemName & { readonly kind: "card" | "drill" };

/** Cards first, in teaching order; then drills, of the scenarios whose words the person knows. */
function namesOf(rule: RuleId, rows: readonly Item[]): readonly Taught[] {
  const placed = cardsById();
  const cards = cardsOf(rule).toSorted((a, b) => (placed.get(a)?.place ?? 0) - (placed.get(b)?.place ?? 0));
  const refs = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [row.ref] : []));
  const met = [...refs("scenario"), FIRST_SCENARIO].filter((slug) => drillPools(slug).has(rule));
  const drills = new Set([...refs("drill"), ...met.map((slug) => drillRef(slug, rule))]);
  const other = drills.size === 0 ? drillsFor(FIRST_SCENARIO, rule) : null;
  if (other !== null) drills.add(other);
  return [
    ...cards.map((ref) => ({ kind: "card", ref }) as const),
    ...[...drills].map((ref) => ({ kind: "drill", ref }) as const),
  ];
}

function knownItem(row: Item, clock: Clock, now: number): readonly Waiting[] {
  if (row.suspendedAt !== null || row.buriedOn === dayOf(now, clock)) return [];
  const item = waitingOf(row, clock);
  return item ? [item] : [];
}

function newItem({ kind, ref }: Taught, place: number, now: number): readonly Waiting[] {
  return [{ ...unseenItem(kind, ref, place, now), sibling: siblingOf(kind, ref) }];
}
