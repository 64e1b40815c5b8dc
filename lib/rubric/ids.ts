/** Ids are stable: they are in links, in saved reports and in the cards. */
export const RULE_IDS = [
  "factors/volume",
  "factors/consistency",
  "database/fit",
  "database/reason",
  "database/unjustified",
  "entities/missing",
  "entities/duplicate",
  "entities/over-modelled",
  "entities/attribute-missing",
  "keys/missing",
  "keys/not-identifying",
  "keys/mutable-natural",
  "relationships/missing",
  "relationships/wrong-side",
  "relationships/no-junction",
  "relationships/dangling",
  "relationships/type-mismatch",
  "constraints/unique",
  "constraints/not-null",
  "constraints/check",
  "indexes/unserved",
  "indexes/redundant",
  "indexes/unused",
  "normalization/repeating-group",
  "normalization/duplicate-fact",
  "normalization/unjustified-copy",
  "scale/shard-key",
  "scale/hot-partition",
  "scale/cross-shard",
  "document/unbounded-array",
  "document/join-heavy",
  "document/stale-copy",
  "key-value/not-a-lookup",
  "key-value/no-expiry",
  "wide-column/filtering",
  "wide-column/unbounded-partition",
  "graph/not-needed",
  "graph/edge-as-property",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** In the order of the report. */
export const DIMENSIONS = [
  "factors",
  "database",
  "entities",
  "keys",
  "relationships",
  "constraints",
  "indexes",
  "normalization",
  "scale",
  "document",
  "key-value",
  "wide-column",
  "graph",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export function dimensionOf(rule: RuleId): Dimension {
  const name = rule.slice(0, rule.indexOf("/"));
  return DIMENSIONS.find((dimension) => dimension === name) ?? "entities";
}
