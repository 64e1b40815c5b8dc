export { type Drill, type DrillOption, type Evidence, QUESTIONS, type Question } from "./drill";
export { drillsOf, findDrill } from "./drills-of";
export { type ModelSheet } from "./model";
export { arrange, nextDrill } from "./next-drill";
