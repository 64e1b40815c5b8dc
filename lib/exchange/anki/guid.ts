/** No guid that Anki makes holds a space, so that what follows one is ours. */
const CARD = / card (\d{1,4})$/;

export interface CardName {
  readonly guid: string;
  /** From 0. */
  readonly ordinal: number;
}

/**
 * How a card is called in an Anki package. Each of our cards is a note of its own there: the first card of a note has the
 * note's guid, the others say which they are.
 */
export function writeGuid({ guid, ordinal }: CardName): string {
  return ordinal === 0 ? guid : `${guid} card ${ordinal + 1}`;
}

/** The other way round. @param ordinal the card's among those of its note in the package */
export function readGuid(guid: string, ordinal: number): CardName {
  const number = Number(CARD.exec(guid)?.[1] ?? 0);
  if (number < 2 || ordinal !== 0) return { guid, ordinal };
  return { guid: guid.replace(CARD, ""), ordinal: number - 1 };
}
