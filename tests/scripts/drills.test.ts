import { describe, expect, test } from "vitest";
import { command, lines } from "./commands";

const ONE = ["--scenario", "session-store"];

describe("drills", () => {
  test("--json: one drill a line, with its sheet, its options and where they come from", () => {
    const { code, out, err } = command("drills", [...ONE, "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [first] = lines(out).map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      scenario: "session-store",
      operator: expect.any(String),
      rules: [expect.any(String)],
    });
    expect(first.id.split("/")).toHaveLength(5);
    expect(first.options.filter(({ right }: { right: boolean }) => right)).toHaveLength(1);
  });

  test("--count: how many there are, by scenario, operator and question", () => {
    const { code, out } = command("drills", [...ONE, "--count", "--json"]);
    const counts = JSON.parse(out);
    expect(code).toBe(0);
    expect(counts.scenarios).toEqual({ "session-store": counts.drills });
    expect(counts.questions["bad-row"]).toBeGreaterThan(0);
    expect(counts.operators["drop-index"]).toBeGreaterThan(0);
  });

  test.each([[["--scenario", "nowhere"]], [["--jason"]], [["auction"]]])("%s: exit 2 and one line", (words) => {
    const { code, out, err } = command("drills", words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain(words.at(-1));
  });
});
