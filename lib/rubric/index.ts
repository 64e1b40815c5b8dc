export { ADVICE_TOPICS, type AdviceTopic } from "./advice";
export { aSpoken, code, listed, spoken } from "./context";
export { type GradeInput, grade, type Teaches } from "./engine";
export { DIMENSIONS, type Dimension, dimensionOf, RULE_IDS, type RuleId } from "./ids";
export {
  type AlignmentLine,
  type Finding,
  type PatternResult,
  type Report,
  type ReportAdvice,
  type ReportDiagnostic,
  SIGNALS,
  type Signal,
  type TextPlace,
} from "./report";
export { type Rule, type RuleDoc, type RuleExample, VERDICTS, type Verdict } from "./rule";
export { RULES } from "./rules";
export { saidOnce } from "./said-once";
export { type ForbiddenDouble, floatMoney, forbiddenDoubles } from "./tried";
