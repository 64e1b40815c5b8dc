import { indexLines, positionAt } from "./line-index";
import type { Span } from "./span";

/** `error`: this piece was not understood. `warning`: understood, probably not meant. `hint`: fine, could be better. */
export type Severity = "error" | "warning" | "hint";

/** A change to the text that would mend what a diagnostic names. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Something about the *text*: what, where, and what to do. Weak designs are findings, not diagnostics. */
export interface Diagnostic {
  readonly severity: Severity;
  /** What is wrong and what to do, in one or two sentences for the person who wrote the text. */
  readonly message: string;
  readonly span: Span;
  /** The mend as an edit, where a program can make it. `label` is the words on the button. */
  readonly fix?: { readonly label: string; readonly edits: readonly TextEdit[] };
}

/** What every reading stage returns: always a value, never a throw. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** `file:line:column message`, the shape that editors and terminals link. */
export function renderDiagnostic(file: string, text: string, diagnostic: Diagnostic): string {
  const { line, column } = positionAt(indexLines(text), diagnostic.span.start);
  return `${file}:${line}:${column} ${diagnostic.message}`;
}
