"use client";

import { type ComponentProps, useId, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import type { EditRefusal } from "@/lib/notation";
import { REFUSAL_WORDS } from "./refusal-words";

interface CommitInputProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  readonly value: string;
  /** Takes what was typed; says why where it cannot. */
  readonly onCommit: (typed: string) => EditRefusal | null;
  /** Behind Enter, once what was typed was taken. */
  readonly onDone?: () => void;
}

/** One quiet line; 16 px on a phone, so that the browser does not zoom. */
export const CELL =
  "min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 font-mono text-body text-ink transition-colors " +
  "hover:border-ink-soft aria-invalid:border-missed md:min-h-8 md:text-small";

/** A field that goes into the text on Enter or when it is left; what is refused stays in it, with the reason. */
export function CommitInput({ value, onCommit, onDone, className, ...input }: CommitInputProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<EditRefusal | null>(null);

  function commit(): boolean {
    if (typed === null || typed.trim() === value) {
      setTyped(null);
      setRefusal(null);
      return true;
    }
    const code = onCommit(typed.trim());
    setRefusal(code);
    if (code === null) setTyped(null);
    return code === null;
  }

  return (
    <div className="min-w-0">
      <input
        {...input}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={typed ?? value}
        aria-invalid={refusal !== null || undefined}
        aria-describedby={refusal === null ? undefined : id}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefusal(null);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
          if (event.key === "Escape") {
            setTyped(null);
            setRefusal(null);
          }
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (commit()) onDone?.();
        }}
        className={classNames(CELL, className)}
      />
      {refusal !== null && (
        <p id={id} role="alert" className="mt-1 text-small text-missed">
          {REFUSAL_WORDS[refusal]}
        </p>
      )}
    </div>
  );
}
