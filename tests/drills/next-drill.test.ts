import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange, type Drill, drillsOf, nextDrill } from "@/lib/drills";
import { findBundle } from "@/lib/scenario/load";

const bundle = findBundle("session-store");
const drills = bundle ? drillsOf(bundle.scenario, bundle.answers) : [];
const families = new Map<string, Drill[]>();
for (const drill of drills) families.set(drill.family, [...(families.get(drill.family) ?? []), drill]);
const large = [...families.values()].filter((family) => family.length > 1);
const aFamily = fc.constantFrom(...large);

describe("which sibling comes next", () => {
  test("never the same twice in a row, and each once before any comes again", () => {
    fc.assert(
      fc.property(aFamily, fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), (family, seeds) => {
        const seen: string[] = [];
        for (const seed of seeds) seen.push(nextDrill(family, seen, seed)?.id ?? "");
        expect(seen.every((id, i) => id !== seen[i - 1])).toBe(true);
        const round = seen.slice(0, family.length);
        expect(new Set(round).size).toBe(round.length);
      }),
    );
  });

  test("the same for the same past and seed", () => {
    fc.assert(
      fc.property(aFamily, fc.string(), (family, seed) => {
        const seen = family.slice(0, 1).map(({ id }) => id);
        expect(nextDrill(family, seen, seed)).toBe(nextDrill(family, seen, seed));
      }),
    );
  });

  test("the only one comes again; of none comes none", () => {
    const [only] = drills;
    expect(only && nextDrill([only], [only.id], 1)).toBe(only);
    expect(nextDrill([], [], 1)).toBeNull();
  });
});

describe("the order of options", () => {
  test("holds the same options, for each seed in one order", () => {
    fc.assert(
      fc.property(fc.constantFrom(...drills), fc.nat(), (drill, seed) => {
        expect(arrange(drill, seed)).toEqual(arrange(drill, seed));
        expect(new Set(arrange(drill, seed))).toEqual(new Set(drill.options));
      }),
    );
  });

  test("moves the right one about", () => {
    const [drill] = drills;
    const places = drill
      ? Array.from({ length: 30 }, (_, seed) => arrange(drill, seed).findIndex(({ right }) => right))
      : [];
    expect(new Set(places).size).toBe(drill?.options.length);
  });
});
