export * from "./answer";
export { assumeKnown, type Condition, conditionColumns, parseCondition } from "./condition";
export * from "./design";
export { editDistance } from "./edit-distance";
export * from "./factories";
export { type ColumnName, implies, speakAlike } from "./implication";
export * from "./questions";
export * from "./vocabulary";
