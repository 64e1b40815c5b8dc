import type { CalendarDay } from "@/lib/practice";
import { sayDay } from "./dates";

/** Pixels from one day to the next; a phone of 390 px shows the last 17 weeks. */
export const PITCH = 18;
export const TOP = 20;
const DAYS = 7;

/** More is larger as well as darker. */
const MARKS = [
  { size: 3, className: "fill-line-strong opacity-60" },
  { size: 6, className: "fill-accent opacity-65" },
  { size: 9, className: "fill-accent opacity-75" },
  { size: 12, className: "fill-accent opacity-90" },
  { size: 16, className: "fill-accent" },
] as const;

export interface CalendarSpan {
  /** A Monday. */
  readonly first: number;
  readonly last: number;
}

export function weeksIn({ first, last }: CalendarSpan): number {
  return Math.floor((last - first) / DAYS) + 1;
}

/** The upper left corner of a day's place. */
export function cornerOf(day: number, first: number): { readonly x: number; readonly y: number } {
  return { x: Math.floor((day - first) / DAYS) * PITCH, y: TOP + ((day - first) % DAYS) * PITCH };
}

/** All days of one level as one path: a year is five shapes. */
function pathOf(days: readonly number[], first: number, size: number): string {
  const gap = (PITCH - size) / 2;
  return days
    .map((day) => {
      const { x, y } = cornerOf(day, first);
      return `M${x + gap} ${y + gap}h${size}v${size}h-${size}z`;
    })
    .join("");
}

/** The month over the first week that begins in it; the very first is left out where the next one is too near. */
function months({ first, last }: CalendarSpan) {
  const mondays = Array.from({ length: weeksIn({ first, last }) }, (_, week) => first + week * DAYS);
  const named = mondays.map((monday, week) => ({ week, month: sayDay(monday, "month") }));
  const starts = named.filter(({ month, week }) => named[week - 1]?.month !== month);
  return starts.filter(({ week }, place) => (starts[place + 1]?.week ?? week + 3) - week > 2);
}

export interface CalendarPictureProps extends CalendarSpan {
  /** The days on which anything was done. */
  done: readonly CalendarDay[];
  /** The day that is spoken of. */
  shown: number;
}

/** A year by day, a column a week, Monday above. */
export function CalendarPicture({ first, last, done, shown }: CalendarPictureProps) {
  const levels = new Map(done.map(({ day, level }) => [day, level]));
  const days = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const [width, height] = [weeksIn({ first, last }) * PITCH, TOP + DAYS * PITCH];
  const ring = cornerOf(shown, first);
  return (
    <svg aria-hidden="true" width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="block">
      {months({ first, last }).map(({ week, month }) => (
        <text key={week} x={week * PITCH + 1} y={12} className="fill-ink-faint text-[11px]">
          {month}
        </text>
      ))}
      {MARKS.map(({ size, className }, level) => (
        <path
          key={size}
          className={className}
          d={pathOf(
            days.filter((day) => (levels.get(day) ?? 0) === level),
            first,
            size,
          )}
        />
      ))}
      <rect
        data-ring
        x={ring.x + 0.5}
        y={ring.y + 0.5}
        width={PITCH - 1}
        height={PITCH - 1}
        rx="2"
        className="fill-none stroke-ink-soft"
      />
    </svg>
  );
}

/** What each mark stands for, the smallest first. */
export function CalendarLegend({ words }: { words: readonly string[] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-faint">
      {MARKS.map(({ size, className }, level) => (
        <li key={size} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" viewBox={`0 0 ${PITCH} ${PITCH}`} className="size-4.5">
            <rect x={(PITCH - size) / 2} y={(PITCH - size) / 2} width={size} height={size} className={className} />
          </svg>
          {words[level]}
        </li>
      ))}
    </ul>
  );
}
