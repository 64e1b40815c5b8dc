import type { Span } from "@/lib/diagnostics";
import type { Design } from "./design";
import type { Consistency, Level, Reason, StoreChoice, Volume } from "./vocabulary";

/** A value with the place where it was said. */
export interface Said<T> {
  readonly value: T;
  readonly span: Span;
}

/** `shard by: bids.auction_id` or `readings(device_id, day)`; names as written. */
export interface ShardKey {
  readonly table: string;
  readonly columns: readonly string[];
}

/** `bids: strong` or `auctions.view_count: eventual`; names as written. */
export interface ConsistencyClaim {
  readonly table: string;
  readonly column: string | null;
  readonly level: Consistency;
}

/** `also: { Redis: [hot-data] }`. */
export interface SecondStore {
  readonly store: StoreChoice;
  readonly reasons: readonly Reason[];
}

/** The front matter: what was decided before any table was drawn. Null or empty: not said. */
export interface Decisions {
  readonly scenario: Said<string> | null;
  readonly level: Said<Level> | null;
  readonly store: Said<StoreChoice> | null;
  readonly because: readonly Said<Reason>[];
  readonly volume: Said<Volume> | null;
  readonly shardBy: readonly Said<ShardKey>[];
  readonly consistency: readonly Said<ConsistencyClaim>[];
  readonly also: readonly Said<SecondStore>[];
}

/** A whole answer sheet, read. Spans are offsets into the sheet's text. */
export interface Answer {
  readonly decisions: Decisions;
  readonly design: Design;
}

export const NO_DECISIONS: Decisions = {
  scenario: null,
  level: null,
  store: null,
  because: [],
  volume: null,
  shardBy: [],
  consistency: [],
  also: [],
};
