export { printDecisions } from "./print/print-decisions";
export { printDesign } from "./print/print-design";
export { readSheet } from "./read-sheet";
export { type DecisionChange, setDecision } from "./sheet/set-decision";
export { type Halves, splitSheet } from "./sheet/split";
