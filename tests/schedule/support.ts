import {
  DEFAULT_SETTINGS,
  type Memory,
  newMemory,
  type Rating,
  type ReviewLog,
  review,
  type Scheduling,
  type Settings,
} from "@/lib/schedule";

export const DAY = 86_400_000;
export const MINUTE = 60_000;
/** 2022-12-29 12:30 UTC, the start of ts-fsrs's own series. */
export const START = Date.UTC(2022, 11, 29, 12, 30);

/** Rates a new item at each due time, or so many days after the one before. */
export function play(ratings: readonly Rating[], options: { by?: Scheduling; start?: number; gaps?: number[] } = {}) {
  let now = options.start ?? START;
  let memory: Memory = newMemory(now);
  const steps: { memory: Memory; log: ReviewLog }[] = [];
  for (const [index, rating] of ratings.entries()) {
    now = options.gaps === undefined ? memory.due : now + (options.gaps[index] ?? 0) * DAY;
    const step = review(memory, rating, now, options.by ?? aScheduling());
    steps.push(step);
    memory = step.memory;
  }
  return { memory, steps };
}

/** Exact days of UTC from midnight on, unless it is said otherwise. */
export function aScheduling({
  settings,
  ...rest
}: Partial<Omit<Scheduling, "settings">> & { readonly settings?: Partial<Settings> } = {}): Scheduling {
  return {
    policy: "card",
    clock: { zone: "UTC", rollover: 0 },
    parameters: null,
    seed: "card:keys/what-is-a-key",
    load: null,
    ...rest,
    settings: { ...DEFAULT_SETTINGS, balance: false, ...settings },
  };
}
