/** One size for every chart, so that they can be compared; it fits a phone of 390 px, and shrinks for narrower ones. */
export const PLOT = { width: 344, height: 136, left: 36, right: 8, top: 14, bottom: 24 } as const;
const WIDE = PLOT.width - PLOT.left - PLOT.right;
const HIGH = PLOT.height - PLOT.top - PLOT.bottom;

/** The line that a share of the full height, 0–1, lies on. */
export function heightOf(share: number): number {
  return PLOT.top + HIGH * (1 - share);
}

/** The middle of one of `count` equal places, and how wide each is. */
export function placeOf(index: number, count: number): { readonly x: number; readonly wide: number } {
  const wide = WIDE / count;
  return { x: PLOT.left + wide * (index + 0.5), wide };
}

/** The smallest round number of 2, 4, 10, 20, 40, 100, … that is not below `most`: its half is a round number too. */
export function roundAbove(most: number): number {
  let size = 1;
  while (size * 10 < most) size *= 10;
  return [2, 4, 10].map((step) => step * size).find((round) => round >= most) ?? size * 10;
}

export interface Tick {
  /** 0–1: its height, or its place from the left. */
  readonly at: number;
  readonly label: string;
}

export interface PlotProps {
  /** What the chart shows, as a sentence: the whole of it for those who do not see it. */
  sentence: string;
  /** Lines across, with their values at the left. */
  levels: readonly Tick[];
  /** Words below; at the first and last place they are kept inside. */
  below: readonly Tick[];
  children: React.ReactNode;
}

function anchorOf(at: number): "start" | "middle" | "end" {
  if (at < 0.08) return "start";
  return at > 0.92 ? "end" : "middle";
}

const WORDS = "fill-ink-faint text-[11px]";

/** The frame that all charts share: values at the left, times below. */
export function Plot({ sentence, levels, below, children }: PlotProps) {
  return (
    <svg
      role="img"
      aria-label={sentence}
      width={PLOT.width}
      height={PLOT.height}
      viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
      className="h-auto max-w-full"
    >
      {levels.map(({ at, label }) => (
        <g key={label}>
          <line
            x1={PLOT.left}
            x2={PLOT.width - PLOT.right}
            y1={heightOf(at)}
            y2={heightOf(at)}
            className="stroke-line"
          />
          <text x={PLOT.left - 6} y={heightOf(at) + 4} textAnchor="end" className={`${WORDS} font-mono`}>
            {label}
          </text>
        </g>
      ))}
      {children}
      {below.map(({ at, label }) => (
        <text key={label} x={PLOT.left + WIDE * at} y={PLOT.height - 6} textAnchor={anchorOf(at)} className={WORDS}>
          {label}
        </text>
      ))}
    </svg>
  );
}
