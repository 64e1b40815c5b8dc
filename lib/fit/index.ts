export { chooseFit, FIT_KINDS, type FitKind, type Forecasts, type Losses, lossesOf } from "./choose";
export { outcomesBy, outcomesByAverage, type Split, splitByTime } from "./evaluate";
export { type Case, casesOf, type History, historiesOf, type PastReview, trainingItem } from "./history";
export { auc, type Binned, binOf, logLoss, type Metrics, measure, type Outcome, rmseBins } from "./metrics";
export { movingAverage } from "./moving-average";
