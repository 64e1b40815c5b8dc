export { type Diagnostic, type Outcome, renderDiagnostic, type Severity, type TextEdit } from "./diagnostic";
export { indexLines, type LineIndex, positionAt } from "./line-index";
export { cover, type Position, type Span, span } from "./span";
