export { align } from "./align";
export type { Alignment, AttributePlace, Double, EntityPlace, KnownExtra, RelationPlace } from "./alignment";
export { attributeAt, type ColumnPlace, columnsFor, meaningsOf, relationNamed } from "./questions";
export { bestLikeness, likeness, looksLikeId, referenceWords, tableWords, wordsOf } from "./words";
