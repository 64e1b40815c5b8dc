import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";

interface RunBarProps {
  readonly verb: string;
  readonly busy: boolean;
  readonly onRun: () => void;
  readonly children?: ReactNode;
}

/** The button that runs what is written above it, and its key. */
export function RunBar({ verb, busy, onRun, children }: RunBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="primary" pending={busy} onClick={onRun}>
        {verb}
      </Button>
      {children}
      <span className="text-small text-ink-faint max-md:hidden">
        <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> runs it
      </span>
    </div>
  );
}
