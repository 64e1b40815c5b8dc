import type { Rating } from "./item";

/** One rating as it is sent. The id makes it count once, however often it is sent. */
export interface RatingToSend {
  readonly id: string;
  readonly itemId: string;
  readonly rating: Rating;
  /** When it was given, epoch milliseconds by this device's clock. */
  readonly at: number;
  /** Milliseconds from the question to the rating. */
  readonly elapsed: number;
  /** IANA name of the device's time zone: the person's day begins by it. */
  readonly zone: string;
  /** The drill that was shown; absent for what is always the same. */
  readonly shown?: string;
}

/** What waits to be sent, in order. `resume` takes back a suspension or a burial. */
export type Letter =
  | { readonly kind: "rate"; readonly rating: RatingToSend }
  | { readonly kind: "undo"; readonly reviewId: string; readonly itemId: string }
  | { readonly kind: "suspend" | "resume"; readonly itemId: string }
  /** It is put off to the day after `at`, whenever the letter arrives. */
  | { readonly kind: "bury"; readonly itemId: string; readonly at: number };

/** What the server says to a letter. `message` is for the person. */
export type Reply =
  | { readonly ok: true; readonly due?: number }
  | { readonly ok: false; readonly code: string; readonly message: string };

export function itemOf(letter: Letter): string {
  return letter.kind === "rate" ? letter.rating.itemId : letter.itemId;
}

/** Whether this is a letter; what an older page kept in another shape is none. */
export function isLetter(value: unknown): value is Letter {
  if (!isRecord(value)) return false;
  if (value.kind === "undo") return typeof value.reviewId === "string" && typeof value.itemId === "string";
  if (value.kind === "bury") return typeof value.itemId === "string" && Number.isFinite(value.at);
  if (value.kind !== "rate") {
    return ["suspend", "resume"].some((kind) => kind === value.kind) && typeof value.itemId === "string";
  }
  const { rating } = value;
  if (!isRecord(rating)) return false;
  const texts = [rating.id, rating.itemId, rating.zone].every((text) => typeof text === "string");
  return texts && [rating.rating, rating.at, rating.elapsed].every(Number.isFinite);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
