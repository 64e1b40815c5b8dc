"use client";

import { type RefObject, useRef } from "react";
import type { DesignEditorProps, DesignHandle } from "@/components/editor/contract";
import type { Severity } from "@/lib/diagnostics";
import { PlainBox } from "./plain-box";
import { useEditor } from "./use-editor";

interface DesignBoxProps extends Omit<DesignEditorProps, "handover"> {
  readonly marks: ReadonlyMap<number, Severity>;
  readonly box: RefObject<DesignHandle | null>;
}

/** The design as text: the editor, and a plain box of the same size until it is loaded. */
export function DesignBox({ marks, box, ...props }: DesignBoxProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { ready, typing } = useEditor(area);
  const { id, labelledBy, describedBy, value, onChange, onCaret, placeholder } = props;
  return (
    <div className="rounded-md border border-line-strong bg-surface font-mono text-[1rem] leading-6 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-ring md:text-small md:leading-6">
      {ready ? (
        <ready.Editor ref={box} {...props} handover={ready.handover} />
      ) : (
        <PlainBox
          {...{ id, labelledBy, describedBy, value, onCaret, placeholder, marks, area }}
          ref={box}
          onChange={(text) => {
            typing(value);
            onChange(text);
          }}
        />
      )}
    </div>
  );
}
