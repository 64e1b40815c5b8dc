import type { Rating } from "@/lib/schedule";
import type { Chance } from "./chance";

/** How one person's memory of one item works: the truth that a scheduler can only guess at. */
export interface ItemMemory {
  /** The chance to remember it so many days after the last review. */
  chance(days: number): number;
  /** What a review does to it. */
  review(rating: Rating, days: number): void;
}

export interface Learner {
  /** A new item's memory, after its first review. */
  meet(first: Rating): ItemMemory;
  /** The button that is pressed where this one was meant. */
  press(meant: Rating, chance: Chance): Rating;
  /** How often anything but "again" is pressed where the chance to remember is this. */
  passing(chance: number): number;
}

/** Presses what is meant. */
export const exact = {
  press: (meant: Rating) => meant,
  passing: (chance: number) => chance,
};
