/** What an import says when it is done. */
export interface ImportSaid {
  readonly ok: true;
  readonly taken: { readonly cards: number; readonly reviews: number; readonly decks: number };
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: readonly { readonly what: string; readonly why: string }[];
  readonly skippedCount: number;
  readonly notes: readonly string[];
}

export type ImportReply = ImportSaid | { readonly ok: false; readonly message: string };

/** Where a file is on its way. */
export type ImportStage =
  | { readonly kind: "idle" }
  /** Of its bytes, 0–1. */
  | { readonly kind: "sending"; readonly name: string; readonly share: number }
  | { readonly kind: "reading"; readonly name: string }
  | { readonly kind: "done"; readonly name: string; readonly said: ImportSaid }
  | { readonly kind: "failed"; readonly name: string; readonly message: string };
