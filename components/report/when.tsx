"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** The reader's time zone once the page runs there; until then, and on the server, UTC. */
function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}

/** Days since 1970 of a moment, as the calendar of a zone counts them. */
function dayOf(at: number, timeZone: string): number {
  const [year, month, day] = new Intl.DateTimeFormat("en-CA", { timeZone }).format(at).split("-").map(Number);
  return Math.round(Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1) / 86_400_000);
}

function inDays(days: number): string {
  if (days <= 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}

interface WhenProps {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The moment that the page was made at. */
  readonly now: number;
}

/** When something comes back: `now`, `tomorrow`, `in 4 days`. */
export function When({ at, now }: WhenProps) {
  const timeZone = useTimeZone();
  return (
    <time dateTime={new Date(at).toISOString()} suppressHydrationWarning>
      {at <= now ? "now" : inDays(dayOf(at, timeZone) - dayOf(now, timeZone))}
    </time>
  );
}
