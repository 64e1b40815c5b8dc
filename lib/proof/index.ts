export { type Difference, differences } from "./agree";
export { Bench } from "./bench";
export { type Database, type Refusal } from "./database";
export { BROWSER_SIZES, type Gap, NODE_SIZES, type ProofPlan, type Sizes } from "./plan";
export { type AnswerToProve, planAnswer } from "./plan-answer";
export { type Answered, type Asked, type Attacked, type Proof, type ProofVerdict } from "./proof";
export { type Listener, type Progress, runProofs } from "./run";
