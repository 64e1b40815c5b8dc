import type { PastReview } from "@/lib/fit";
import { DEFAULT_PARAMETERS, predictor, type Rating, type Trace } from "@/lib/schedule";
import { type Chance, chanceOf } from "./chance";
import type { ItemMemory, Learner } from "./learner";

/** A review, and how often this learner would have pressed anything but "again" here. */
export interface TrueReview extends PastReview {
  readonly chance: number;
}

interface Item {
  readonly id: string;
  /** What is remembered. */
  readonly memory: ItemMemory;
  /** What the schedule believes. */
  trace: Trace;
  last: number;
  due: number;
}

const NEW_A_DAY = 10;
const DAY_OFF = 0.1;
const FIRST_DAY = 20_000;
const MINUTE = 60_000;
const MINUTES_A_DAY = 24 * 60;

/**
 * A learner who studies by the default schedule at 90 %: ten new items a day, two steps within the day, intervals fuzzed by up to
 * a tenth; now and then a day off.
 * @returns the first `count` reviews, in order of time.
 */
export function simulate(learner: Learner, count: number, seed: number): readonly TrueReview[] {
  const study = new Study(learner, chanceOf(seed));
  for (let day = FIRST_DAY; study.reviews.length < count; day += 1) study.spend(day);
  return study.reviews.slice(0, count);
}

class Study {
  readonly reviews: TrueReview[] = [];
  readonly #items: Item[] = [];
  readonly #schedule = predictor(DEFAULT_PARAMETERS);
  #minute = 0;

  constructor(
    private readonly learner: Learner,
    private readonly chance: Chance,
  ) {}

  spend(day: number): void {
    if (this.chance.happens(DAY_OFF)) return;
    this.#minute = day * MINUTES_A_DAY;
    for (const item of this.#items.filter(({ due }) => due <= day)) this.#return(item, day);
    for (let begun = 0; begun < NEW_A_DAY; begun += 1) this.#begin(day);
  }

  #begin(day: number): void {
    const first = this.chance.pick<Rating>(FIRST_RATINGS);
    const id = `item-${this.#items.length}`;
    const pressed = this.#write(id, first, day, 1);
    const trace = this.#schedule.after(null, { rating: pressed, days: 0 });
    const item: Item = { id, memory: this.learner.meet(first), trace, last: day, due: day };
    this.#items.push(item);
    if (pressed !== 4) this.#steps(item, day, 2);
    this.#plan(item, day);
  }

  #return(item: Item, day: number): void {
    const days = day - item.last;
    const chance = item.memory.chance(days);
    const meant = this.chance.happens(chance) ? this.chance.pick<Rating>(RATINGS_WHERE_REMEMBERED) : 1;
    const pressed = this.#review(item, meant, days, day, this.learner.passing(chance));
    item.last = day;
    if (pressed === 1) this.#steps(item, day, 1);
    this.#plan(item, day);
  }

  /** Again within minutes, until it was remembered so often in a row. */
  #steps(item: Item, day: number, wanted: number): void {
    for (let row = 0, tries = 0; row < wanted && tries < 8; tries += 1) {
      const pressed = this.#review(item, this.chance.happens(0.9) ? 3 : 1, 0, day, 0.9);
      row = pressed === 1 ? 0 : row + 1;
    }
  }

  #review(item: Item, meant: Rating, days: number, day: number, chance: number): Rating {
    item.memory.review(meant, days);
    const pressed = this.#write(item.id, meant, day, chance);
    item.trace = this.#schedule.after(item.trace, { rating: pressed, days });
    return pressed;
  }

  #write(item: string, meant: Rating, day: number, chance: number): Rating {
    const rating = this.learner.press(meant, this.chance);
    this.#minute += 1;
    this.reviews.push({ item, rating, day, at: this.#minute * MINUTE, chance });
    return rating;
  }

  #plan(item: Item, day: number): void {
    const fuzz = 1 + 0.2 * (this.chance.next() - 0.5);
    item.due = day + Math.max(1, Math.round(item.trace.stability * fuzz));
  }
}

const FIRST_RATINGS = [
  [1, 0.25],
  [2, 0.12],
  [3, 0.5],
  [4, 0.13],
] as const;

const RATINGS_WHERE_REMEMBERED = [
  [2, 0.12],
  [3, 0.78],
  [4, 0.1],
] as const;
