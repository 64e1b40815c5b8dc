import type { ForecastDay } from "@/lib/practice";
import { ChartTable } from "./chart";
import { sayDay } from "./dates";
import { heightOf, Plot, placeOf, roundAbove, type Tick } from "./plot";

export interface ForecastChartProps {
  /** Today first. */
  days: readonly ForecastDay[];
  sentence: string;
}

const nameOf = (days: readonly ForecastDay[], place: number) => (place === 0 ? "Today" : sayDay(days[place]?.day ?? 0));

/** How many reviews come on which day, as bars; today's is outlined and has its number. */
export function ForecastChart({ days, sentence }: ForecastChartProps) {
  const top = roundAbove(Math.max(...days.map(({ due }) => due)));
  const levels = [0, 0.5, 1].map((at): Tick => ({ at, label: `${at * top}` }));
  const below = days.flatMap((_, place): Tick[] =>
    place % 7 === 0 ? [{ at: (place + 0.5) / days.length, label: nameOf(days, place) }] : [],
  );
  return (
    <>
      <Plot sentence={sentence} levels={levels} below={below}>
        {days.map(({ day, due }, place) => {
          const { x, wide } = placeOf(place, days.length);
          const y = heightOf(due / top);
          return (
            <rect
              key={day}
              x={x - wide * 0.36}
              y={y}
              width={wide * 0.72}
              height={heightOf(0) - y}
              className={place === 0 ? "fill-accent" : "fill-accent opacity-60"}
            />
          );
        })}
      </Plot>
      <p className="mt-1 text-small text-ink-faint">
        Reviews by day. The first bar, today’s, holds what is overdue. New cards of later days are not in it.
      </p>
      <ChartTable
        caption="Reviews by day, today first"
        head={["Day", "Reviews"]}
        rows={days.map(({ day, due }, place) => ({
          key: day,
          cells: [place === 0 ? "Today" : sayDay(day, "named"), due],
        }))}
      />
    </>
  );
}
