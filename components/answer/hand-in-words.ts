import type { HandInState } from "./use-hand-in";

type Code = Extract<HandInState, { kind: "refused" }>["code"];

/** Why an answer was not taken, and what to do. */
export const HAND_IN_WORDS: Readonly<Record<Code, string>> = {
  "signed-out": "Your session ended. What you wrote is kept on this device; sign in again and hand it in.",
  "other-person": "This browser is signed in as somebody else now. What you wrote is kept on this device.",
  "too-long": "An answer holds at most 64 kB of text. All of it is still here; shorten it and hand in again.",
  "not-found": "This scenario is not there any more. What you wrote is kept on this device.",
  empty: "There is nothing to grade yet. Make a decision or write a line of your design first.",
  invalid: "The answer arrived incomplete. It is still here; reload the page and hand in again.",
  storage: "The answer could not be stored just now. It is still here; try again in a moment.",
  unreachable:
    "The server could not be reached. What you wrote is still here; hand in again in a moment, it counts once.",
};
