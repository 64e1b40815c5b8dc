export { type Lookup, plainColumn } from "./lookup";
export { type AccessPath, type Ground, partitionOf, pathsOf } from "./path";
export { type Served, serve } from "./serve";
export { type StepTrace, wantedColumns } from "./step";
export { type PatternTrace, traceAll } from "./trace";
