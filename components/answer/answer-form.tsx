"use client";

import { type ReactNode, type RefObject, useId } from "react";
import type { Diagnostic } from "@/lib/diagnostics";
import { DecisionsForm } from "./decisions-form";
import { decisionsInBrief } from "./decisions-text";
import { applyToBox, DesignBox } from "./design-box";
import { HowToWrite } from "./how-to-write";
import { RemarkList } from "./remark-list";
import type { Sheet } from "./use-sheet";

interface AnswerFormProps {
  readonly sheet: Sheet;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  /** What there is to say about the text, just above it. */
  readonly notice: ReactNode;
}

/** The answer: decisions as controls, the design as text. */
export function AnswerForm({ sheet, box, notice }: AnswerFormProps) {
  const id = useId();
  const { decisions } = sheet.outcome.value;
  const brief = decisionsInBrief(decisions);

  function show(diagnostic: Diagnostic): void {
    const area = box.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(
      Math.max(0, diagnostic.span.start - sheet.offset),
      Math.max(0, diagnostic.span.end - sheet.offset),
    );
  }

  function fix(diagnostic: Diagnostic): void {
    const area = box.current;
    // From the last to the first, so that an edit does not move those before it.
    const edits = [...(diagnostic.fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
    if (!area || edits.some(({ span }) => span.start < sheet.offset)) {
      sheet.applyEdits(edits);
      return;
    }
    for (const { span, text } of edits) {
      const start = span.start - sheet.offset;
      applyToBox(area, {
        start,
        end: span.end - sheet.offset,
        text,
        select: [start + text.length, start + text.length],
      });
    }
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
        <h2 id={`${id}-design`} className="text-lead font-semibold">
          Design
        </h2>
        <HowToWrite />
        <div className="my-2 space-y-3 empty:hidden">{notice}</div>
        <DesignBox
          id={`${id}-box`}
          labelledBy={`${id}-design`}
          describedBy={`${id}-remarks`}
          value={sheet.body}
          onChange={sheet.setBody}
          marks={sheet.marks}
          box={box}
          placeholder={"users: id (PK), email (unique, not null)\nposts: id (PK), user_id (FK -> users.id), created_at"}
        />
        <RemarkList id={`${id}-remarks`} remarks={sheet.remarks} onShow={show} onFix={fix} />
      </section>
    </div>
  );
}
