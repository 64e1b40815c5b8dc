export { readSheet } from "./read-sheet";
export { type Halves, splitSheet } from "./sheet/split";
