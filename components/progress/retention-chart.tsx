import type { RetentionWeek } from "@/lib/practice";
import { ChartTable } from "./chart";
import { sayDay } from "./dates";
import { heightOf, PLOT, Plot, placeOf, type Tick } from "./plot";
import { percent } from "./words";

export interface RetentionChartProps {
  /** Oldest first. */
  weeks: readonly RetentionWeek[];
  /** The retention that the person asks for, 0–1. */
  desired: number;
  sentence: string;
}

/** Half the scale where all lies in its upper half: what matters is a difference of some points. */
function floorOf(weeks: readonly RetentionWeek[]): number {
  return weeks.every(({ interval }) => interval === null || interval.low >= 0.5) ? 0.5 : 0;
}

function Week({ week, x, yOf }: { week: RetentionWeek; x: number; yOf: (share: number) => number }) {
  if (week.share === null || week.interval === null) {
    if (week.seen === 0) return null;
    return <line x1={x} x2={x} y1={heightOf(0)} y2={heightOf(0) - 4} className="stroke-line-strong" />;
  }
  const [top, bottom] = [yOf(week.interval.high), yOf(week.interval.low)];
  return (
    <g>
      <line x1={x} x2={x} y1={top} y2={bottom} className="stroke-accent opacity-60" strokeWidth="1.5" />
      <circle cx={x} cy={yOf(week.share)} r="3" className="fill-accent" />
    </g>
  );
}

/** True retention by week: a point for the share, a line for where it lies with a chance of 80 %. */
export function RetentionChart({ weeks, desired, sentence }: RetentionChartProps) {
  const floor = floorOf(weeks);
  const yOf = (share: number) => heightOf((share - floor) / (1 - floor));
  const levels = [0, 0.5, 1].map((at): Tick => ({ at, label: `${Math.round(100 * (floor + at * (1 - floor)))}` }));
  const below = weeks.flatMap(({ monday }, place): Tick[] =>
    place % 8 === 1 ? [{ at: (place + 0.5) / weeks.length, label: sayDay(monday) }] : [],
  );
  return (
    <>
      <Plot sentence={sentence} levels={levels} below={below}>
        <line
          x1={PLOT.left}
          x2={PLOT.width - PLOT.right}
          y1={yOf(desired)}
          y2={yOf(desired)}
          className="stroke-ink-soft"
          strokeDasharray="5 4"
        />
        {weeks.map((week, place) => (
          <Week key={week.monday} week={week} x={placeOf(place, weeks.length).x} yOf={yOf} />
        ))}
      </Plot>
      <p className="mt-1 text-small text-ink-faint">
        Percent by week. Dashed: the {percent(desired)} that you ask for. A point’s line: where the true share lies,
        four times of five. A short mark: fewer than 20 reviews, too few to say.
      </p>
      <ChartTable
        caption="Remembered of what was learnt before, by week, the latest first"
        head={["Week of", "Remembered", "Share", "Four times of five"]}
        rows={[...weeks]
          .reverse()
          .filter(({ seen }) => seen > 0)
          .map(({ monday, seen, kept, share, interval }) => ({
            key: monday,
            cells: [
              sayDay(monday),
              `${kept} of ${seen}`,
              share === null ? "too few to say" : percent(share),
              interval === null ? "" : `${percent(interval.low)} to ${percent(interval.high)}`,
            ],
          }))}
      />
    </>
  );
}
