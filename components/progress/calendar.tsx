import { type CalendarDay, type CalendarWeek, LEVEL_MINUTES } from "@/lib/practice";
import { CalendarDays } from "./calendar-days";
import { CalendarLegend } from "./calendar-picture";
import { ChartTable } from "./chart";
import { sayDay } from "./dates";
import { sayTime } from "./words";

const MINUTE = 60_000;

/** A year of practice by day, and by week as a table. */
export function Calendar({ weeks }: { weeks: readonly CalendarWeek[] }) {
  const [second, third, fourth] = LEVEL_MINUTES;
  const days = weeks.flatMap((week) => week.days);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return (
    <>
      <CalendarDays first={first.day} last={last.day} done={days.filter(({ level }) => level > 0)} />
      <CalendarLegend
        words={["No practice", `Under ${second} min`, `From ${second}`, `From ${third}`, `From ${fourth} on`]}
      />
      <ChartTable
        caption="Practice by week, the latest first"
        label="By week as a table"
        head={["Week of", "Days", "Reviews", "Answers", "Time"]}
        rows={[...weeks].reverse().flatMap((week) => {
          const sum = (of: (day: CalendarDay) => number) => week.days.reduce((total, day) => total + of(day), 0);
          const done = sum(({ level }) => Number(level > 0));
          if (done === 0) return [];
          const time = sayTime(sum(({ minutes }) => minutes) * MINUTE);
          return [
            {
              key: week.monday,
              cells: [sayDay(week.monday), done, sum((d) => d.reviews), sum((d) => d.attempts), time],
            },
          ];
        })}
      />
    </>
  );
}
