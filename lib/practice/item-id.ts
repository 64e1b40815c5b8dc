import { ITEM_KINDS, type ItemKind } from "@/lib/schedule";

/** What comes back: a card of ours, drills of one rule in one scenario, a card of the person's own, a scenario. */
export interface ItemName {
  readonly kind: ItemKind;
  /** The card's id, `<scenario>/<rule>`, the own card's id, or the scenario's slug. */
  readonly ref: string;
}

/** The id of an item among one person's: `card:keys/what-is-a-key`, `drill:auction/indexes/unserved`. */
export function itemId(kind: ItemKind, ref: string): string {
  return `${kind}:${ref}`;
}

/** The kind and the ref of an item's id; null where it is none. */
export function readItemId(id: string): ItemName | null {
  const [, start, ref] = /^([a-z]+):(.+)$/s.exec(id) ?? [];
  const kind = ITEM_KINDS.find((one) => one === start);
  return kind === undefined || ref === undefined ? null : { kind, ref };
}

export function drillRef(scenario: string, rule: string): string {
  return `${scenario}/${rule}`;
}

/** The scenario and the rule of a drill's ref. */
export function readDrillRef(ref: string): { readonly scenario: string; readonly rule: string } {
  const cut = ref.indexOf("/");
  return { scenario: ref.slice(0, cut), rule: ref.slice(cut + 1) };
}
