import type { KeptDraft } from "./desk-contract";
import type { Aside } from "./local-copy";

/** `idle`: nothing to keep yet. `waiting`: changed, about to be saved. */
export type DraftStatus =
  | "idle"
  | "waiting"
  | "saving"
  | "saved"
  | "offline"
  | "failed"
  | "too-long"
  | "conflict"
  | "signed-out"
  | "other-person";

export interface DraftState {
  readonly text: string;
  readonly status: DraftStatus;
  /** Who it is kept for; null until a visitor has become a guest. */
  readonly person: string | null;
  /** The other device's text, while the person has to choose. */
  readonly theirs: KeptDraft | null;
  /** A text that was not chosen; it can be had back. */
  readonly aside: Aside | null;
  /** Text of a session that is over, found on this device. */
  readonly stray: string | null;
  /** False where this browser refuses to keep a copy. */
  readonly keptHere: boolean;
}

export interface DraftKeeper {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => DraftState;
  /** Takes up what this device kept. To be called once, in the browser. */
  readonly restore: () => void;
  readonly edit: (text: string) => void;
  /** Replaces the text and puts the old one aside. */
  readonly replace: (text: string, from: Aside["from"]) => void;
  /** Saves now, where there is something to save. */
  readonly flush: () => Promise<void>;
  readonly choose: (which: "mine" | "theirs") => void;
  readonly swapAside: () => void;
  readonly dropAside: () => void;
  readonly takeStray: () => void;
  readonly leaveStray: () => void;
  readonly became: (person: string) => void;
  readonly stop: () => void;
}
