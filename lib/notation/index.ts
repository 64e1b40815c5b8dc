export {
  addAttribute,
  addIndex,
  addReference,
  addTable,
  addUnique,
  type Edited,
  type EditRefusal,
  type IndexWords,
  moveAttribute,
  type NewAttribute,
  type NewNotes,
  type ReferenceWords,
  type Removed,
  removeAttribute,
  removeIndex,
  removeReference,
  removeTable,
  removeUnique,
  renameAttribute,
  renameTable,
  setCheck,
  setDefault,
  setPrimaryKey,
  setReference,
  setType,
  type Target,
  toggleNotNull,
  toggleUnique,
  updateIndex,
  updateReference,
  updateUnique,
} from "./edit";
export {
  type CheckJson,
  type ColumnJson,
  type DesignJson,
  designToJson,
  type EdgeJson,
  type IndexJson,
  type KeyJson,
  type PlaceJson,
  type ReferenceJson,
  type TableJson,
  type TemplateJson,
  type UniqueJson,
} from "./print/design-json";
export { PRINTED, type Printed, printAs } from "./print/print-as";
export { printDecisions } from "./print/print-decisions";
export { printDesign } from "./print/print-design";
export { sqlText } from "./print/sql/names";
export { type SqlColumn, type SqlGap, type SqlReference, type SqlTable, sqlName, sqlParts } from "./print/sql/parts";
export { type SqlType } from "./print/sql/types";
export { readSheet } from "./read-sheet";
export { type DecisionChange, setDecision } from "./sheet/set-decision";
export { type Halves, splitSheet } from "./sheet/split";
