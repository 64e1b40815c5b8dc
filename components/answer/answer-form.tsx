"use client";

import { type ReactNode, type RefObject, useCallback, useId, useImperativeHandle, useMemo, useRef } from "react";
import type { DesignHandle } from "@/components/editor/contract";
import type { Diagnostic } from "@/lib/diagnostics";
import { printDesign, readSheet } from "@/lib/notation";
import { ClickForm } from "./click-form";
import { DecisionsForm } from "./decisions-form";
import { decisionsInBrief } from "./decisions-text";
import { DesignBox } from "./design-box";
import { DialectNote } from "./dialect-note";
import { HowToWrite } from "./how-to-write";
import { RemarkList } from "./remark-list";
import type { Sheet } from "./use-sheet";
import { useWay, WaySwitch } from "./way-switch";

interface AnswerFormProps {
  readonly sheet: Sheet;
  readonly box: RefObject<DesignHandle | null>;
  /** Where the caret went, an offset into the sheet. */
  readonly onCaret: (offset: number) => void;
  /** What there is to say about the text, just above it. */
  readonly notice: ReactNode;
}

/** The answer: decisions as controls, the design as text. */
export function AnswerForm({ sheet, box, onCaret, notice }: AnswerFormProps) {
  const id = useId();
  const { decisions, design } = sheet.outcome.value;
  const brief = decisionsInBrief(decisions);

  const [way, setWay] = useWay();
  const clicks = way === "click" && design.dialect === "shorthand";
  const editor = useRef<DesignHandle>(null);
  useImperativeHandle(box, () => {
    // What shows a place of the text brings the text into sight first.
    const inSight = (run: () => void) => {
      setWay("write");
      requestAnimationFrame(() => requestAnimationFrame(run));
    };
    return {
      focus: () => inSight(() => editor.current?.focus()),
      select: (start, end) => inSight(() => editor.current?.select(start, end)),
      change: (edits) => editor.current?.change(edits),
    };
  }, [setWay]);

  const offset = sheet.offset;
  const remarks = useMemo(
    () =>
      // Places in an older text are none in this one.
      (sheet.lags ? [] : sheet.outcome.diagnostics).map((diagnostic) => ({
        start: diagnostic.span.start - offset,
        end: diagnostic.span.end - offset,
        diagnostic,
      })),
    [sheet.outcome, sheet.lags, offset],
  );

  function show({ span }: Diagnostic): void {
    box.current?.select(Math.max(0, span.start - offset), Math.max(0, span.end - offset));
  }

  const { applyEdits, fixNow } = sheet;
  const fix = useCallback(
    (diagnostic: Diagnostic): void => {
      const edits = fixNow(diagnostic);
      if (!edits) return;
      if (!box.current || edits.some(({ span }) => span.start < offset)) applyEdits(edits);
      else
        box.current.change(
          edits.map(({ span, text }) => ({ start: span.start - offset, end: span.end - offset, text })),
        );
    },
    [box, offset, applyEdits, fixNow],
  );

  function turnIntoShorthand(): void {
    const now = sheet.lags ? readSheet(sheet.text).value.design : design;
    box.current?.change([{ start: 0, end: sheet.body.length, text: printDesign(now) }]);
  }

  return (
    <div className="space-y-6">
      <details open className="group/decisions">
        <summary className="flex min-h-11 list-none flex-wrap items-baseline gap-x-3 rounded-sm [&::-webkit-details-marker]:hidden">
          <h2 className="text-lead font-semibold">Decisions</h2>
          <span className="text-small text-ink-soft group-open/decisions:hidden">
            {brief.length > 0 ? brief.join(" · ") : "none yet"}
          </span>
          <span className="ml-auto text-small text-ink-faint underline decoration-line-strong underline-offset-4">
            <span className="group-open/decisions:hidden">Unfold</span>
            <span className="hidden group-open/decisions:inline">Fold</span>
          </span>
        </summary>
        <DecisionsForm decisions={decisions} onDecide={sheet.onDecide} />
      </details>
      <section aria-labelledby={`${id}-design`}>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id={`${id}-design`} className="text-lead font-semibold">
            Design
          </h2>
          <WaySwitch way={way} onWay={setWay} />
        </div>
        {!clicks && <HowToWrite />}
        <div className="my-2 space-y-3 empty:hidden">
          {notice}
          <DialectNote
            dialect={design.dialect}
            errors={sheet.outcome.diagnostics.filter(({ severity }) => severity === "error").length}
            onTurn={turnIntoShorthand}
          />
        </div>
        {clicks && (
          <ClickForm
            text={sheet.text}
            onText={sheet.setText}
            onWrite={(start) => box.current?.select(start - offset, start - offset)}
          />
        )}
        <div hidden={clicks}>
          <DesignBox
            id={`${id}-box`}
            labelledBy={`${id}-design`}
            describedBy={`${id}-remarks`}
            value={sheet.body}
            onChange={sheet.setBody}
            onCaret={(at) => onCaret(at + offset)}
            marks={sheet.marks}
            box={editor}
            design={design}
            store={decisions.store?.value.type ?? null}
            remarks={remarks}
            onFix={fix}
            placeholder={
              "users: id (PK), email (unique, not null)\nposts: id (PK), user_id (FK -> users.id), created_at"
            }
          />
          <RemarkList id={`${id}-remarks`} remarks={sheet.remarks} onShow={show} onFix={fix} />
        </div>
      </section>
    </div>
  );
}
