import type { Memory } from "@/lib/schedule";
import type { RatedItem, Rating, ReviewItem } from "./item";
import type { ShownQueue } from "./queue";

/** A rating given in this sitting, kept until it ends so that it can be undone. */
export interface Given {
  readonly kind: "rate";
  readonly id: string;
  /** The item as it was shown, with its memory before. */
  readonly item: RatedItem;
  readonly rating: Rating;
  /** Epoch milliseconds by this device's clock. */
  readonly at: number;
  /** Milliseconds from the question to the rating. */
  readonly elapsed: number;
  readonly after: Memory;
}

/** An item that was suspended, or buried for the day. */
export interface PutAway {
  readonly kind: "suspend" | "bury";
  readonly item: RatedItem;
  readonly at: number;
}

export type Act = Given | PutAway;

/** A rating that may be given now, and when the item would come back: "10 min", "4 days". */
export interface Choice {
  readonly rating: Rating;
  readonly interval: string;
}

/** One sitting. */
export interface Session extends Pick<ShownQueue, "scheduling" | "budget" | "nextDue"> {
  /** What lies on the table; null where nothing is to be done now. */
  readonly table: ReviewItem | null;
  /** Still to come, in order. */
  readonly items: readonly ReviewItem[];
  /** In their steps: they come back in this sitting. By due time. */
  readonly waiting: readonly RatedItem[];
  /** What was done, the oldest first. */
  readonly acts: readonly Act[];
  readonly shown: boolean;
  /** The option that was chosen. */
  readonly chosen: string | null;
  /** None until the answer is shown. */
  readonly choices: readonly Choice[];
  /** When what is on the table was laid there; null until the page is awake: nothing is taken before. */
  readonly begun: number | null;
  /** Ids that were put off or away: they do not come again in this sitting. */
  readonly away: readonly string[];
  /** `asking`: the day's minutes are used up, the person decides; `over`: they went on; `ended`: they stopped. */
  readonly limit: "within" | "asking" | "over" | "ended";
}

/** What this device knows better than the server's queue, by item: the memory after ratings that it has not counted yet; null: put away. */
export type Known = ReadonlyMap<string, Memory | null>;

/** What happens, and when: epoch milliseconds by this device's clock. */
export type SessionEvent = { readonly at: number } & (
  | { readonly kind: "show"; readonly chosen?: string }
  | { readonly kind: "rate"; readonly id: string; readonly rating: Rating }
  | { readonly kind: "undo" }
  /** A scenario that can wait. */
  | { readonly kind: "skip" }
  | { readonly kind: "put-away"; readonly how: PutAway["kind"] }
  /** The server's queue came, at first or anew. */
  | { readonly kind: "arrive"; readonly queue: ShownQueue; readonly known: Known }
  /** The server says when the item of a rating comes back. */
  | { readonly kind: "settle"; readonly reviewId: string; readonly due: number }
  /** Another tab of this device has rated an item, or put it away. */
  | { readonly kind: "elsewhere"; readonly itemId: string }
  /** Time has passed. */
  | { readonly kind: "tick" }
  | { readonly kind: "go-on" }
  | { readonly kind: "stop" }
);
