import type { Consistency, Decisions, ShardKey } from "@/lib/design";

/** One row of the consistency table as a form holds it: `bids` or `auctions.view_count`. */
export interface ConsistencyRow {
  readonly of: string;
  readonly level: Consistency;
}

/** Several shard keys as one line of text, as the front matter writes them. */
export function shardText(keys: readonly ShardKey[]): string {
  return keys
    .map(({ table, columns }) => (columns.length === 1 ? `${table}.${columns[0]}` : `${table}(${columns.join(", ")})`))
    .join(", ");
}

/** A line of shard keys taken apart at the commas that stand outside brackets. */
export function shardKeys(text: string): readonly string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((key) => key.trim())
    .filter((key) => key !== "");
}

export function consistencyRows(decisions: Decisions): readonly ConsistencyRow[] {
  return decisions.consistency.map(({ value }) => ({
    of: value.column === null ? value.table : `${value.table}.${value.column}`,
    level: value.level,
  }));
}

/** The decisions in one line, for when the form is folded. Empty: nothing was decided yet. */
export function decisionsInBrief(decisions: Decisions): readonly string[] {
  const { level, store, because, volume, shardBy, consistency } = decisions;
  const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
  return [
    level?.value ?? "",
    store ? (store.value.engine ?? store.value.type) : "",
    because.length > 0 ? counted(because.length, "reason", "reasons") : "",
    volume?.value ?? "",
    shardBy.length > 0 ? `by ${shardText(shardBy.map((said) => said.value))}` : "",
    consistency.length > 0 ? counted(consistency.length, "consistency choice", "consistency choices") : "",
  ].filter((part) => part !== "");
}
