export { type Lookup, plainColumn } from "./lookup";
export { type AccessPath, partitionOf, pathsOf } from "./path";
export { type Served, serve } from "./serve";
export { type PatternTrace, type StepTrace, traceAll, wantedColumns } from "./trace";
