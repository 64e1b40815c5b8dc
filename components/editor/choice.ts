export type ChoiceKind = "table" | "column" | "note" | "word" | "type" | "value" | "snippet";

export interface Choice {
  readonly label: string;
  readonly kind: ChoiceKind;
  readonly detail?: string;
  /** What to insert, where it is more than the label. */
  readonly insert?: string;
  /** A template with `#{field}` to fill in. */
  readonly template?: string;
  /** Something has to follow: ask again after it. */
  readonly again?: boolean;
}
