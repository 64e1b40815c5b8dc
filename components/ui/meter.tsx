import type { ReactNode } from "react";
import { TONES, type Tone } from "./badge";
import { classNames } from "./class-names";

export interface MeterProps {
  /** What is measured, in words; the bar has no other name. */
  label: ReactNode;
  value: number;
  max: number;
  /** Shown at the right; `value / max` where it is left out. */
  text?: ReactNode;
  /** From the share that was earned, unless given: all, some or less than half. */
  tone?: Tone;
  className?: string;
}

function toneOfShare(share: number): Tone {
  if (share >= 0.995) return "met";
  return share >= 0.5 ? "partly" : "missed";
}

/** A thin bar with its words above. The words say it all; the bar lets one compare at a glance. */
export function Meter({ label, value, max, text, tone, className }: MeterProps) {
  const share = max > 0 ? Math.max(0, Math.min(1, value / max)) : 0;
  return (
    <div className={className}>
      <div className="flex items-baseline justify-between gap-3 text-small">
        <span>{label}</span>
        <span className="font-mono text-ink-soft">{text ?? `${value} / ${max}`}</span>
      </div>
      <svg
        aria-hidden="true"
        className={classNames(
          "mt-1 block h-1 w-full overflow-hidden rounded-full bg-hover",
          TONES[tone ?? toneOfShare(share)].text,
        )}
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
      >
        <rect width={share * 100} height="1" fill="currentColor" />
      </svg>
    </div>
  );
}
