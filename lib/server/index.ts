import "server-only";

export {
  type Attempt,
  type AttemptLine,
  type HandIn,
  handIn,
  listAttempts,
  readAttempt,
  type Scheduled,
} from "./attempts";
export { buildId } from "./build";
export { type Draft, readDraft, type SaveDraft, saveDraft } from "./drafts";
export { type CardLine, type CardState, type DeckPage, readDeck } from "./exchange/deck";
export { DECK_KINDS, type DeckKind, type DeckLine, listDecks } from "./exchange/decks";
export { exportAnki, exportCsv } from "./exchange/export";
export { exportJson } from "./exchange/export-json";
export { importFile } from "./exchange/import-file";
export { mostBytes } from "./exchange/most-bytes";
export { deleteOwnCard, type OwnCardText, ownDeckNames, readOwnCard, saveOwnCard } from "./exchange/own-cards";
export { type ImportReport } from "./exchange/report";
export { fitIfDue } from "./fitting/fit-if-due";
export { type SavedFit } from "./fitting/saved-fit";
export { isHealthy } from "./health";
export { type GradedAnswer, gradedAnswers, placesOfRule, type RulePlace } from "./model-answers";
export { type Habits, readHabits } from "./people";
export { type Progress, readProgress, type ScenarioProgress } from "./progress";
export { readPlan } from "./progress-plan";
export { readReviewsADay } from "./progress-rows";
export { type Budget, type Queue, readQueue } from "./queue";
export { type Refusal, type RefusalCode } from "./refusal";
export { type Rated, type Rating, rate, undo } from "./reviews";
export { readRuleQueue } from "./rule-queue";
export {
  asPerson,
  changePassword,
  currentPerson,
  endOtherSessions,
  type InvalidFields,
  type PasswordFields,
  type Person,
  type SignInFields,
  type SignUpFields,
  signIn,
  signOut,
  signUp,
  startGuest,
  type Throttled,
} from "./session";
export { answerAuth, authOptions } from "./session/options";
export { bury, resume, suspend } from "./set-aside";
export { readSettings, type SettingsRead, saveSettings } from "./settings";
export { type OwnFace, type QueueItem } from "./show-items";
export { countDue } from "./waiting";
