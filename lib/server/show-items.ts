import type { Card } from "@/lib/cards";
import { type Drill, nextDrill } from "@/lib/drills";
import { readDrillRef, type Waiting } from "@/lib/practice";
import type { RuleId } from "@/lib/rubric";
import type { Memory } from "@/lib/schedule";
import { cardsById, findRule, scenarioTitles } from "./content";
import { database } from "./database";
import { drillPools } from "./drills";
import type { Item } from "./generated/client";
import { readReason, readSeen } from "./items";

interface Shown {
  /** Name it when rating: `card:keys/what-is-a-key`. */
  readonly id: string;
  /** The card's id, the drill's `<scenario>/<rule>`, the own card's id or the scenario's slug. */
  readonly ref: string;
  readonly phase: Memory["phase"];
  /** Epoch milliseconds. */
  readonly due: number;
  readonly memory: Memory;
  /** Why a report brought it forward, and where the report is; null where it comes by its own schedule. */
  readonly why: string | null;
  readonly attemptId: string | null;
  /** Items of one group do not come on the same day. */
  readonly sibling: string | null;
  /** Forgotten again and again. */
  readonly leech: boolean;
}

/** A card that the person brought or wrote, as it is shown: Markdown, `{{hidden words}}` in a cloze. */
export interface OwnFace {
  readonly deck: string;
  readonly kind: "basic" | "cloze";
  readonly front: string;
  readonly back: string;
}

export type QueueItem =
  | (Shown & { readonly kind: "card"; readonly card: Card })
  | (Shown & { readonly kind: "own"; readonly own: OwnFace })
  | (Shown & {
      readonly kind: "drill";
      readonly drill: Drill;
      /** The scenario's. */
      readonly title: string;
      readonly rule: RuleId;
    })
  | (Shown & { readonly kind: "scenario"; readonly title: string });

/** Gives each item of a queue what its face needs; what is no longer there is left out. */
export async function showItems(
  personId: string,
  items: readonly Waiting[],
  rows: ReadonlyMap<string, Item>,
): Promise<readonly QueueItem[]> {
  const own = await ownFaces(
    personId,
    items.flatMap(({ kind, ref }) => (kind === "own" ? [ref] : [])),
  );
  return items.flatMap((item) => show(item, rows.get(item.id) ?? null, own) ?? []);
}

async function ownFaces(personId: string, ids: readonly string[]): Promise<ReadonlyMap<string, OwnFace>> {
  if (ids.length === 0) return new Map();
  const where = { personId, id: { in: [...ids] } };
  const select = { id: true, deck: true, kind: true, front: true, back: true };
  const rows = await (await database()).ownCard.findMany({ where, select });
  return new Map(
    rows.map(({ id, kind, ...face }) => [id, { ...face, kind: kind === "cloze" ? "cloze" : "basic" } as const]),
  );
}

function show(item: Waiting, row: Item | null, own: ReadonlyMap<string, OwnFace>): QueueItem | null {
  const { id, kind, ref, memory, why } = item;
  const attemptId = readReason(row?.reason ?? null)?.attemptId ?? null;
  const sibling = item.sibling ?? null;
  const common = {
    id,
    ref,
    phase: memory.phase,
    due: memory.due,
    memory,
    why,
    attemptId,
    sibling,
    leech: row?.leech ?? false,
  };
  if (kind === "scenario") return { ...common, kind, title: scenarioTitles().get(ref) ?? ref };
  if (kind === "drill") return showDrill(common, ref, readSeen(row?.seen ?? null));
  if (kind === "own") {
    const face = own.get(ref);
    return face ? { ...common, kind, own: face } : null;
  }
  const card = cardsById().get(ref)?.card;
  return card ? { ...common, kind, card } : null;
}

/** Another drill of the rule each time; which one is the same until it is rated. */
function showDrill(common: Shown, ref: string, seen: readonly string[]): QueueItem | null {
  const { scenario, rule: name } = readDrillRef(ref);
  const rule = findRule(name);
  const pool = rule ? drillPools(scenario).get(rule) : undefined;
  const drill = pool && nextDrill(pool, seen, common.memory.reps);
  if (!drill || !rule) return null;
  return { ...common, kind: "drill", drill, rule, title: scenarioTitles().get(scenario) ?? scenario };
}
