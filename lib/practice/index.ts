export { compareReports, type FindingChange, type ReportChange } from "./compare";
export { gradeSheet, type Told } from "./grade-sheet";
export { type ColumnRead, type NamesRead, readNames, type TableRead } from "./names";
export {
  CARDS_A_DAY,
  type Change,
  type Known,
  type PlannedCard,
  type PlannedScenario,
  planReviews,
  type ReviewPlan,
} from "./plan";
export { composeQueue, itemId, type QueueCounts, readItemId, unseenCard, type Waiting } from "./queue";
export { GRADER_VERSION } from "./version";
