import type { Operator } from "./operator";
import * as keys from "./operators-keys";
import * as shape from "./operators-shape";
import * as store from "./operators-store";

/** In the order of the table that the bench prints. */
export const OPERATORS: readonly Operator[] = [
  keys.dropKey,
  keys.narrowKey,
  keys.dropReference,
  keys.repointReference,
  keys.dangleReference,
  shape.turnReference,
  shape.dropLink,
  keys.dropUnique,
  keys.uniqueTooMuch,
  keys.dropNotNull,
  keys.dropCheck,
  keys.dropIndex,
  keys.swapIndex,
  keys.addRedundantIndex,
  shape.dropAttribute,
  shape.numberColumns,
  shape.dropTable,
  shape.embedList,
  store.dropTemplate,
  store.widenPartition,
  store.narrowClustering,
  store.dropPartitionColumn,
  store.dropTtl,
  store.shardWrong,
  store.changeStore,
];
