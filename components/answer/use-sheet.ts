"use client";

import { useCallback, useDeferredValue, useMemo } from "react";
import type { Answer } from "@/lib/design";
import { type Diagnostic, indexLines, type Outcome, positionAt, type Severity, type TextEdit } from "@/lib/diagnostics";
import { type DecisionChange, readSheet, setDecision, splitSheet } from "@/lib/notation";
import type { DraftKeeper } from "./draft-state";
import { fixNow, readable } from "./fix-now";
import type { PlacedDiagnostic } from "./remark-list";
import { isWholeSheet } from "./sheet-text";

/** The sheet's text seen as a form and a design box; both write back into the one text. */
export interface Sheet {
  /** All of it, as it is now. */
  readonly text: string;
  readonly body: string;
  /** Offset of the body in the sheet. */
  readonly offset: number;
  /** The text that `outcome` was read from: a long one may lag behind a keystroke. */
  readonly read: string;
  readonly lags: boolean;
  readonly outcome: Outcome<Answer>;
  readonly remarks: readonly PlacedDiagnostic[];
  readonly marks: ReadonlyMap<number, Severity>;
  readonly setBody: (body: string) => void;
  readonly setText: (text: string) => void;
  readonly onDecide: (change: DecisionChange) => void;
  /** The edits of a fix in the sheet as it is now; null where what it mends is no longer there. */
  readonly fixNow: (diagnostic: Diagnostic) => readonly TextEdit[] | null;
  /** Edits anywhere in the sheet. */
  readonly applyEdits: (edits: readonly TextEdit[]) => void;
}

/** Characters. */
const READ_AT_ONCE = 8_000;
const WORST: readonly Severity[] = ["hint", "warning", "error"];

/** Each diagnostic with its line in the design box. */
function place(text: string, offset: number, diagnostics: readonly Diagnostic[]): readonly PlacedDiagnostic[] {
  const lines = indexLines(text);
  const above = positionAt(lines, offset).line - 1;
  return diagnostics.map((diagnostic) => ({
    diagnostic,
    line: diagnostic.span.start < offset ? 0 : positionAt(lines, diagnostic.span.start).line - above,
  }));
}

function worstByLine(remarks: readonly PlacedDiagnostic[]): ReadonlyMap<number, Severity> {
  const marks = new Map<number, Severity>();
  for (const { line, diagnostic } of remarks) {
    const before = marks.get(line);
    if (!before || WORST.indexOf(diagnostic.severity) > WORST.indexOf(before)) marks.set(line, diagnostic.severity);
  }
  return marks;
}

export function useSheet(text: string, slug: string, keeper: DraftKeeper): Sheet {
  const offset = splitSheet(text).body.start;
  // Reading a usual sheet takes a millisecond. A long one may lag behind a keystroke; what one types never does.
  const deferred = useDeferredValue(text);
  const settled = text.length <= READ_AT_ONCE ? text : deferred;
  const read = readable(settled);
  const outcome = useMemo(() => readSheet(read), [read]);
  const remarks = useMemo(
    () => place(settled, splitSheet(settled).body.start, outcome.diagnostics),
    [settled, outcome],
  );
  const marks = useMemo(() => worstByLine(remarks), [remarks]);

  const setBody = useCallback(
    (body: string) => {
      const now = keeper.read().text;
      const start = splitSheet(now).body.start;
      if (!isWholeSheet(body)) return keeper.edit(now.slice(0, start) + body);
      const whole = setDecision(body.trimStart(), { scenario: slug });
      if (now.slice(start).trim() === "") keeper.edit(whole);
      else keeper.replace(whole, "before-paste");
    },
    [keeper, slug],
  );
  const onDecide = useCallback(
    (change: DecisionChange) => keeper.edit(setDecision(keeper.read().text, change)),
    [keeper],
  );
  const applyEdits = useCallback(
    (edits: readonly TextEdit[]) => {
      const apply = (sheet: string, { span, text: words }: TextEdit) =>
        sheet.slice(0, span.start) + words + sheet.slice(span.end);
      const lastFirst = [...edits].sort((a, b) => b.span.start - a.span.start);
      keeper.edit(lastFirst.reduce(apply, keeper.read().text));
    },
    [keeper],
  );
  const fix = useCallback((diagnostic: Diagnostic) => fixNow(keeper.read().text, read, diagnostic), [keeper, read]);
  return {
    text,
    setText: keeper.edit,
    body: text.slice(offset),
    offset,
    read,
    lags: settled !== text,
    outcome,
    remarks,
    marks,
    setBody,
    onDecide,
    fixNow: fix,
    applyEdits,
  };
}
