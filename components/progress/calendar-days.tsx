"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { CalendarDay } from "@/lib/practice";
import { CalendarPicture, type CalendarSpan, PITCH, TOP } from "./calendar-picture";
import { sayDay } from "./dates";
import { counted, sayTime } from "./words";

const MINUTE = 60_000;
const WEEKDAYS = ["Mon", "", "Wed", "", "Fri", "", "Sun"] as const;
/** How far each key goes, in days. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -7,
  ArrowRight: 7,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function sayActivity(day: number, done: CalendarDay | undefined): string {
  if (!done) return `${sayDay(day, "named")}: no practice`;
  const { reviews, attempts, minutes } = done;
  const what = [
    reviews > 0 ? counted(reviews, "review") : "",
    attempts > 0 ? counted(attempts, "answer") : "",
    sayTime(minutes * MINUTE),
  ].filter((part) => part !== "");
  return `${sayDay(day, "named")}: ${what.join(", ")}`;
}

export interface CalendarDaysProps extends CalendarSpan {
  /** The days on which anything was done. */
  done: readonly CalendarDay[];
}

/**
 * The days of a year as one control: a slider over days is what a screen reader can go through with arrow keys and hear day
 * by day, with one stop for the tab key, where a grid would be 371 elements.
 */
export function CalendarDays({ first, last, done }: CalendarDaysProps) {
  const [shown, setShown] = useState(last);
  const box = useRef<HTMLDivElement>(null);
  const within = (day: number) => Math.max(first, Math.min(last, day));
  const words = sayActivity(
    shown,
    done.find(({ day }) => day === shown),
  );

  useEffect(() => {
    const keyed = box.current === document.activeElement && shown >= 0;
    if (keyed) box.current?.querySelector("[data-ring]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setShown(within(shown + step));
  };
  const onPoint = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [week, weekday] = [(event.clientX - left) / PITCH, (event.clientY - top - TOP) / PITCH].map(Math.floor);
    if (week === undefined || weekday === undefined || weekday < 0 || weekday > 6) return;
    setShown(within(first + week * 7 + weekday));
  };

  return (
    <div className="mt-4">
      <div className="flex">
        <div aria-hidden="true" className="shrink-0 pt-5 text-[11px] text-ink-faint">
          {WEEKDAYS.map((name, weekday) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: seven weekdays, always the same.
            <div key={weekday} className="h-4.5 w-8 leading-4.5">
              {name}
            </div>
          ))}
        </div>
        {/* The row is reversed so that it begins scrolled to its end, the present week, before any script runs. */}
        <div className="-m-1 flex min-w-0 flex-row-reverse overflow-x-auto p-1">
          <div
            ref={box}
            role="slider"
            tabIndex={0}
            aria-label="Days of practice"
            aria-orientation="horizontal"
            aria-valuemin={first}
            aria-valuemax={last}
            aria-valuenow={shown}
            aria-valuetext={words}
            onKeyDown={onKeyDown}
            onPointerMove={(event) => event.pointerType === "mouse" && onPoint(event)}
            onPointerDown={onPoint}
            className="shrink-0 rounded-sm"
          >
            <CalendarPicture first={first} last={last} done={done} shown={shown} />
          </div>
        </div>
      </div>
      <p aria-hidden="true" className="mt-2 text-small">
        {words}
      </p>
    </div>
  );
}
