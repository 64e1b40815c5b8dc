import type { Rule } from "../rule";
import { check } from "./constraints/check";
import { notNull } from "./constraints/not-null";
import { unique } from "./constraints/unique";
import { fit } from "./database/fit";
import { reason } from "./database/reason";
import { unjustified } from "./database/unjustified";
import { attributeMissing } from "./entities/attribute-missing";
import { duplicate } from "./entities/duplicate";
import { missing as entityMissing } from "./entities/missing";
import { overModelled } from "./entities/over-modelled";
import { consistency } from "./factors/consistency";
import { volume } from "./factors/volume";
import { redundant } from "./indexes/redundant";
import { unserved } from "./indexes/unserved";
import { unused } from "./indexes/unused";
import { missing as keyMissing } from "./keys/missing";
import { mutableNatural } from "./keys/mutable-natural";
import { notIdentifying } from "./keys/not-identifying";
import { dangling } from "./relationships/dangling";
import { missing as relationshipMissing } from "./relationships/missing";
import { noJunction } from "./relationships/no-junction";
import { typeMismatch } from "./relationships/type-mismatch";
import { wrongSide } from "./relationships/wrong-side";

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
];
