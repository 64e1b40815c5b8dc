import type { Rule } from "../rule";
import { check } from "./constraints/check";
import { notNull } from "./constraints/not-null";
import { unique } from "./constraints/unique";
import { fit } from "./database/fit";
import { reason } from "./database/reason";
import { unjustified } from "./database/unjustified";
import { joinHeavy } from "./document/join-heavy";
import { staleCopy } from "./document/stale-copy";
import { unboundedArray } from "./document/unbounded-array";
import { attributeMissing } from "./entities/attribute-missing";
import { duplicate } from "./entities/duplicate";
import { missing as entityMissing } from "./entities/missing";
import { overModelled } from "./entities/over-modelled";
import { consistency } from "./factors/consistency";
import { volume } from "./factors/volume";
import { edgeAsProperty } from "./graph/edge-as-property";
import { notNeeded } from "./graph/not-needed";
import { redundant } from "./indexes/redundant";
import { unserved } from "./indexes/unserved";
import { unused } from "./indexes/unused";
import { noExpiry } from "./key-value/no-expiry";
import { notALookup } from "./key-value/not-a-lookup";
import { missing as keyMissing } from "./keys/missing";
import { mutableNatural } from "./keys/mutable-natural";
import { notIdentifying } from "./keys/not-identifying";
import { duplicateFact } from "./normalization/duplicate-fact";
import { repeatingGroup } from "./normalization/repeating-group";
import { unjustifiedCopy } from "./normalization/unjustified-copy";
import { dangling } from "./relationships/dangling";
import { missing as relationshipMissing } from "./relationships/missing";
import { noJunction } from "./relationships/no-junction";
import { typeMismatch } from "./relationships/type-mismatch";
import { wrongSide } from "./relationships/wrong-side";
import { crossShard } from "./scale/cross-shard";
import { hotPartition } from "./scale/hot-partition";
import { shardKey } from "./scale/shard-key";
import { filtering } from "./wide-column/filtering";
import { unboundedPartition } from "./wide-column/unbounded-partition";

/** Every rule that is written, in the order of the report. */
export const RULES: readonly Rule[] = [
  volume,
  consistency,
  fit,
  reason,
  unjustified,
  entityMissing,
  duplicate,
  overModelled,
  attributeMissing,
  keyMissing,
  notIdentifying,
  mutableNatural,
  relationshipMissing,
  wrongSide,
  noJunction,
  dangling,
  typeMismatch,
  unique,
  notNull,
  check,
  unserved,
  redundant,
  unused,
  repeatingGroup,
  duplicateFact,
  unjustifiedCopy,
  shardKey,
  hotPartition,
  crossShard,
  unboundedArray,
  joinHeavy,
  staleCopy,
  notALookup,
  noExpiry,
  filtering,
  unboundedPartition,
  notNeeded,
  edgeAsProperty,
];
