"use client";

import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { RATINGS, type Rating } from "./item";
import type { Choice } from "./session-state";
import { suggestedOf } from "./use-review-keys";

const COLUMNS: readonly string[] = ["", "grid-cols-1", "grid-cols-2", "grid-cols-3", "grid-cols-4"];

/** The ratings that may be given, each with when the card then comes back. */
function RatingButtons({ choices, onRate }: Pick<RatingBarProps, "choices" | "onRate">) {
  const suggested = suggestedOf(choices);
  return (
    <fieldset aria-label="How well did you know it?" className={`grid gap-2 ${COLUMNS[choices.length]}`}>
      {choices.map(({ rating, interval }) => (
        <button
          key={rating}
          type="button"
          onClick={() => onRate(rating)}
          aria-keyshortcuts={rating === suggested ? `${rating} Space Enter` : String(rating)}
          className={`flex min-h-15 flex-col items-center justify-center rounded-md border bg-surface px-1 py-1.5 transition-colors hover:bg-hover ${
            rating === suggested ? "border-accent" : "border-line-strong"
          }`}
        >
          <span className="flex items-center gap-2 text-small font-medium sm:text-body">
            <span className="hidden md:inline">
              <Kbd>{rating}</Kbd>
            </span>
            {RATINGS[rating - 1]?.name}
          </span>
          <span className="font-mono text-small text-ink-soft">{interval}</span>
        </button>
      ))}
    </fieldset>
  );
}

export interface RatingBarProps {
  /** None until the answer is shown. */
  choices: readonly Choice[];
  /** The item has options: to show the answer without choosing is not to know it. */
  chooses: boolean;
  onShow: () => void;
  onRate: (rating: Rating) => void;
}

/** Stays where the fingers are: first it shows the answer, then it rates. */
export function RatingBar({ choices, chooses, onShow, onRate }: RatingBarProps) {
  if (choices.length > 0) return <RatingButtons choices={choices} onRate={onRate} />;
  return (
    <Button variant={chooses ? "quiet" : "primary"} size="large" className="min-h-15 w-full" onClick={onShow}>
      {chooses ? "I don’t know: show the answer" : "Show the answer"}
      <span className="hidden font-mono text-small opacity-80 md:inline">Space</span>
    </Button>
  );
}
