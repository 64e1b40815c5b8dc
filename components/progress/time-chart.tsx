import type { TimeWeek } from "@/lib/practice";
import { ChartTable } from "./chart";
import { sayDay } from "./dates";
import { heightOf, Plot, placeOf, roundAbove, type Tick } from "./plot";
import { sayTime } from "./words";

const MINUTE = 60_000;

/** From the bottom up. Each is told by its filling, not by its colour. */
const KINDS = [
  { kind: "cards", words: "Cards", fill: "currentColor" },
  { kind: "drills", words: "Drills", fill: "url(#drills-filling)" },
  { kind: "scenarios", words: "Scenarios", fill: "none" },
] as const;

export interface TimeChartProps {
  /** Oldest first. */
  weeks: readonly TimeWeek[];
  sentence: string;
}

function Fillings() {
  return (
    <defs>
      <pattern id="drills-filling" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.75" height="4" fill="currentColor" />
      </pattern>
    </defs>
  );
}

function Bar({ week, x, wide, top }: { week: TimeWeek; x: number; wide: number; top: number }) {
  let below = 0;
  return KINDS.map(({ kind, fill }) => {
    const minutes = week[kind] / MINUTE;
    if (minutes <= 0) return null;
    const [y, bottom] = [heightOf((below + minutes) / top), heightOf(below / top)];
    below += minutes;
    return (
      <rect
        key={kind}
        x={x - wide * 0.36}
        y={y + 0.5}
        width={wide * 0.72}
        height={Math.max(0.5, bottom - y - 1)}
        fill={fill}
        className="stroke-accent"
      />
    );
  });
}

function Legend() {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-faint">
      {KINDS.map(({ kind, words, fill }) => (
        <li key={kind} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 text-accent">
            <rect x="0.5" y="0.5" width="11" height="11" fill={fill} className="stroke-accent" />
          </svg>
          {words}
        </li>
      ))}
      <li>Minutes by week</li>
    </ul>
  );
}

/** Minutes by week, one upon the other: cards, drills, scenarios. */
export function TimeChart({ weeks, sentence }: TimeChartProps) {
  const all = weeks.map(({ cards, drills, scenarios }) => (cards + drills + scenarios) / MINUTE);
  const top = roundAbove(Math.max(1, ...all));
  const levels = [0, 0.5, 1].map((at): Tick => ({ at, label: `${at * top}` }));
  const below = weeks.flatMap(({ monday }, place): Tick[] =>
    place % 8 === 1 ? [{ at: (place + 0.5) / weeks.length, label: sayDay(monday) }] : [],
  );
  return (
    <>
      <div className="text-accent">
        <Plot sentence={sentence} levels={levels} below={below}>
          <Fillings />
          {weeks.map((week, place) => {
            const { x, wide } = placeOf(place, weeks.length);
            return <Bar key={week.monday} week={week} x={x} wide={wide} top={top} />;
          })}
        </Plot>
      </div>
      <Legend />
      <ChartTable
        caption="Time by week, the latest first"
        head={["Week of", "Cards", "Drills", "Scenarios"]}
        rows={[...weeks]
          .reverse()
          .filter(({ cards, drills, scenarios }) => cards + drills + scenarios > 0)
          .map(({ monday, cards, drills, scenarios }) => ({
            key: monday,
            cells: [sayDay(monday), sayTime(cards), sayTime(drills), sayTime(scenarios)],
          }))}
      />
    </>
  );
}
