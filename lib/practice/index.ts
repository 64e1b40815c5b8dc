export { type Interval } from "./beta";
export { type ActivityLevel, activityCalendar, type CalendarDay, type CalendarWeek, LEVEL_MINUTES } from "./calendar";
export { compareReports, type FindingChange, type ReportChange } from "./compare";
export { type DayLog } from "./day-log";
export { type ForecastDay, forecastOf } from "./forecast";
export { gradeSheet, type Told } from "./grade-sheet";
export { type PlanBack, type PlanBackInput, type PlannedDay, type Tried } from "./interview-plan";
export { drillRef, type ItemName, itemId, readDrillRef, readItemId } from "./item-id";
export {
  type Certainty,
  type DimensionMastery,
  EVIDENCE_ENOUGH,
  EVIDENCE_HALF_LIFE,
  EVIDENCE_SOURCES,
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
  type PlannedItem,
  type PlannedScenario,
  type Planning,
  planReviews,
  type ReviewPlan,
} from "./plan";
export { planBack } from "./plan-back";
export {
  type Composed,
  composeQueue,
  pacesOf,
  type QueueCounts,
  type TimeSpent,
  unseenItem,
  type Waiting,
} from "./queue";
export { type Ahead, composeAhead } from "./queue-ahead";
export {
  type Retention,
  type RetentionWeek,
  retentionByWeek,
  retentionFrom,
  retentionOf,
} from "./retention";
export { intervalShare, retentionCost } from "./retention-cost";
export { type Streak, streakOf } from "./streak";
export { PACE_DAYS, paceOf, spentLately, type TimeWeek, timeByWeek } from "./time-spent";
export { GRADER_VERSION } from "./version";
