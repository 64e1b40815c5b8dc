import type { ReactNode } from "react";

export const RATINGS = [
  { rating: 1, name: "Again" },
  { rating: 2, name: "Hard" },
  { rating: 3, name: "Good" },
  { rating: 4, name: "Easy" },
] as const;
export type Rating = (typeof RATINGS)[number]["rating"];

/** When it would come back after each rating: "10 min", "4 days". */
export type Intervals = Readonly<Record<Rating, string>>;

interface Base {
  readonly id: string;
  /** Why it is here, where a report brought it forward: "because … was missed". */
  readonly why: ReactNode | null;
}

/** A card, drawn on the server: no Markdown parser comes to the browser. */
export interface CardItem extends Base {
  readonly kind: "card";
  readonly intervals: Intervals;
  readonly front: ReactNode;
  readonly back: ReactNode;
  /** The answer stands in the question's place (hidden words filled in) instead of below it. */
  readonly backReplacesFront: boolean;
  /** The options of a card to choose from, in the order in which they are shown. */
  readonly options: readonly { readonly id: string; readonly words: ReactNode; readonly right: boolean }[];
}

/** A scenario to practise again; its rating comes from the score. */
export interface ScenarioItem extends Base {
  readonly kind: "scenario";
  readonly slug: string;
  readonly title: string;
}

export type ReviewItem = CardItem | ScenarioItem;

/** One rating as it is sent. The id makes it count once, however often it is sent. */
export interface RatingToSend {
  readonly id: string;
  readonly itemId: string;
  readonly rating: Rating;
  /** When it was given, epoch milliseconds by this device's clock. */
  readonly at: number;
  /** Milliseconds from the question to the rating. */
  readonly elapsed: number;
  /** This device's time zone: the person's day begins by it. */
  readonly zone: string;
}

/** What the server says to a rating or to its undoing. `message` is for the person. */
export type Reply =
  | { readonly ok: true; readonly due?: number }
  | { readonly ok: false; readonly code: string; readonly message: string };
