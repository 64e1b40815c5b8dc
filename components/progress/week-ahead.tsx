import { LocalTime } from "../ui/local-time";

export interface WeekAheadProps {
  /** Seven days from today, each with how many items come on it. */
  days: readonly { readonly start: number; readonly count: number }[];
}

const NOON = 43_200_000;

/** The days to come, as bars; each bar has its number, so the table of it is the picture itself. */
export function WeekAhead({ days }: WeekAheadProps) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <ol className="grid max-w-md grid-cols-7 gap-1 sm:gap-2">
      {days.map(({ start, count }, index) => (
        <li key={start} className="flex flex-col items-center gap-1 text-small">
          <span className="font-mono">{count}</span>
          <svg aria-hidden="true" viewBox="0 0 10 40" preserveAspectRatio="none" className="h-16 w-full">
            <rect x="0" y="39" width="10" height="1" className="fill-line-strong" />
            <rect x="0" y={39 - (39 * count) / most} width="10" height={(39 * count) / most} className="fill-accent" />
          </svg>
          <span className="text-ink-soft">
            {index === 0 ? "Today" : <LocalTime at={start + NOON} style="weekday" />}
          </span>
        </li>
      ))}
    </ol>
  );
}
