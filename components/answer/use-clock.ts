"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { onThisDevice } from "./device-store";

/** Seconds that the page was in sight, kept on this device across reloads. */
export interface Clock {
  readonly seconds: number;
  readonly hidden: boolean;
  readonly toggle: () => void;
  /** The count at this moment. */
  readonly read: () => number;
  readonly reset: () => void;
}

const HIDDEN = "clock-hidden";

function count(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? Math.floor(value) : 0;
}

export function useClock(slug: string): Clock {
  const key = `clock:${slug}`;
  const passed = useRef(0);
  const [seconds, setSeconds] = useState(0);
  const [hidden, setHidden] = useState(false);

  useEffect(() => {
    passed.current = count(onThisDevice.read(key));
    setSeconds(passed.current);
    setHidden(onThisDevice.read(HIDDEN) === true);
    const tick = setInterval(() => {
      if (document.visibilityState === "hidden") return;
      passed.current += 1;
      setSeconds(passed.current);
      if (passed.current % 5 === 0) onThisDevice.write(key, passed.current);
    }, 1000);
    const keep = () => onThisDevice.write(key, passed.current);
    window.addEventListener("pagehide", keep);
    return () => {
      clearInterval(tick);
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [key]);

  const toggle = useCallback(() => {
    setHidden((was) => {
      onThisDevice.write(HIDDEN, !was);
      return !was;
    });
  }, []);
  const read = useCallback(() => passed.current, []);
  const reset = useCallback(() => {
    passed.current = 0;
    setSeconds(0);
    onThisDevice.remove(key);
  }, [key]);
  return { seconds, hidden, toggle, read, reset };
}

/** `7:04`, `61:30`. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
