import type { Edited, EditRefusal, Removed } from "@/lib/notation";

/** An edit of the whole sheet's text. */
export type Edit = (text: string) => Edited | Removed;

/** What a form may ask: null where it was done, else why not. */
export interface Editing {
  /** Makes a change; `focus` names what to focus then. */
  readonly change: (edit: Edit, focus?: string) => EditRefusal | null;
  /** Takes something out and offers to put it back. */
  readonly remove: (what: string, edit: Edit, focus: string) => void;
  /** Shows a place of the text. */
  readonly write: (start: number) => void;
}
