import type { RuleMastery } from "@/lib/practice";

const WIDE = 160;
const HIGH = 10;
const MIDDLE = HIGH / 2;

export interface MasteryBarProps {
  /** 0–1; null where too little is known: an empty, dashed frame. */
  share: number | null;
  /** Where the share lies with a chance of 80 %; a line with two ends upon the bar. */
  interval?: RuleMastery["interval"];
}

function Ends({ low, high }: RuleMastery["interval"]) {
  const [from, to] = [low * WIDE, high * WIDE];
  return (
    <path
      d={`M${from} ${MIDDLE}H${to}M${from} ${MIDDLE - 4}v8M${to} ${MIDDLE - 4}v8`}
      className="fill-none stroke-ink"
      strokeWidth="1.5"
      vectorEffect="non-scaling-stroke"
    />
  );
}

/** A share as a bar. Silent for screen readers: the figure stands beside it. */
export function MasteryBar({ share, interval }: MasteryBarProps) {
  return (
    <svg aria-hidden="true" viewBox={`-1 0 ${WIDE + 2} ${HIGH}`} preserveAspectRatio="none" className="h-2.5 w-full">
      <rect
        x="0"
        y={MIDDLE - 2.5}
        width={WIDE}
        height="5"
        className={share === null ? "fill-none stroke-line-strong" : "fill-hover"}
        strokeDasharray={share === null ? "3 3" : undefined}
        vectorEffect="non-scaling-stroke"
      />
      {share !== null && <rect x="0" y={MIDDLE - 2.5} width={share * WIDE} height="5" className="fill-accent" />}
      {share !== null && interval && <Ends {...interval} />}
    </svg>
  );
}
