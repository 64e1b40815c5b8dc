"use client";

import { type ComponentProps, useState } from "react";
import { COMPACT } from "./decision-row";

interface HeldInputProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  /** What the sheet says now. */
  readonly value: string;
  /** True where what is typed so far may go into the sheet. */
  readonly accepts: (typed: string) => boolean;
  readonly onValue: (value: string) => void;
}

/**
 * A text field over a part of the sheet. While one types, the field shows what was typed, not how the sheet
 * reads it back (`bids.` on the way to `bids.amount` would lose its dot).
 */
export function HeldInput({ value, accepts, onValue, className = "", ...input }: HeldInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  return (
    <input
      {...input}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      value={shown}
      aria-invalid={typed !== null && typed.trim() !== "" && !accepts(typed.trim()) ? true : undefined}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        if (accepts(next.trim()) && next.trim() !== value) onValue(next.trim());
      }}
      onBlur={() => setTyped(null)}
      className={`${COMPACT} font-mono ${className}`}
    />
  );
}
