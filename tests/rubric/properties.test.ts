import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeSheet } from "@/lib/practice";
import type { Report } from "@/lib/rubric";
import { loadScenarios } from "@/lib/scenario/load";

const bundles = loadScenarios();
const none = new Map();

/** What must not change when the meaning does not: score, and every verdict by rule and subject. */
function essence(report: Report): readonly string[] {
  const findings = report.findings.map((one) => `${one.rule} ${one.subject} ${one.verdict}`);
  return [`score ${report.score}`, ...findings.toSorted(), ...report.patterns.map((one) => `${one.id} ${one.verdict}`)];
}

const sheets = bundles.flatMap(({ scenario, answers, mistakes }) =>
  [...answers, ...mistakes].map(({ file, text }) => ({ name: `${scenario.slug}/${file}`, scenario, text })),
);

/** The front matter, the main store's body, and the sections of second stores: what is moved stays in its own. */
function partsOf(text: string): { front: string; body: string; rest: string } {
  const end = text.indexOf("\n---\n", 3) + 5;
  const section = text.slice(end).search(/^== /m);
  const at = section === -1 ? text.length : end + section;
  return { front: text.slice(0, end), body: text.slice(end, at), rest: text.slice(at) };
}

/** A body as statements: a line with the indented lines, or the open list, that go on from it. */
function statements(body: string): readonly string[] {
  const found: string[] = [];
  for (const line of body.split("\n")) {
    const goesOn = /^[\s)]/.test(line) || /[,({[]\s*$/.test(found.at(-1) ?? "");
    if (goesOn && found.length > 0) found[found.length - 1] += `\n${line}`;
    else if (line.trim() !== "") found.push(line);
  }
  return found;
}

describe("what means the same is graded the same", () => {
  it.each(sheets.map((sheet) => [sheet.name, sheet] as const))("%s", (_name, { scenario, text }) => {
    const { front, body, rest } = partsOf(text);
    const parts = statements(body);
    const expected = essence(gradeSheet({ text, scenario, teaches: none }));
    const check = (changed: string) =>
      expect(essence(gradeSheet({ text: `${front}${changed}\n${rest}`, scenario, teaches: none }))).toEqual(expected);
    check(parts.toReversed().join("\n"));
    check(parts.join("\n\n").replaceAll("\n", "\r\n"));
    check(`${parts.join("\n")}\nnewsletter_issues: id (PK), subject, sent_on\nfaq_entries: id (PK), question, answer`);
    check(parts.map((part) => part.replace(/\s+#.*$/gm, "")).join("\n# a remark\n"));
  });
});

interface Slip {
  readonly kind: "drop" | "cut" | "repeat" | "swap" | "mix";
  readonly at: number;
  readonly other: number;
  /** The lines of another sheet. */
  readonly foreign: readonly string[];
}

/** Lines with one of them lost, cut short, said again elsewhere, exchanged with another, or some of another sheet's before it. */
function slipped(own: readonly string[], { kind, at, other, foreign }: Slip): readonly string[] {
  if (own.length === 0) return own;
  const [here, there] = [at % own.length, other % own.length];
  const line = own[here] ?? "";
  const slips: Readonly<Record<Slip["kind"], () => readonly string[]>> = {
    drop: () => own.toSpliced(here, 1),
    cut: () => own.with(here, line.slice(0, other % (line.length + 1))),
    repeat: () => own.toSpliced(there, 0, line),
    swap: () => own.with(here, own[there] ?? "").with(there, line),
    mix: () => own.toSpliced(here, 0, ...foreign.slice(other % foreign.length).slice(0, 6)),
  };
  return slips[kind]();
}

describe("any text", () => {
  it("is graded, never thrown at", () => {
    const [bundle] = bundles;
    if (!bundle) throw new Error("there is a scenario");
    const pieces = bundle.answers.flatMap(({ text }) => text.split(/(?<=[,\n:()])/));
    const noise = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 12 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(noise, fc.boolean(), (parts, front) => {
        const text = (front ? "---\nscenario: auction\n---\n" : "") + parts.join("");
        const report = gradeSheet({ text, scenario: bundle.scenario, teaches: none });
        expect(report.score).toBeGreaterThanOrEqual(0);
        expect(report.score).toBeLessThanOrEqual(100);
        for (const { at } of report.findings) {
          if (at) expect(at.start >= 0 && at.end <= text.length && at.start <= at.end).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("sheets of every scenario in every store, with lines lost, cut, moved and mixed with another's, are graded, never thrown at", () => {
    const lines = sheets.map(({ text }) => text.split("\n"));
    const slip = fc.record({
      kind: fc.constantFrom("drop", "cut", "repeat", "swap", "mix"),
      at: fc.nat(200),
      other: fc.nat(200),
      foreign: fc.constantFrom(...lines),
    });
    const slips = fc.array(slip, { minLength: 1, maxLength: 8 });
    const stores = sheets.map(({ scenario, text }) => `${scenario.slug} ${/^store: *\w+/m.exec(text)?.[0]}`);
    for (const [at, { scenario }] of sheets.entries()) {
      if (stores.indexOf(stores[at] ?? "") !== at) continue;
      fc.assert(
        fc.property(slips, (all) => {
          const text = all.reduce(slipped, lines[at] ?? []).join("\n");
          const report = gradeSheet({ text, scenario, teaches: none });
          const outside = report.findings.filter(
            ({ at: place }) => place && !(place.start >= 0 && place.start <= place.end && place.end <= text.length),
          );
          expect(outside).toEqual([]);
          expect(report.score >= 0 && report.score <= 100).toBe(true);
        }),
        { numRuns: 5 },
      );
    }
  });

  it("an empty answer is worth nothing and says what is missing", () => {
    for (const { scenario } of bundles) {
      const report = gradeSheet({ text: "", scenario, teaches: none });
      expect(report.score).toBeLessThanOrEqual(5);
      expect(report.signal).toBe("no-hire");
      expect(report.findings.filter((one) => one.rule === "entities/missing").map((one) => one.subject)).toEqual(
        Object.entries(scenario.entities).flatMap(([name, entity]) => (entity.asked ? [name] : [])),
      );
    }
  });

  it("is graded the same each time", () => {
    for (const { scenario, text } of sheets.slice(0, 10)) {
      const once = gradeSheet({ text, scenario, teaches: none });
      expect(gradeSheet({ text, scenario, teaches: none })).toEqual(once);
    }
  });
});
