import type { AccountItem } from "@/lib/exchange";
import type { ItemName } from "@/lib/practice";
import type { Phase } from "@/lib/schedule";
import type { ItemState } from "../items";

/** A rating that a file brings. Times are epoch milliseconds. */
export interface IncomingReview {
  /** The same in every file, so that it counts once. */
  readonly id: string;
  readonly rating: number;
  readonly at: number;
  readonly elapsed: number;
  readonly due: number;
  /** The item's state before it; null where the file does not say. */
  readonly before: ItemState | null;
  /** Where the card stood before it, where the file says that alone. */
  readonly phase: Phase | null;
  readonly shown: string | null;
  readonly undoneAt: number | null;
}

/** An item that a file brings, whatever its format. */
export interface Incoming {
  readonly name: ItemName;
  readonly state: ItemState;
  /** In order. */
  readonly reviews: readonly IncomingReview[];
  readonly made: Pick<AccountItem, "sibling" | "buriedOn" | "position" | "createdAt">;
  /** Whether `state` is what came of the reviews; else it is worked out from them. */
  readonly trusted: boolean;
}

/** A card of the person's own that a file brings: written as it is, new or over the one that is there. */
export interface IncomingCard {
  readonly id: string;
  readonly deck: string;
  readonly note: string;
  readonly ordinal: number;
  readonly kind: "basic" | "cloze";
  readonly front: string;
  readonly back: string;
  readonly tags: string;
  readonly createdAt: number;
}

/** What the person has of what a file brings. */
export interface Standing {
  readonly items: ReadonlyMap<string, StandingItem>;
  /** Ids of ratings that are there already, under whichever item. */
  readonly reviewIds: ReadonlySet<string>;
  /** Changes with everything that the person does. */
  readonly stamp: string;
}

export interface StandingItem {
  readonly id: string;
  readonly state: ItemState;
  readonly made: Incoming["made"];
  readonly reviews: readonly IncomingReview[];
}
