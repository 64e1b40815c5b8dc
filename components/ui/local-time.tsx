"use client";

import { useSyncExternalStore } from "react";

const STYLES = {
  date: { day: "numeric", month: "short" },
  "date-time": { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  weekday: { weekday: "short" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export interface LocalTimeProps {
  /** Epoch milliseconds. */
  at: number;
  style?: keyof typeof STYLES;
}

function never(): () => void {
  return () => undefined;
}

/** A moment in the reader's own time zone; the server, which cannot know it, says it in UTC until the page is awake. */
export function LocalTime({ at, style = "date" }: LocalTimeProps) {
  const say = (timeZone?: string) => new Intl.DateTimeFormat("en-GB", { ...STYLES[style], timeZone }).format(at);
  const words = useSyncExternalStore(
    never,
    () => say(),
    () => say("UTC"),
  );
  return <time dateTime={new Date(at).toISOString()}>{words}</time>;
}
