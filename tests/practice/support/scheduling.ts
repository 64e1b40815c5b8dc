import { DEFAULT_SETTINGS, type Scheduling } from "@/lib/schedule";

/** Noon in UTC on a Monday. */
export const NOON = Date.UTC(2026, 10, 23, 12);
export const DAY = 86_400_000;

/** As it comes, for somebody in UTC whose day begins at four. */
export const BY: Scheduling = {
  policy: "card",
  settings: DEFAULT_SETTINGS,
  clock: { zone: "UTC", rollover: 4 },
  parameters: null,
  seed: "",
  load: null,
};
