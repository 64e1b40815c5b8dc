"use client";

import { useEffect, useState } from "react";
import { type DeviceStore, onThisDevice } from "./device-store";

/** Seconds that the page was in sight, kept on this device across reloads. A store, so that a tick draws only the clock. */
export interface Clock {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => number;
  readonly isHidden: () => boolean;
  readonly toggle: () => void;
  readonly reset: () => void;
}

interface RunningClock extends Clock {
  /** Takes up what was kept and counts while `isSeen`; answers with what stops it. */
  readonly start: (isSeen: () => boolean) => () => void;
}

const HIDDEN = "clock-hidden";

function secondsIn(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? Math.floor(value) : 0;
}

function runningClock(store: DeviceStore, key: string): RunningClock {
  const listeners = new Set<() => void>();
  let seconds = 0;
  let hidden = false;
  function show(nextSeconds: number, nextHidden: boolean): void {
    seconds = nextSeconds;
    hidden = nextHidden;
    for (const listener of listeners) listener();
  }
  const keep = () => store.write(key, seconds);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => seconds,
    isHidden: () => hidden,
    toggle: () => {
      show(seconds, !hidden);
      store.write(HIDDEN, hidden);
    },
    reset: () => {
      show(0, hidden);
      store.remove(key);
    },
    start: (isSeen) => {
      show(secondsIn(store.read(key)), store.read(HIDDEN) === true);
      const tick = setInterval(() => {
        if (!isSeen()) return;
        show(seconds + 1, hidden);
        if (seconds % 5 === 0) keep();
      }, 1000);
      window.addEventListener("pagehide", keep);
      return () => {
        clearInterval(tick);
        window.removeEventListener("pagehide", keep);
        if (seconds > 0) keep();
      };
    },
  };
}

export function useClock(slug: string): Clock {
  const [clock] = useState(() => runningClock(onThisDevice, `clock:${slug}`));
  useEffect(() => clock.start(() => document.visibilityState === "visible"), [clock]);
  return clock;
}

/** `7:04`, `61:30`. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
