export { addAttribute, type NewAttribute, type NewNotes } from "./add-attribute";
export { moveAttribute, removeAttribute, renameAttribute, setType } from "./attributes";
export {
  setCheck,
  setDefault,
  setPrimaryKey,
  setReference,
  type Target,
  toggleNotNull,
  toggleUnique,
} from "./constraints";
export { addIndex, type IndexWords, removeIndex, updateIndex } from "./indexes";
export { type Edited, type EditRefusal, type Removed } from "./outcome";
export { addTable, removeTable, renameTable } from "./tables";
