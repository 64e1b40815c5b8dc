import { type KeyboardEvent, type ReactNode, useId } from "react";
import { CONTROL } from "../ui/field";
import type { Unread } from "./protocol";

interface CodeFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly text: string;
  /** Lines that were not understood, in the field's own count. */
  readonly unread: readonly Unread[];
  /** The fewest and the most lines that are in sight. */
  readonly rows: readonly [fewest: number, most: number];
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

/** Of text, in rem. */
const LINE = 1.5;

const isRunKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === "Enter" && (ctrlKey || metaKey);

/** A text of several lines that is read by a program: as it is typed, and what was not understood below. */
export function CodeField({ label, hint, text, unread, rows: [fewest, most], onChange, onRun }: CodeFieldProps) {
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block text-small font-medium">
        {label}
      </label>
      <textarea
        id={id}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        rows={Math.min(most, Math.max(fewest, text.split("\n").length + 1))}
        style={{ minBlockSize: `${fewest * LINE + 1}rem`, maxBlockSize: `${most * LINE + 1}rem` }}
        aria-describedby={`${id}-hint ${id}-unread`}
        aria-invalid={unread.length > 0 || undefined}
        className={`${CONTROL} block [field-sizing:content] font-mono text-small leading-6`}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (!isRunKey(event)) return;
          event.preventDefault();
          onRun();
        }}
      />
      <div id={`${id}-hint`} className="text-small text-ink-faint empty:hidden">
        {hint}
      </div>
      <ul id={`${id}-unread`} className="space-y-1 text-small text-missed empty:hidden">
        {unread.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
