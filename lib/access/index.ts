export { type Lookup } from "./lookup";
export { type AccessPath, pathsOf } from "./path";
export { type Served, serve } from "./serve";
export { type PatternTrace, type StepTrace, traceAll, wantedColumns } from "./trace";
