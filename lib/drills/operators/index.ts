import type { Operator } from "../operator";
import * as access from "./access";
import * as keys from "./keys";
import * as rows from "./rows";
import * as shape from "./shape";
import * as spread from "./spread";

export const OPERATORS: readonly Operator[] = [
  ...Object.values(rows),
  ...Object.values(keys),
  ...Object.values(access),
  ...Object.values(shape),
  ...Object.values(spread),
];
