/** The decisions, in the order of print, with other spellings of their names. */
const KEYS = {
  scenario: ["problem"],
  level: ["seniority"],
  store: ["database", "db", "engine", "datastore"],
  because: ["reasons", "reason", "why"],
  volume: ["scale"],
  "shard by": ["shard key", "sharding", "sharded by", "partition by", "shard"],
  consistency: [],
  also: ["second store", "cache"],
} as const satisfies Record<string, readonly string[]>;

export type SheetKey = keyof typeof KEYS;
export const SHEET_KEYS = Object.keys(KEYS) as readonly SheetKey[];

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, "");
}

const BY_NAME = new Map<string, SheetKey>();
for (const key of SHEET_KEYS) for (const name of [key, ...KEYS[key]]) BY_NAME.set(squeeze(name), key);

/** Case, `_`, `-` and spaces do not matter. */
export function sheetKey(text: string): SheetKey | null {
  return text.length > 40 ? null : (BY_NAME.get(squeeze(text)) ?? null);
}
