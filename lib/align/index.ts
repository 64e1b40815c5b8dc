export { align } from "./align";
export {
  type Alignment,
  type AttributePlace,
  type Double,
  type EntityPlace,
  type KnownExtra,
  type RelationPlace,
} from "./alignment";
export { attributeAt, type ColumnPlace, columnsFor, meaningsOf, relationNamed } from "./questions";
export { bestLikeness, likeness, looksLikeId, referenceWords, tableWords, wordsOf } from "./words";
