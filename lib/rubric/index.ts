export { type GradeInput, grade, type Teaches } from "./engine";
export { DIMENSIONS, type Dimension, dimensionOf, RULE_IDS, type RuleId } from "./ids";
export {
  type AlignmentLine,
  type Finding,
  type PatternResult,
  type Report,
  type ReportDiagnostic,
  type Signal,
  SIGNALS,
  type TextPlace,
} from "./report";
export { type Rule, type RuleDoc, type RuleExample, type Verdict, VERDICTS } from "./rule";
export { RULES } from "./rules";
export { signalOf } from "./weigh";
