"use client";

import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { type Intervals, RATINGS, type Rating } from "./item";

/** The four ratings, each with when the card then comes back. */
function RatingButtons({ intervals, onRate }: { intervals: Intervals; onRate: (rating: Rating) => void }) {
  return (
    <fieldset aria-label="How well did you know it?" className="grid grid-cols-4 gap-2">
      {RATINGS.map(({ rating, name }) => (
        <button
          key={rating}
          type="button"
          onClick={() => onRate(rating)}
          aria-keyshortcuts={String(rating)}
          className="flex min-h-14 flex-col items-center justify-center rounded-md border border-line-strong bg-surface px-1 py-1.5 transition-colors hover:bg-hover"
        >
          <span className="flex items-center gap-2 text-small font-medium sm:text-body">
            <span className="hidden md:inline">
              <Kbd>{rating}</Kbd>
            </span>
            {name}
          </span>
          <span className="font-mono text-small text-ink-soft">{intervals[rating]}</span>
        </button>
      ))}
    </fieldset>
  );
}

export interface RatingBarProps {
  shown: boolean;
  intervals: Intervals;
  onShow: () => void;
  onRate: (rating: Rating) => void;
}

/** Stays where the fingers are: first it shows the answer, then it rates. */
export function RatingBar({ shown, intervals, onShow, onRate }: RatingBarProps) {
  if (shown) return <RatingButtons intervals={intervals} onRate={onRate} />;
  return (
    <Button variant="primary" size="large" className="min-h-14 w-full" onClick={onShow}>
      Show the answer
      <span className="hidden font-mono text-small opacity-80 md:inline">Space</span>
    </Button>
  );
}
