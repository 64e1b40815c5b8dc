import { heightOf, Plot, placeOf } from "./plot";

export interface ScoreChartProps {
  /** Oldest first, 0–100. */
  scores: readonly { readonly id: string; readonly score: number }[];
  /** What the chart shows, as a sentence: the whole of it for those who do not see it. */
  sentence: string;
}

const LEVELS = [0, 0.5, 1].map((at) => ({ at, label: `${100 * at}` }));

/** Scores in the order of the attempts; the last one with its number. */
export function ScoreChart({ scores, sentence }: ScoreChartProps) {
  const points = scores.map(({ id, score }, index) => ({
    id,
    score,
    x: placeOf(index, scores.length).x,
    y: heightOf(score / 100),
  }));
  const last = points.at(-1);
  return (
    <Plot sentence={sentence} levels={LEVELS} below={[]}>
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
        <text
          x={last.x}
          y={last.score > 88 ? last.y + 17 : last.y - 8}
          textAnchor="middle"
          className="fill-ink font-mono text-[13px] font-medium"
        >
          {last.score}
        </text>
      )}
    </Plot>
  );
}
