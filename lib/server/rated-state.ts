import { type ItemName, itemId } from "@/lib/practice";
import { review, type Scheduling } from "@/lib/schedule";
import { type ItemState, memoryOfState, reviewedState, type Step } from "./items";
import { type Habits, schedulingOf } from "./people";

/** What one rating makes of an item. @param load how many items come on a day; null where days are not evened out. */
export function ratedState(
  { kind, ref }: ItemName,
  before: ItemState,
  step: Step,
  habits: Habits,
  load: Scheduling["load"] = null,
): ItemState {
  const policy = kind === "scenario" ? "scenario" : "card";
  const scheduling = schedulingOf(habits, policy, itemId(kind, ref), load);
  const { memory } = review(memoryOfState(before), step.rating, step.at, scheduling);
  return reviewedState(kind, before, memory, step, habits);
}
