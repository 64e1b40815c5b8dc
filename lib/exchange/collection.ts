import type { Memory, Phase, Rating } from "@/lib/schedule";

/** One rating, as every format can say it. */
export interface LoggedReview {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly rating: Rating;
  /** Milliseconds from the card's showing to its rating. */
  readonly elapsed: number;
  /** Where the card stood before. */
  readonly phase: Phase;
  /** When it made the card due, epoch milliseconds. */
  readonly due: number;
  /** FSRS difficulty after it, 1–10; null where it is not known. */
  readonly difficulty: number | null;
}

/** A card with all that is known of it. Text is Markdown; the hidden words of a cloze stand in `{{ }}`. */
export interface ExchangeCard {
  /** The same in every export of the same note: a second import finds it by this. */
  readonly guid: string;
  /** Which of the note's cards it is, from 0. */
  readonly ordinal: number;
  readonly deck: string;
  readonly kind: "basic" | "cloze";
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
  readonly memory: Memory;
  readonly suspended: boolean;
  /** Its place among new cards. */
  readonly position: number;
  /** In the order of time. */
  readonly log: readonly LoggedReview[];
}

/** What a file of cards holds, whatever its format. */
export interface Collection {
  readonly cards: readonly ExchangeCard[];
}
