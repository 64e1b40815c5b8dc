import type { ReactNode } from "react";
import type { Memory, Rating } from "@/lib/schedule";

export { type Rating } from "@/lib/schedule";

export const RATINGS = [
  { rating: 1, name: "Again" },
  { rating: 2, name: "Hard" },
  { rating: 3, name: "Good" },
  { rating: 4, name: "Easy" },
] as const satisfies readonly { readonly rating: Rating; readonly name: string }[];

export interface LinkTo {
  readonly href: string;
  readonly words: string;
}

/** Where one reads on: the rules that an item teaches, the scenario that it is from, the proof of what it says. */
export interface ItemLinks {
  readonly rules: readonly LinkTo[];
  readonly scenario: LinkTo | null;
  readonly proof: LinkTo | null;
}

interface Base {
  readonly id: string;
  /** Why it is here, where a report brought it forward: "because … was missed". */
  readonly why: ReactNode | null;
  /** What is known of the person's memory of it; the next one is computed from it on this device. */
  readonly memory: Memory;
}

export interface Option {
  readonly id: string;
  readonly words: ReactNode;
  readonly right: boolean;
}

/** What is rated by the person. Drawn on the server: no Markdown parser comes to the browser. */
interface Rateable extends Base {
  /** Forgotten too often. */
  readonly leech: boolean;
  /** None where one answers in one's own mind. */
  readonly options: readonly Option[];
  /** Orders of the options, by places in `options`: another one at each showing, so that nobody learns the place. */
  readonly orders: readonly (readonly number[])[];
  readonly links: ItemLinks;
}

/** A card of the decks, or of the person's own. */
export interface CardItem extends Rateable {
  readonly kind: "card" | "own";
  readonly front: ReactNode;
  readonly back: ReactNode;
  /** The answer stands in the question's place (hidden words filled in) instead of below it. */
  readonly backReplacesFront: boolean;
  /** Where the fact comes from. */
  readonly source: string | null;
  /** Where a person's own card can be changed. */
  readonly edit: string | null;
}

/** A sound answer with one flaw, and a question about it. */
export interface DrillItem extends Rateable {
  readonly kind: "drill";
  /** The drill that is shown: the item is all drills of one rule and scenario. */
  readonly shows: string;
  readonly title: string;
  readonly sheet: string;
  /** How many lines of the sheet are its front matter. */
  readonly headLines: number;
  readonly asks: ReactNode;
  readonly message: ReactNode;
  readonly fix: ReactNode;
  /** Where the flaw stands, a line from 1; null where what is wrong is that something is absent. */
  readonly line: number | null;
}

/** A scenario to practise again; its rating comes from the score. */
export interface ScenarioItem extends Base {
  readonly kind: "scenario";
  readonly slug: string;
  readonly title: string;
}

export type RatedItem = CardItem | DrillItem;
export type ReviewItem = RatedItem | ScenarioItem;

/** The options in the order of this showing. */
export function optionsOf({ options, orders, memory }: RatedItem): readonly Option[] {
  const order = orders[memory.reps % Math.max(1, orders.length)];
  return order ? order.flatMap((place) => options[place] ?? []) : options;
}
