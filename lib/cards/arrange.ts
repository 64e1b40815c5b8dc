import { shuffled } from "@/lib/chance";
import type { Card } from "./card";

export type ChooseCard = Extract<Card, { kind: "choose" }>;

export interface Option {
  readonly text: string;
  readonly right: boolean;
}

/**
 * The options of a card in an order that looks random and is the same for the same card and seed: the server and the
 * page agree without telling each other. A new seed for each review (the review's number, say) keeps people from
 * learning the place instead of the answer.
 */
export function arrange(card: ChooseCard, seed: string | number): readonly Option[] {
  const options: Option[] = [{ text: card.right, right: true }, ...card.wrong.map((text) => ({ text, right: false }))];
  return shuffled(options, `${card.id} ${seed}`);
}
