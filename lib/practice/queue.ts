import { type Memory, newMemory, orderQueue } from "@/lib/schedule";
import { CARDS_A_DAY } from "./plan";

/** Something that may be shown, as the queue needs to know it. */
export interface Waiting {
  /** `card:keys/what-is-a-key`, `scenario:auction`: one person's own name for it. */
  readonly id: string;
  readonly kind: "card" | "scenario";
  readonly ref: string;
  readonly memory: Memory;
  /** Why a report brought it forward; null where it comes by its own schedule. */
  readonly why: string | null;
  /** Its place in the decks. */
  readonly place?: number;
}

export interface QueueCounts {
  /** Cards and scenarios that were learnt and whose time has come. */
  readonly due: number;
  /** Cards never seen that today still takes. */
  readonly new: number;
  /** Cards in their first minutes, or forgotten and on their way back. */
  readonly learning: number;
}

/**
 * What to review now: cards in learning, due cards, new cards (ten a day; what a report promised always comes), and last
 * the scenarios, which take half an hour each.
 */
export function composeQueue(
  waiting: readonly Waiting[],
  now: number,
  newToday: number,
): { readonly items: readonly Waiting[]; readonly counts: QueueCounts } {
  const limits = { newPerDay: CARDS_A_DAY, newToday };
  const ready = waiting.map((item) => ({ ...item, promised: item.why !== null }));
  const ordered = (kind: Waiting["kind"]) =>
    orderQueue(
      ready.filter((item) => item.kind === kind),
      now,
      limits,
    ).items;
  const items = [...ordered("card"), ...ordered("scenario")].map(({ promised: _, ...item }) => item);
  const learning = items.filter(({ memory }) => memory.phase === "learning" || memory.phase === "relearning").length;
  const fresh = items.filter(({ memory }) => memory.phase === "new").length;
  return { items, counts: { due: items.length - learning - fresh, new: fresh, learning } };
}

/** The id of an item among one person's. */
export function itemId(kind: Waiting["kind"], ref: string): string {
  return `${kind}:${ref}`;
}

/** The kind and the ref of an item's id; null where it is none. */
export function readItemId(id: string): { readonly kind: Waiting["kind"]; readonly ref: string } | null {
  const [, kind, ref] = /^(card|scenario):(.+)$/s.exec(id) ?? [];
  return ref !== undefined && (kind === "card" || kind === "scenario") ? { kind, ref } : null;
}

/** A card that the person never met. */
export function unseenCard(ref: string, place: number, now: number): Waiting {
  return { id: itemId("card", ref), kind: "card", ref, memory: newMemory(now), why: null, place };
}
