export { compareReports, type FindingChange, type ReportChange } from "./compare";
export { gradeSheet, type Told } from "./grade-sheet";
export {
  type Certainty,
  type DimensionMastery,
  EVIDENCE_ENOUGH,
  EVIDENCE_HALF_LIFE,
  EVIDENCE_SOURCES,
  EVIDENCE_WEIGHT,
  type EvidenceRow,
  type EvidenceSource,
  type EvidenceSums,
  evidenceOf,
  masteryByDimension,
  masteryOf,
  type RuleMastery,
} from "./mastery";
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
