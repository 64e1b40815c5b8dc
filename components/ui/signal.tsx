import type { Signal } from "@/lib/rubric";
import { type Tone, ToneBadge } from "./badge";

const SIGNALS: Record<Signal, { readonly words: string; readonly tone: Tone }> = {
  "strong-hire": { words: "Strong hire", tone: "met" },
  hire: { words: "Hire", tone: "met" },
  "lean-hire": { words: "Lean hire", tone: "partly" },
  "no-hire": { words: "No hire yet", tone: "missed" },
};

export function signalWords(signal: Signal): string {
  return SIGNALS[signal].words;
}

/** The hiring signal of a score: icon, words and colour together. */
export function SignalBadge({ signal }: { signal: Signal }) {
  return <ToneBadge tone={SIGNALS[signal].tone}>{SIGNALS[signal].words}</ToneBadge>;
}
