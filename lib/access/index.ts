export { type Lookup, plainColumn } from "./lookup";
export { type AccessPath, type Ground, partitionOf, pathsOf } from "./path";
export { type Served, serve } from "./serve";
export { type PatternTrace, type StepTrace, traceAll, wantedColumns } from "./trace";
