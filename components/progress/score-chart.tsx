/** Fits a phone of 320 px; every chart has this size, so that they can be compared. */
const WIDTH = 288;
const HEIGHT = 96;
const LEFT = 28;
const RIGHT = 28;
const TOP = 10;
const BOTTOM = 10;

interface Point {
  readonly x: number;
  readonly y: number;
}

function place(score: number, index: number, count: number): Point {
  const wide = WIDTH - LEFT - RIGHT;
  const x = count === 1 ? LEFT + wide / 2 : LEFT + (wide * index) / (count - 1);
  return { x, y: TOP + (HEIGHT - TOP - BOTTOM) * (1 - score / 100) };
}

function Grid() {
  return [0, 50, 100].map((score) => {
    const { y } = place(score, 0, 1);
    return (
      <g key={score}>
        <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} className="stroke-line" />
        <text x={LEFT - 6} y={y + 4} textAnchor="end" className="fill-ink-faint font-mono text-[11px]">
          {score}
        </text>
      </g>
    );
  });
}

export interface ScoreChartProps {
  /** Oldest first, 0–100. */
  scores: readonly { readonly id: string; readonly score: number }[];
  /** What the chart shows, as a sentence: the whole of it for those who do not see it. */
  sentence: string;
}

/** Scores in the order of the attempts. */
export function ScoreChart({ scores, sentence }: ScoreChartProps) {
  const points = scores.map(({ id, score }, index) => ({ id, score, ...place(score, index, scores.length) }));
  const last = points.at(-1);
  return (
    <svg
      role="img"
      aria-label={sentence}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="max-w-full"
    >
      <Grid />
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
        fill="none"
        className="stroke-accent"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      {points.map((point) => (
        <circle
          key={point.id}
          cx={point.x}
          cy={point.y}
          r={point === last ? 4 : 2.5}
          className={point === last ? "fill-accent" : "fill-paper stroke-accent"}
          strokeWidth="1.5"
        />
      ))}
      {last && (
        <text x={last.x + 8} y={last.y + 4} className="fill-ink font-mono text-[13px] font-medium">
          {last.score}
        </text>
      )}
    </svg>
  );
}
