import fc from "fast-check";
import { expect, test } from "vitest";
import { readSettingsForm, readTyped } from "@/app/settings/schema";
import { type TypedSettings, typedFrom, WEEKDAYS } from "@/components/settings/typed";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/schedule";

const usual = typedFrom(DEFAULT_SETTINGS);

/** As a browser sends it: what is not ticked is not sent. */
function formOf({ easyDays, ...fields }: TypedSettings): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    const ticked = ["balance", "bury", "useFitted"].includes(name);
    if (!ticked || value === "on") form.set(name, value);
  }
  for (const [day, value] of easyDays.entries()) form.set(`easyDay${day}`, value);
  return form;
}

const read = (typed: TypedSettings) => readSettingsForm(readTyped(formOf(typed)));

const anySettings: fc.Arbitrary<Settings> = fc.record({
  retention: fc.integer({ min: 700, max: 970 }).map((thousandths) => thousandths / 1000),
  newPerDay: fc.integer({ min: 0, max: 200 }),
  minutesPerDay: fc.option(fc.integer({ min: 1, max: 600 })),
  interviewOn: fc.constantFrom(null, "2026-12-12", "2028-02-29"),
  easyDays: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 7, maxLength: 7 }),
  learningSteps: fc.constantFrom<Settings["learningSteps"]>([], ["1m", "10m"], ["5m", "2h", "1d"]),
  relearningSteps: fc.constantFrom<Settings["relearningSteps"]>([], ["10m"]),
  maximumInterval: fc.integer({ min: 1, max: 36_500 }),
  leechAfter: fc.integer({ min: 0, max: 100 }),
  rollover: fc.integer({ min: 0, max: 23 }),
  zone: fc.constantFrom(null, "Europe/Berlin", "America/New_York"),
  balance: fc.boolean(),
  bury: fc.boolean(),
  useFitted: fc.boolean(),
});

test("what the form shows and sends back unchanged are the same settings", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      expect(read(typedFrom(settings))).toEqual({ ok: true, settings });
    }),
  );
});

test("what was typed comes back word for word", () => {
  const typed = { ...usual, retention: " 9o %", learningSteps: "1m,10m , soon", zone: "Middle Earth" };
  expect(readTyped(formOf(typed))).toEqual(typed);
});

test.each<[keyof Settings, Partial<TypedSettings>]>([
  ["retention", { retention: "69" }],
  ["retention", { retention: "" }],
  ["retention", { retention: "ninety" }],
  ["newPerDay", { newPerDay: "-1" }],
  ["newPerDay", { newPerDay: "1.5" }],
  ["newPerDay", { newPerDay: "" }],
  ["minutesPerDay", { minutesPerDay: "0" }],
  ["interviewOn", { interviewOn: "2026-02-30" }],
  ["learningSteps", { learningSteps: "10m 1m" }],
  ["relearningSteps", { relearningSteps: "soon" }],
  ["maximumInterval", { maximumInterval: "0" }],
  ["leechAfter", { leechAfter: "many" }],
  ["rollover", { rollover: "24" }],
  ["zone", { zone: "Middle Earth" }],
  ["easyDays", { easyDays: ["2", "1", "1", "1", "1", "1", "1"] }],
])("%s is refused at its field, and no other: %o", (field, typed) => {
  const answer = read({ ...usual, ...typed });
  if (answer.ok) throw new Error("it was taken");
  expect(Object.keys(answer.errors)).toEqual([field]);
  expect(answer.errors[field]).toMatch(/\.$/);
});

test.each<[string, Partial<TypedSettings>, Partial<Settings>]>([
  ["a comma and a percent sign", { retention: "87,5 %" }, { retention: 0.875 }],
  ["steps parted by commas", { learningSteps: "1m, 10m,1d" }, { learningSteps: ["1m", "10m", "1d"] }],
  ["spaces around a zone", { zone: " Europe/Berlin " }, { zone: "Europe/Berlin" }],
])("%s", (_, typed, settings) => {
  expect(read({ ...usual, ...typed })).toEqual({ ok: true, settings: { ...DEFAULT_SETTINGS, ...settings } });
});

test("a form of something else is refused, and nothing breaks", () => {
  const form = new FormData();
  form.set("retention", new File(["90"], "90.txt"));
  form.set("zone", "x".repeat(100_000));
  const typed = readTyped(form);
  expect(typed.zone.length).toBeLessThan(1000);
  expect(typed.easyDays).toHaveLength(WEEKDAYS.length);
  expect(readSettingsForm(typed).ok).toBe(false);
});
