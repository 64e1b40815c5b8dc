import { describe, expect, it } from "vitest";
import { clockOf, DEFAULT_SETTINGS, readSettings, type Settings, settingsSchema } from "@/lib/schedule";

describe("what is missing is as by default", () => {
  it("all of it", () => {
    expect(settingsSchema.parse({})).toEqual(DEFAULT_SETTINGS);
  });

  it("what was saved before there were more fields", () => {
    const old = { retention: 0.85, newPerDay: 3, gone: "a field that there no longer is" };
    expect(settingsSchema.parse(old)).toEqual({ ...DEFAULT_SETTINGS, retention: 0.85, newPerDay: 3 });
  });

  it("survives JSON", () => {
    const chosen = settingsSchema.parse({ interviewOn: "2026-12-12", zone: "Asia/Kathmandu", learningSteps: [] });
    expect(settingsSchema.parse(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });
});

describe("what may be chosen", () => {
  const fine: readonly Partial<Settings>[] = [
    { retention: 0.7 },
    { retention: 0.97 },
    { newPerDay: 0 },
    { newPerDay: 200 },
    { minutesPerDay: 1 },
    { minutesPerDay: 600 },
    { interviewOn: "2028-02-29" },
    { easyDays: [0, 0, 0, 0, 0, 0, 0] },
    { easyDays: [1, 1, 1, 1, 1, 0.5, 0] },
    { learningSteps: [] },
    { learningSteps: ["1m", "2m", "3m", "4m", "5m", "6m", "7m", "8m", "9m", "10m"] },
    { relearningSteps: ["90m", "2h", "1d"] },
    { maximumInterval: 1 },
    { leechAfter: 0 },
    { rollover: 23 },
    { zone: "UTC" },
    { balance: false, bury: false, useFitted: false },
  ];
  it.each(fine)("%j", (chosen) => {
    expect(settingsSchema.parse(chosen)).toEqual({ ...DEFAULT_SETTINGS, ...chosen });
  });
});

describe("what is wrong says what to give instead", () => {
  const cases: readonly (readonly [object, string, RegExp])[] = [
    [{ retention: 0.69 }, "retention", /70 to 97 %/],
    [{ retention: 0.98 }, "retention", /70 to 97 %/],
    [{ retention: "90" }, "retention", /70 to 97 %/],
    [{ newPerDay: 2.5 }, "newPerDay", /whole number .* 0 to 200/],
    [{ newPerDay: 201 }, "newPerDay", /0 to 200/],
    [{ minutesPerDay: 0 }, "minutesPerDay", /1 to 600, or leave it empty/],
    [{ minutesPerDay: 601 }, "minutesPerDay", /1 to 600/],
    [{ interviewOn: "2026-02-30" }, "interviewOn", /such as 2026-12-12/],
    [{ interviewOn: "tomorrow" }, "interviewOn", /such as 2026-12-12/],
    [{ easyDays: [1, 1, 1] }, "easyDays", /seven shares, Monday first/],
    [{ easyDays: [1, 1, 1, 1, 1, 1, 2] }, "easyDays.6", /0 .* to 1/],
    [{ learningSteps: ["10m", "1m"] }, "learningSteps", /longer than the one before/],
    [{ learningSteps: ["60m", "1h"] }, "learningSteps", /longer than the one before/],
    [{ learningSteps: ["0m"] }, "learningSteps.0", /10m, 2h or 1d/],
    [{ learningSteps: ["1m", "soon"] }, "learningSteps.1", /10m, 2h or 1d/],
    [{ learningSteps: Array.from({ length: 11 }, (_, n) => `${n + 1}m`) }, "learningSteps", /10 steps at most/],
    [{ relearningSteps: "10m" }, "relearningSteps", /list of steps/],
    [{ maximumInterval: 0 }, "maximumInterval", /1 to 36500/],
    [{ leechAfter: -1 }, "leechAfter", /0 for never/],
    [{ rollover: 24 }, "rollover", /0 to 23/],
    [{ zone: "+02:00" }, "zone", /such as Europe\/Berlin/],
    [{ balance: "yes" }, "balance", /yes or no/],
  ];
  it.each(cases)("%j", (chosen, path, message) => {
    const issues = settingsSchema.safeParse(chosen).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join("."))).toEqual([path]);
    expect(issues[0]?.message).toMatch(message);
  });

  it("all at once", () => {
    const issues = settingsSchema.safeParse({ retention: 2, rollover: 30, zone: "" }).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0])).toEqual(["retention", "rollover", "zone"]);
  });
});

describe("saved settings are always readable", () => {
  it.each([null, undefined, "x", 7, [], {}])("%j", (saved) => {
    expect(readSettings(saved)).toEqual(DEFAULT_SETTINGS);
  });

  it("one field that is no longer allowed costs no other", () => {
    const saved = { ...DEFAULT_SETTINGS, zone: "Mars/Olympus", newPerDay: 30, easyDays: [1, 1, 1, 1, 1, 1, 7] };
    expect(readSettings(saved)).toEqual({ ...DEFAULT_SETTINGS, newPerDay: 30 });
  });
});

it("goes by the device's zone until one is chosen", () => {
  expect(clockOf({ ...DEFAULT_SETTINGS, rollover: 3 }, "Asia/Tokyo")).toEqual({ zone: "Asia/Tokyo", rollover: 3 });
  expect(clockOf({ ...DEFAULT_SETTINGS, zone: "UTC" }, "Asia/Tokyo")).toEqual({ zone: "UTC", rollover: 4 });
});
