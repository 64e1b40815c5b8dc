import { afterEach, beforeEach, expect, vi } from "vitest";

/** What a test prints is either noise or a warning that nobody reads: both fail it. */
const METHODS = ["debug", "info", "log", "warn", "error"] as const;
const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  for (const method of METHODS) {
    vi.spyOn(console, method).mockImplementation((...words) => {
      printed.push(`console.${method}: ${words.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(printed, "this test printed; expect the message in the test or mend its cause").toEqual([]);
});
