import { Calendar } from "@/components/progress/calendar";
import { ProgressPart } from "@/components/progress/chart";
import { ForecastChart } from "@/components/progress/forecast-chart";
import { RetentionChart } from "@/components/progress/retention-chart";
import { TimeChart } from "@/components/progress/time-chart";
import { sayCalendar, sayForecast, sayRetention, sayTimeSpent } from "@/components/progress/words";
import type { Progress } from "@/lib/server";

type HistoryProps = Pick<Progress, "today" | "retention" | "forecast" | "time" | "calendar" | "counts">;

/** Sentences of different lengths, and yet the pictures stand on one line. */
const IN_A_ROW = "md:row-span-3 md:grid md:grid-rows-subgrid md:gap-y-0";

/** What stays, what comes, and where the time went; a picture only where there is something to draw. */
export function History({ today, retention, forecast, time, calendar, counts }: HistoryProps) {
  const { desired, lately, weeks } = retention;
  const kept = `${sayRetention(lately, desired)} You have met ${counts.cardsSeen} of ${counts.cardsInAll} cards.`;
  const comes = sayForecast(forecast, today.pace);
  const spent = sayTimeSpent(time);
  return (
    <>
      <div className="grid gap-x-9 gap-y-14 md:grid-cols-2 lg:grid-cols-3">
        <ProgressPart id="retention" title="What stays" sentence={kept} className={IN_A_ROW}>
          {weeks.some(({ share }) => share !== null) && (
            <div className="mt-4">
              <RetentionChart weeks={weeks} desired={desired} sentence={`What stays, by week. ${kept}`} />
            </div>
          )}
        </ProgressPart>
        <ProgressPart id="forecast" title="What comes" sentence={comes} className={IN_A_ROW}>
          {forecast.some(({ due }) => due > 0) && (
            <div className="mt-4">
              <ForecastChart days={forecast} sentence={`Reviews by day. ${comes}`} />
            </div>
          )}
        </ProgressPart>
        <ProgressPart id="time" title="Time" sentence={spent} className={IN_A_ROW}>
          {time.some(({ cards, drills, scenarios }) => cards + drills + scenarios > 0) && (
            <div className="mt-4">
              <TimeChart weeks={time} sentence={`Time by week. ${spent}`} />
            </div>
          )}
        </ProgressPart>
      </div>
      <ProgressPart id="calendar" title="Days" sentence={sayCalendar(calendar)}>
        <Calendar weeks={calendar} />
      </ProgressPart>
    </>
  );
}
