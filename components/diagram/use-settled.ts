import { useEffect, useMemo, useState } from "react";
import type { Answer } from "@/lib/design";
import type { Outcome } from "@/lib/diagnostics";
import { type Kept, type Picture, pictureOf } from "./picture";
import { NOTHING, type Settled, settle } from "./settle";

export interface Drawn {
  readonly picture: Picture;
  readonly settled: Settled;
}

/** Milliseconds without a change after which a name that leads nowhere is no longer half written. */
const PAUSE = 900;

interface Memory {
  settled: Settled;
  kept: Kept | null;
}

/** The picture of a text as it changes: what stays the same stays where it was. `caret`: where the person types. */
export function useSettled(text: string, outcome: Outcome<Answer>, caret: number | null): Drawn {
  const [rested, setRested] = useState(text);
  // Remembers what was drawn last. Drawing the same reading twice changes nothing, so that it may be asked while rendering.
  const [memory] = useState<Memory>(() => ({ settled: NOTHING, kept: null }));
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const typingAt = rested === text ? null : caret;

  return useMemo(() => {
    const { value: answer, diagnostics } = outcome;
    const settled = settle(memory.settled, { text, answer, diagnostics, typingAt });
    const { picture, kept } = pictureOf(settled.graph, memory.kept);
    Object.assign(memory, { settled, kept });
    return { picture, settled };
  }, [memory, text, outcome, typingAt]);
}
