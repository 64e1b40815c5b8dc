export { type PatternProblem, type PatternsRead, printPattern, readPatterns } from "./pattern-text";
export { type Problem } from "./problem";
export * from "./queries";
export * from "./schema";
export { type Given, namesInCondition, type Order, type Range, readGiven, readOrder, readRange } from "./step";
