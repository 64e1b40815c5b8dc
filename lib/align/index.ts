export { align } from "./align";
export {
  type Alignment,
  type AttributePlace,
  type Double,
  type EntityPlace,
  type KnownExtra,
  type RelationPlace,
} from "./alignment";
export { type ColumnPlace, columnsFor, meaningsOf } from "./questions";
export { bestLikeness, likeness, looksLikeId, tableWords, wordsOf } from "./words";
