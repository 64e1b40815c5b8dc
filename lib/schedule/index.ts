export { startOfTomorrow } from "./days";
export { ScheduleError, type ScheduleFault } from "./error";
export { intervalWords } from "./interval";
export { type Memory, newMemory, PHASES, type Phase } from "./memory";
export { POLICIES, type Policy } from "./policy";
export { orderQueue, type Queued, type QueueLimits } from "./queue";
export { isRating, RATINGS, type Rating, ratingFromScore } from "./rating";
export { type Preview, preview, type Reviewed, type ReviewLog, retrievability, review } from "./review";
