import type { Route } from "next";
import Link from "next/link";
import { InlineCode } from "../ui/inline-code";
import { SubmitButton } from "../ui/submit-button";
import { type CardStanding, oneLine } from "./deck-words";
import { Standing } from "./standing";

export interface CardRow {
  readonly itemId: string;
  readonly editHref: Route | null;
  readonly asks: string;
  readonly state: CardStanding;
}

export interface CardRowsProps {
  readonly cards: readonly CardRow[];
  /** The person's date, "2026-12-01". */
  readonly today: string;
  /** Suspends or resumes the card that the form's `item` names, by its `act`. */
  readonly change: (form: FormData) => Promise<void>;
}

/** The cards of a deck with their state, and what can be done with each. */
export function CardRows({ cards, today, change }: CardRowsProps) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {cards.map((card) => (
        <li
          key={card.itemId}
          className="grid items-center gap-x-6 gap-y-1 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6"
        >
          <div className="min-w-0">
            <p className="break-words">
              <InlineCode text={oneLine(card.asks)} />
            </p>
            <p className="text-small text-ink-soft">
              <Standing state={card.state} today={today} />
            </p>
          </div>
          <div className="-mx-3 flex sm:mx-0">
            {card.editHref && (
              <Link
                href={card.editHref}
                className="inline-flex min-h-11 items-center rounded-md px-3 text-small text-accent-text hover:bg-hover md:min-h-8"
              >
                Edit<span className="sr-only"> “{oneLine(card.asks)}”</span>
              </Link>
            )}
            <ChangeButton card={card} change={change} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function ChangeButton({ card, change }: { card: CardRow; change: CardRowsProps["change"] }) {
  const suspended = card.state.kind === "suspended";
  return (
    <form action={change}>
      <input type="hidden" name="item" value={card.itemId} />
      <input type="hidden" name="act" value={suspended ? "resume" : "suspend"} />
      <SubmitButton variant="ghost" size="small">
        {suspended ? "Resume" : "Suspend"}
        <span className="sr-only"> “{oneLine(card.asks)}”</span>
      </SubmitButton>
    </form>
  );
}
