export interface PatternTrace {
  readonly pattern: string;
}
