import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { signalWords } from "@/components/ui/signal";
import { loadScenarios } from "@/lib/scenario/load";
import { dayOf, dayOfDate, intervalWords } from "@/lib/schedule";
import { type AttemptLine, type Queue, readQueue } from "@/lib/server";

interface Suggestion {
  readonly slug: string;
  readonly title: string;
  readonly why: string;
}

/** The scenario to return to: one that is due, else one not tried yet, else the one that went worst. */
function suggest(queue: Queue, attempts: readonly AttemptLine[]): Suggestion | null {
  const due = queue.items.find((item) => item.kind === "scenario");
  if (due?.kind === "scenario") return { slug: due.ref, title: due.title, why: "is due again" };
  const scenarios = loadScenarios().map(({ scenario }) => scenario);
  const latest = (slug: string) => attempts.find((attempt) => attempt.slug === slug);
  const untried = scenarios.find(({ slug }) => !latest(slug));
  if (untried) return { slug: untried.slug, title: untried.title, why: "is next to try" };
  const worst = scenarios.toSorted((a, b) => (latest(a.slug)?.score ?? 0) - (latest(b.slug)?.score ?? 0))[0];
  return worst ? { slug: worst.slug, title: worst.title, why: "has the most left to gain" } : null;
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-4 sm:grid-cols-[8rem_1fr]">
      <dt className="text-small leading-[1.625rem] text-ink-soft">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A card or a drill; a scenario takes half an hour. */
const isShort = ({ kind }: Queue["items"][number]): boolean => kind !== "scenario";

const LINK = "inline-flex min-h-6 items-center text-accent-text underline underline-offset-3";

function sayDue({ items, nextDue, budget }: Queue, now: number): string {
  const waiting = items.slice(0, budget.fits).filter(isShort).length;
  const minutes = Math.max(1, Math.round(budget.expected / 60));
  const time = minutes === 1 ? "about a minute" : `about ${minutes} minutes`;
  if (waiting > 0) return waiting === 1 ? "One is waiting." : `${waiting} are waiting, ${time}.`;
  if (items.some(isShort)) return `Your ${budget.minutes} minutes for today are done.`;
  return nextDue === null
    ? "Nothing is due."
    : `Nothing is due; the next one comes in ${intervalWords(Math.max(0, nextDue - now))}.`;
}

const DATE = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const DAY = 86_400_000;

/** How far the interview is; null where none is planned, or it is over. */
function sayInterview({ settings, clock }: Queue["scheduling"], now: number): string | null {
  const day = settings.interviewOn === null ? null : dayOfDate(settings.interviewOn);
  const left = day === null ? -1 : day - dayOf(now, clock);
  if (day === null || left < 0) return null;
  const date = DATE.format(day * DAY);
  if (left === 0) return `Today, ${date}. Good luck.`;
  return left === 1 ? `Tomorrow, ${date}.` : `In ${left} days, on ${date}.`;
}

/** Today in three lines, and the one thing to do next. */
export async function Today({ personId, attempts }: { personId: string; attempts: readonly AttemptLine[] }) {
  const now = Date.now();
  const queue = await readQueue(personId, now);
  const scenario = suggest(queue, attempts);
  const last = attempts[0];
  const interview = sayInterview(queue.scheduling, now);
  const reviewsWait = queue.items.slice(0, queue.budget.fits).some(isShort);
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-title font-semibold">Today</h1>
      <dl className="mt-4 divide-y divide-line border-y border-line">
        {interview !== null && (
          <Line label="Interview">
            {interview}{" "}
            <Link href="/settings" className={LINK}>
              The days until then
            </Link>
          </Line>
        )}
        <Line label="Reviews">{sayDue(queue, now)}</Line>
        {scenario && (
          <Line label="Scenario">
            <Link href={`/practice/${scenario.slug}` as Route} className={LINK}>
              {scenario.title}
            </Link>{" "}
            {scenario.why}.
          </Line>
        )}
        <Line label="Last score">
          {last ? (
            <Link href={`/reports/${last.id}` as Route} className={LINK}>
              <span className="font-mono">{last.score}</span>, {signalWords(last.signal).toLowerCase()}
            </Link>
          ) : (
            "None yet: hand in a first answer."
          )}
        </Line>
      </dl>
      <div className="mt-8">
        {reviewsWait || !scenario ? (
          <LinkButton href="/review" variant="primary" size="large">
            Review now
          </LinkButton>
        ) : (
          <LinkButton href={`/practice/${scenario.slug}` as Route} variant="primary" size="large">
            Practise {scenario.title}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
