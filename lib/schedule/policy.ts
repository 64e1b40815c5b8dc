import { type FSRS, fsrs } from "ts-fsrs";

/**
 * `card`: minutes matter at first, so a new card returns after 1 and 10 minutes, a forgotten one after 10.
 * `scenario`: a design takes half an hour; it returns after whole days only, at the earliest the next day.
 */
export const POLICIES = ["card", "scenario"] as const;
export type Policy = (typeof POLICIES)[number];

/** No fuzz: the same history gives the same day, on every machine and in every preview. */
const shared = { request_retention: 0.9, enable_fuzz: false };

/** FSRS-6 with its default parameters; fitting them to a person comes later. Made once: nothing in them changes. */
export const SCHEDULERS: Readonly<Record<Policy, FSRS>> = {
  card: fsrs({ ...shared, enable_short_term: true, learning_steps: ["1m", "10m"], relearning_steps: ["10m"] }),
  scenario: fsrs({ ...shared, enable_short_term: false }),
};
