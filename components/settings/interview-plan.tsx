import type { Route } from "next";
import Link from "next/link";
import type { PlanBack, PlannedDay } from "@/lib/practice";
import { sayDay } from "../progress/dates";
import { Icon } from "../ui/icon";

export interface InterviewPlanProps {
  plan: PlanBack;
  /** Titles by slug. */
  scenarios: ReadonlyMap<string, string>;
  /** By id. */
  rules: ReadonlyMap<string, string>;
}

const CELL = "py-1.5 pr-3 align-top last:pr-0";
const LINK = "underline decoration-line-strong underline-offset-3 hover:decoration-ink";
/** As many days as fit on a screen; the others are opened. */
const FIRST = 7;

function Row({ day, scenarios, rules }: { day: PlannedDay } & Omit<InterviewPlanProps, "plan">) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className={`${CELL} text-left font-normal whitespace-nowrap`}>
        {sayDay(day.day, "named")}
      </th>
      <td className={`${CELL} text-right`}>{day.newItems}</td>
      <td className={`${CELL} text-right`}>{day.reviews}</td>
      <td className={`${CELL} text-right`}>{Math.ceil(day.minutes)}</td>
      <td className={CELL}>
        {day.scenario && (
          <span className="block">
            <Link href={`/practice/${day.scenario.slug}` as Route} className={LINK}>
              {scenarios.get(day.scenario.slug) ?? day.scenario.slug}
            </Link>
            {day.scenario.again && <span className="text-ink-faint"> again</span>}
          </span>
        )}
        {day.rule && (
          <span className="block">
            <span className="text-ink-faint">Read: </span>
            <Link href={`/rules/${day.rule}` as Route} className={LINK}>
              {rules.get(day.rule) ?? day.rule}
            </Link>
          </span>
        )}
      </td>
    </tr>
  );
}

function Days({
  days,
  caption,
  ...names
}: { days: readonly PlannedDay[]; caption: string } & Omit<InterviewPlanProps, "plan">) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-small">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-left text-ink-faint">
          <tr>
            <th scope="col" className={`${CELL} font-medium`}>
              Day
            </th>
            {["New", "Reviews", "Min"].map((head) => (
              <th key={head} scope="col" className={`${CELL} text-right font-medium`}>
                {head}
              </th>
            ))}
            <th scope="col" className={`${CELL} font-medium`}>
              And
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <Row key={day.day} day={day} {...names} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The days until the interview one by one, and what does not fit, said plainly. */
export function InterviewPlan({ plan, ...names }: InterviewPlanProps) {
  const [soon, later] = [plan.days.slice(0, FIRST), plan.days.slice(FIRST)];
  return (
    <div className="space-y-3">
      <p className="text-small text-ink-soft">{plan.says}</p>
      {soon.length > 0 && <Days days={soon} caption="The next days" {...names} />}
      {later.length > 0 && (
        <details className="group text-small">
          <summary className="inline-flex min-h-11 list-none items-center gap-1.5 pr-2 text-ink-soft hover:text-ink md:min-h-8 [&::-webkit-details-marker]:hidden">
            <Icon name="right" className="size-3.5 transition-transform group-open:rotate-90" />
            The {later.length === 1 ? "day" : `${later.length} days`} after
          </summary>
          <Days days={later} caption="The days after those, to the eve" {...names} />
        </details>
      )}
      <p className="text-small text-ink-faint">A scenario takes about half an hour, which the minutes do not hold.</p>
    </div>
  );
}
