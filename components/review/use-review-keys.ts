"use client";

import { useEffect, useRef } from "react";
import type { PageKey } from "../shell/panel-store";
import type { Option, Rating } from "./item";
import type { Choice } from "./session-state";

export interface ReviewKeys {
  readonly choices: readonly Choice[];
  /** What may be chosen now, in the order that is shown. */
  readonly options: readonly Option[];
  readonly onShow: (chosen?: string) => void;
  readonly onRate: (rating: Rating) => void;
  readonly onUndo: () => void;
  readonly onSuspend: () => void;
  readonly onBury: () => void;
  readonly onInfo: () => void;
  readonly onMore: () => void;
  /** Only for what is the person's own. */
  readonly onEdit: (() => void) | null;
}

/** Anki's own keys, where it has any. */
export const KEYS: readonly PageKey[] = [
  { keys: ["Space", "Enter"], does: "Show the answer; then: good" },
  { keys: ["A", "B", "C", "D"], does: "Choose an option" },
  { keys: ["1", "2", "3", "4"], does: "Again, hard, good, easy" },
  { keys: ["U", "Ctrl Z"], does: "Take the last step back" },
  { keys: ["S", "@"], does: "Suspend: it does not come any more" },
  { keys: ["-"], does: "Bury: not today any more" },
  { keys: ["I"], does: "What is known of your memory of it" },
  { keys: ["E"], does: "Edit a card of your own" },
  { keys: ["M"], does: "All of this as a menu" },
];

/** A control under the focus answers Enter and Space by itself; where text is typed, no key is ours. */
const CONTROL = "a, button, summary, [role=dialog], [popover]";
const TYPING = "input, textarea, select, [contenteditable], [role=dialog]";

/** The letter that chooses an option: A, B, C … */
export function optionKey(index: number): string {
  return String.fromCharCode(65 + index);
}

/** What Space and Enter give once the answer is shown: good, where it may be given. */
export function suggestedOf(choices: readonly Choice[]): Rating | null {
  return (choices.find(({ rating }) => rating === 3) ?? choices[0])?.rating ?? null;
}

/** What a key does now; null where it is not ours. */
export function actionFor(key: string, keys: ReviewKeys): (() => void) | null {
  const { choices, onRate, onShow } = keys;
  const rated = choices.find(({ rating }) => key === String(rating));
  if (rated) return () => onRate(rated.rating);
  const suggested = suggestedOf(choices);
  if (key === " " || key === "Enter") return suggested === null ? () => onShow() : () => onRate(suggested);
  const option = choices.length === 0 && keys.options.find((_, index) => optionKey(index) === key.toUpperCase());
  if (option) return () => onShow(option.id);
  return BY_KEY[key.toLowerCase()]?.(keys) ?? null;
}

const BY_KEY: Readonly<Record<string, (keys: ReviewKeys) => (() => void) | null>> = {
  u: ({ onUndo }) => onUndo,
  s: ({ onSuspend }) => onSuspend,
  "@": ({ onSuspend }) => onSuspend,
  "-": ({ onBury }) => onBury,
  i: ({ onInfo }) => onInfo,
  m: ({ onMore }) => onMore,
  e: ({ onEdit }) => onEdit,
};

function actionOf(event: KeyboardEvent, keys: ReviewKeys): (() => void) | null {
  const { target, key } = event;
  const within = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (event.repeat || within(TYPING)) return null;
  // On many keyboards @ is typed with AltGr, which counts as Ctrl and Alt.
  if (key === "@") return keys.onSuspend;
  const modified = event.ctrlKey || event.metaKey;
  if (modified && key.toLowerCase() === "z" && !event.shiftKey) return keys.onUndo;
  if (modified || event.altKey) return null;
  if ((key === " " || key === "Enter") && within(CONTROL)) return null;
  return actionFor(key, keys);
}

export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event, latest.current);
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
