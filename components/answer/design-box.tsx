"use client";

import { type KeyboardEvent, type RefObject, useRef } from "react";
import type { Severity } from "@/lib/diagnostics";
import { type BoxEdit, indent, outdent } from "./indent";
import { LineGutter } from "./line-gutter";

interface DesignBoxProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly marks: ReadonlyMap<number, Severity>;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly placeholder: string;
}

/** Changes the box as typing would, so that the browser's own undo takes it back. */
export function applyToBox(box: HTMLTextAreaElement, edit: BoxEdit): void {
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

/** The design as text: line numbers, and Tab that indents until Escape sets it free for the next press. */
export function DesignBox(props: DesignBoxProps) {
  const { id, labelledBy, describedBy, value, onChange, marks, box, placeholder } = props;
  const tabLeaves = useRef(false);

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
    const area = event.currentTarget;
    const change = (event.shiftKey ? outdent : indent)(area.value, area.selectionStart, area.selectionEnd);
    if (change) applyToBox(area, change);
  }

  return (
    <div className="relative rounded-md border border-line-strong bg-surface font-mono text-[1rem] leading-6 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-ring md:text-small md:leading-6">
      <LineGutter value={value} marks={marks} />
      <textarea
        ref={box}
        id={id}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className="absolute inset-0 block size-full resize-none overflow-hidden bg-transparent py-3 pr-3 pl-12 [overflow-wrap:anywhere] outline-none"
      />
    </div>
  );
}
