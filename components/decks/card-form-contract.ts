import type { ReactNode } from "react";

/** A card as it is written. */
export interface CardText {
  readonly deck: string;
  readonly kind: "basic" | "cloze";
  readonly front: string;
  readonly back: string;
}

/** What comes back from the form where it was not saved. */
export interface CardFormState {
  readonly turn: number;
  readonly fields: Readonly<Partial<Record<keyof CardText, string>>>;
  readonly message: string | null;
  /** What was saved last, in words; null where nothing was. */
  readonly saved: string | null;
}

export type CardAction = (state: CardFormState, form: FormData) => Promise<CardFormState>;

/** Draws both sides on the server, where the Markdown is read. */
export type PreviewAction = (card: CardText) => Promise<ReactNode>;
