export * from "./answer";
export { assumeKnown, type Condition, conditionColumns, type Operand, parseCondition } from "./condition";
export * from "./design";
export { editDistance } from "./edit-distance";
export * from "./factories";
export { type ColumnName, implies, speakAlike } from "./implication";
export * from "./questions";
export { remembered, rememberedFor, rememberedLast } from "./remembered";
export * from "./vocabulary";
