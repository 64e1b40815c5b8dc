"use client";

import { type KeyboardEvent, useId } from "react";
import { Button } from "../ui/button";
import { CONTROL } from "../ui/field";
import { Kbd } from "../ui/kbd";
import type { Unread } from "./protocol";

interface DesignFieldProps {
  readonly text: string;
  /** What was there at first; null: there is no way back. */
  readonly original: { readonly text: string; readonly words: string } | null;
  /** Lines that were not understood, in the field's own count. */
  readonly unread: readonly Unread[];
  readonly busy: boolean;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

const MOST_ROWS = 22;

/** The design as a plain text, to change and run; nothing of it is saved. */
export function DesignField({ text, original, unread, busy, onChange, onRun }: DesignFieldProps) {
  const id = useId();
  const isRunKey = (event: KeyboardEvent) => event.key === "Enter" && (event.ctrlKey || event.metaKey);
  return (
    <div className="space-y-3">
      <label htmlFor={id} className="block text-small font-medium">
        Design
      </label>
      <textarea
        id={id}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        rows={Math.min(MOST_ROWS, Math.max(6, text.split("\n").length + 1))}
        aria-describedby={`${id}-unread`}
        className={`${CONTROL} font-mono text-small leading-6`}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (!isRunKey(event)) return;
          event.preventDefault();
          if (!busy) onRun();
        }}
      />
      <ul id={`${id}-unread`} className="space-y-1 text-small text-missed empty:hidden">
        {unread.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" pending={busy} onClick={onRun}>
          Run again
        </Button>
        {original && original.text !== text && (
          <Button variant="ghost" disabled={busy} onClick={() => onChange(original.text)}>
            {original.words}
          </Button>
        )}
        <span className="text-small text-ink-faint max-md:hidden">
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> runs it
        </span>
      </div>
    </div>
  );
}
