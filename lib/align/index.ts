export { align } from "./align";
export {
  type Alignment,
  type AttributePlace,
  type Double,
  type EntityPlace,
  type KnownExtra,
  type Placing,
  type RelationPlace,
} from "./alignment";
export { AROUND } from "./embedded";
export { isGuarded } from "./guard";
export {
  EDGE_FROM,
  EDGE_TO,
  endsByItself,
  type Holder,
  type HolderKind,
  holdersOf,
  isCollection,
  variablesOf,
} from "./holders";
export { bestLikeness, likeness } from "./likeness";
export { type Told } from "./places";
export { WHOLE } from "./placing";
export { type ColumnPlace, columnsFor, meaningsOf, partsIn } from "./questions";
export { fullWords, isBucketName, looksLikeId, tableWords, wordsOf } from "./words";
