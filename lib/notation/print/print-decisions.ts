import type { ConsistencyClaim, Decisions, SecondStore, ShardKey, StoreChoice } from "@/lib/design";
import { SHEET_KEYS, type SheetKey } from "../sheet/keys";

/** Words that the front matter's reader would take apart stand in quotes. */
export function quoteWord(word: string): string {
  const flat = word.replace(/[\r\n]+/g, " ").trim();
  const plain = !/^[\s"'[{\-#]|[,:[\]{};]|\s#|^$/.test(flat) && !hasOpenParenthesis(flat);
  if (plain) return flat;
  return flat.includes('"') ? `'${flat.replaceAll("'", "’")}'` : `"${flat}"`;
}

function hasOpenParenthesis(text: string): boolean {
  let depth = 0;
  for (const here of text) {
    if (here === "(") depth++;
    if (here === ")" && --depth < 0) return true;
  }
  return depth !== 0;
}

export function printList(words: readonly string[]): string {
  return `[${words.join(", ")}]`;
}

export function printMap(pairs: readonly (readonly [string, string])[]): string {
  return `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")} }`;
}

export function printStore({ type, engine }: StoreChoice): string {
  return engine ?? type;
}

/** One alone stands by itself, several in a list. */
export function printShardKeys(keys: readonly string[]): string {
  return keys.length === 1 ? (keys[0] ?? "") : printList(keys);
}

function printShardKey({ table, columns }: ShardKey): string {
  return columns.length === 1 ? `${table}.${columns[0]}` : `${table}(${columns.join(", ")})`;
}

function printClaim({ table, column, level }: ConsistencyClaim): readonly [string, string] {
  return [column === null ? table : `${table}.${column}`, level];
}

function printSecond({ store, reasons }: SecondStore): readonly [string, string] {
  return [printStore(store), printList(reasons)];
}

/** The value of each decision as the front matter writes it; null where nothing was said. */
function printValue(key: SheetKey, decisions: Decisions): string | null {
  const { scenario, level, store, because, volume, shardBy, consistency, also } = decisions;
  const some = <T>(items: readonly T[], print: (items: readonly T[]) => string) => (items.length ? print(items) : null);
  const values: Readonly<Record<SheetKey, () => string | null>> = {
    scenario: () => scenario && quoteWord(scenario.value),
    level: () => level?.value ?? null,
    store: () => store && printStore(store.value),
    because: () => some(because, (items) => printList(items.map((item) => item.value))),
    volume: () => volume?.value ?? null,
    "shard by": () => some(shardBy, (items) => printShardKeys(items.map((item) => printShardKey(item.value)))),
    consistency: () => some(consistency, (items) => printMap(items.map((item) => printClaim(item.value)))),
    also: () => some(also, (items) => printMap(items.map((item) => printSecond(item.value)))),
  };
  return values[key]();
}

/** The front matter with its fences; empty where no decision was made. */
export function printDecisions(decisions: Decisions): string {
  const lines = SHEET_KEYS.flatMap((key) => {
    const value = printValue(key, decisions);
    return value === null ? [] : [`${key}: ${value}`];
  });
  return lines.length === 0 ? "" : `${["---", ...lines, "---"].join("\n")}\n`;
}
