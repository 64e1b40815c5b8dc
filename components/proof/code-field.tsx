import { type KeyboardEvent, type ReactNode, useId } from "react";
import { CONTROL } from "../ui/field";
import type { Unread } from "./protocol";

interface CodeFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly text: string;
  /** Lines that were not understood, in the field's own count. */
  readonly unread: readonly Unread[];
  /** Lines that were understood, and that the run goes without. */
  readonly leftOut?: readonly Unread[];
  /** The fewest and the most lines that are in sight. */
  readonly rows: readonly [fewest: number, most: number];
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

/** Of text, in rem. */
const LINE = 1.5;

const isRunKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === "Enter" && (ctrlKey || metaKey);

/** A text of several lines that is read by a program: as it is typed, and what was not understood below. */
export function CodeField({ label, hint, text, unread, leftOut = [], rows, onChange, onRun }: CodeFieldProps) {
  const id = useId();
  const [fewest, most] = rows;
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
        aria-describedby={`${id}-hint ${id}-unread ${id}-left-out`}
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
      <LineList id={`${id}-unread`} lines={unread} colour="text-missed" />
      <LineList id={`${id}-left-out`} lines={leftOut} colour="text-ink-soft" />
    </div>
  );
}

function LineList({ id, lines, colour }: { id: string; lines: readonly Unread[]; colour: string }) {
  return (
    <ul id={id} className={`space-y-1 text-small ${colour} empty:hidden`}>
      {lines.map(({ line, message }) => (
        <li key={`${line} ${message}`}>
          Line {line}: {message}
        </li>
      ))}
    </ul>
  );
}
