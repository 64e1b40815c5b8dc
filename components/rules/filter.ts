import type { StoreType } from "@/lib/design";
import type { Dimension, RuleId } from "@/lib/rubric";

/** A rule in one line of the index. */
export interface RuleLine {
  readonly id: RuleId;
  readonly dimension: Dimension;
  readonly title: string;
  readonly asks: string;
  readonly stores: readonly StoreType[];
}

export interface RuleQuery {
  /** Words that must all be found, in any order. */
  readonly words: string;
  /** Null: every store. */
  readonly store: StoreType | null;
}

/** The rules that speak about the store and have all the words in their id, title, question or stores. */
export function filterRules(rules: readonly RuleLine[], { words, store }: RuleQuery): readonly RuleLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter((rule) => {
    const text = [rule.id, rule.title, rule.asks, ...rule.stores].join(" ").toLowerCase();
    return (store === null || rule.stores.includes(store)) && wanted.every((word) => text.includes(word));
  });
}
