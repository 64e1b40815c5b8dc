import { type Action, type Diagnostic, forEachDiagnostic, setDiagnostics } from "@codemirror/lint";
import { type EditorState, type Range, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { type Command, type EditorView, GutterMarker, gutterLineClass } from "@codemirror/view";
import type { Severity } from "@/lib/diagnostics";
import type { DesignRemark } from "./contract";

class LineMark extends GutterMarker {
  constructor(readonly severity: Severity) {
    super();
    this.elementClass = `cm-said-${severity}`;
  }
  override eq(other: LineMark): boolean {
    return other.severity === this.severity;
  }
}

const MARKS: Record<Severity, LineMark> = {
  error: new LineMark("error"),
  warning: new LineMark("warning"),
  hint: new LineMark("hint"),
};
const WORST: readonly Severity[] = ["hint", "warning", "error"];

const setMarks = StateEffect.define<RangeSet<GutterMarker>>();

/** The worst that was said about each line, on its number. */
export const lineMarks = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update: (marks, { changes, effects }) =>
    effects.reduce((kept, effect) => (effect.is(setMarks) ? effect.value : kept), marks.map(changes)),
  provide: (field) => gutterLineClass.from(field),
});

function marksOf(state: EditorState, remarks: readonly DesignRemark[]): RangeSet<GutterMarker> {
  const worst = new Map<number, Severity>();
  for (const { start, diagnostic } of remarks) {
    const { from } = state.doc.lineAt(Math.max(0, Math.min(start, state.doc.length)));
    const before = worst.get(from);
    if (!before || WORST.indexOf(diagnostic.severity) > WORST.indexOf(before)) worst.set(from, diagnostic.severity);
  }
  const ranges: Range<GutterMarker>[] = [...worst].map(([from, severity]) => MARKS[severity].range(from));
  return RangeSet.of(ranges, true);
}

/** A message with its `code` set as such. */
function messageOf(message: string): Node {
  const line = document.createElement("span");
  for (const [i, piece] of message.split("`").entries()) {
    if (i % 2 === 0) line.append(piece);
    else line.appendChild(document.createElement("code")).textContent = piece;
  }
  return line;
}

export interface RemarkOptions {
  readonly remarks: readonly DesignRemark[];
  readonly onFix: (diagnostic: DesignRemark["diagnostic"]) => void;
}

/** Underlines what was said about this very text. Whoever makes a fix looks whether it still fits what was typed since. */
export function remarksTransaction(view: EditorView, { remarks, onFix }: RemarkOptions): void {
  const { state } = view;
  const clamp = (at: number) => Math.max(0, Math.min(at, state.doc.length));
  const inDesign = remarks.filter(({ end, start }) => start >= 0 && end >= 0);
  const diagnostics = inDesign.map(({ start, end, diagnostic }): Diagnostic => {
    const { fix, message, severity } = diagnostic;
    const apply: Action["apply"] = () => onFix(diagnostic);
    return {
      from: clamp(start),
      to: clamp(Math.max(start, end)),
      severity,
      message: message.replaceAll("`", ""),
      renderMessage: () => messageOf(message),
      ...(fix ? { actions: [{ name: fix.label, apply }] } : {}),
    };
  });
  const spec = setDiagnostics(state, diagnostics);
  const marks = setMarks.of(marksOf(state, inDesign));
  view.dispatch(spec, { effects: marks });
}

/** The key that others call Control. */
const MOD = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";

interface Found {
  readonly from: number;
  readonly to: number;
  readonly diagnostic: Diagnostic;
}

function remarksIn(state: EditorState): readonly Found[] {
  const found: Found[] = [];
  forEachDiagnostic(state, (diagnostic, from, to) => found.push({ diagnostic, from, to }));
  return found.sort((a, b) => a.from - b.from);
}

/** Goes to the next remark, round to the first, and says it. */
export function goToRemark(step: 1 | -1, tell: (words: string) => void): Command {
  return (view) => {
    const all = remarksIn(view.state);
    const { from: here, to: end } = view.state.selection.main;
    const ahead = step === 1 ? all.find(({ from, to }) => from > here || (from === here && to > end)) : undefined;
    const behind = step === -1 ? all.findLast(({ from }) => from < here) : undefined;
    const next = ahead ?? behind ?? (step === 1 ? all[0] : all.at(-1));
    if (!next) {
      tell("No remarks about the text.");
      return true;
    }
    const line = view.state.doc.lineAt(next.from).number;
    const fix = next.diagnostic.actions?.[0];
    view.dispatch({
      selection: { anchor: next.from, head: next.to },
      scrollIntoView: true,
      userEvent: "select",
    });
    tell(`Line ${line}: ${next.diagnostic.message}${fix ? ` ${MOD} . mends it: ${fix.name}.` : ""}`);
    return true;
  };
}

/** Makes the fix of the remark at the caret. */
export function fixHere(tell: (words: string) => void): Command {
  return (view) => {
    const { from, to } = view.state.selection.main;
    const line = view.state.doc.lineAt(from);
    const fixable = remarksIn(view.state).filter(({ diagnostic }) => diagnostic.actions?.length);
    const found =
      fixable.find((one) => one.from <= to && one.to >= from) ??
      fixable.find((one) => one.from <= line.to && one.to >= line.from);
    const action = found?.diagnostic.actions?.[0];
    if (!found || !action) {
      tell("There is nothing here that can be mended for you.");
      return true;
    }
    const before = view.state.doc;
    action.apply(view, found.from, found.to);
    const changed = !view.state.doc.eq(before);
    tell(changed ? `Done: ${action.name}.` : "The text has changed since; this remark is about an older one.");
    return true;
  };
}
