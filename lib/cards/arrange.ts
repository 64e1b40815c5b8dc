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
  const random = randomFrom(`${card.id} ${seed}`);
  const keyed = options.map((option) => ({ option, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ option }) => option);
}

/** FNV-1a into mulberry32: small, well spread, and the same everywhere. Not for secrets. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
