"use client";

import { useEffect, useRef } from "react";
import type { Rating } from "./item";

export interface ReviewKeys {
  readonly shown: boolean;
  readonly options: readonly { readonly id: string }[];
  readonly onShow: (chosen?: string) => void;
  readonly onRate: (rating: Rating) => void;
  readonly onUndo: () => void;
}

/** A control under the focus answers Enter and Space by itself; where text is typed, no key is ours. */
const CONTROL = "a, button, summary, [role=dialog], [popover]";
const TYPING = "input, textarea, select, [contenteditable]";
const RATING_KEYS: Readonly<Record<string, Rating>> = { "1": 1, "2": 2, "3": 3, "4": 4 };

/** The letter that chooses an option: A, B, C … */
export function optionKey(index: number): string {
  return String.fromCharCode(65 + index);
}

function press(event: KeyboardEvent, keys: ReviewKeys): boolean {
  const { target, key } = event;
  const within = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (event.repeat || event.altKey || within(TYPING) || within("[role=dialog]")) return false;
  const modified = event.ctrlKey || event.metaKey;
  if (key.toLowerCase() === (modified ? "z" : "u") && !event.shiftKey) return done(keys.onUndo);
  if (modified) return false;
  const rating = RATING_KEYS[key];
  if (keys.shown) return rating !== undefined && done(() => keys.onRate(rating));
  const option = keys.options.find((_, index) => optionKey(index) === key.toUpperCase());
  if (option) return done(() => keys.onShow(option.id));
  return (key === " " || key === "Enter") && !within(CONTROL) && done(() => keys.onShow());
}

function done(act: () => void): true {
  act();
  return true;
}

/** Space or Enter shows, a letter chooses, 1–4 rate, U or Ctrl Z takes back. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (press(event, latest.current)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
