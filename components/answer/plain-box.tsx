"use client";

import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from "react";
import type { DesignHandle } from "@/components/editor/contract";
import type { Severity } from "@/lib/diagnostics";
import { SHEET_LIMIT } from "./desk-contract";
import { type BoxEdit, indent, outdent } from "./indent";
import { LineGutter } from "./line-gutter";

export interface PlainBoxProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCaret: (offset: number) => void;
  readonly marks: ReadonlyMap<number, Severity>;
  readonly placeholder: string;
  readonly area: Ref<HTMLTextAreaElement>;
  readonly ref?: Ref<DesignHandle>;
}

/** Changes the box as typing would, so that the browser's own undo takes it back. */
function applyToBox(box: HTMLTextAreaElement, edit: BoxEdit): void {
  box.focus();
  box.setSelectionRange(edit.start, edit.end);
  // Deprecated and without successor: the only edit that undo knows of.
  const command = edit.text === "" ? "delete" : "insertText";
  if (!document.execCommand(command, false, edit.text)) {
    box.setRangeText(edit.text, edit.start, edit.end, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.setSelectionRange(...edit.select);
}

function handleOf(box: HTMLTextAreaElement | null): DesignHandle | null {
  return (
    box && {
      focus: () => box.focus(),
      select: (start, end) => {
        box.focus();
        box.setSelectionRange(start, end);
      },
      change: (edits) => {
        // From the last to the first, so that an edit does not move those before it.
        for (const { start, end, text } of [...edits].sort((a, b) => b.start - a.start)) {
          applyToBox(box, { start, end, text, select: [start + text.length, start + text.length] });
        }
      },
    }
  );
}

/**
 * The design as text without the editor: until it is there, and where it cannot be loaded. Line numbers, and Tab that
 * indents until Escape sets it free for the next press.
 */
export function PlainBox({
  ref,
  area,
  value,
  onChange,
  onCaret,
  marks,
  labelledBy,
  describedBy,
  ...rest
}: PlainBoxProps) {
  const tabLeaves = useRef(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<DesignHandle | null, DesignHandle | null>(ref, () => handleOf(box.current), []);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(area, () => box.current, []);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === "Escape") {
      tabLeaves.current = true;
      return;
    }
    if (event.key === "Shift") return;
    const leaves = tabLeaves.current;
    tabLeaves.current = false;
    if (event.key !== "Tab" || leaves || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const target = event.currentTarget;
    const change = (event.shiftKey ? outdent : indent)(target.value, target.selectionStart, target.selectionEnd);
    if (change) applyToBox(target, change);
  }

  // Numbers cost an element a line: a text that is too long to be kept scrolls by itself, without.
  const long = value.length > SHEET_LIMIT;
  return (
    <>
      <div className="h-11 border-b border-line md:h-10" />
      <div className={long ? "relative h-[60dvh]" : "relative min-h-90"}>
        {!long && <LineGutter value={value} marks={marks} />}
        <textarea
          {...rest}
          ref={box}
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onSelect={(event) => onCaret(event.currentTarget.selectionEnd)}
          onKeyDown={onKeyDown}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          className={`absolute inset-0 block size-full resize-none ${long ? "overflow-auto" : "overflow-hidden"} bg-transparent py-3 pr-3 pl-12 [overflow-wrap:anywhere] outline-none`}
        />
      </div>
      <div className="min-h-9 border-t border-line" />
    </>
  );
}
