/** Why an edit was not made. `unclear`: no change of the text says exactly this, so that a person must write it. */
export type EditRefusal =
  | "not-shorthand"
  | "no-table"
  | "no-attribute"
  | "no-index"
  | "no-key"
  | "no-reference"
  | "bad-name"
  | "taken"
  | "bad-words"
  | "unclear";

/** The whole sheet after an edit, or why there is none. */
export type Edited = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: EditRefusal };

/** What was taken out, with what else went and what still names it. */
export type Removed =
  | {
      readonly ok: true;
      readonly text: string;
      /** What went with it, in words of the notation: `index (auction_id, created_at)`. */
      readonly gone: readonly string[];
      /** What elsewhere still names it: `items.seller_id`. */
      readonly refers: readonly string[];
    }
  | { readonly ok: false; readonly code: EditRefusal };

export function refused(code: EditRefusal): { readonly ok: false; readonly code: EditRefusal } {
  return { ok: false, code };
}
