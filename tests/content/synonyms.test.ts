import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gradeSheet } from "@/lib/practice";
import { relationId, relationName, type Scenario } from "@/lib/scenario";
import { loadScenarios } from "@/lib/scenario/load";
import { canonicalSheet, plural } from "./canonical";
import { renameColumn, renameTable } from "./rename";

/** A name in the scenario's own design, and the names that mean the same. */
interface Renaming {
  readonly what: string;
  readonly names: readonly string[];
  readonly apply: (text: string, to: string) => string;
}

function camel(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The ways in which people write one name, taken in turn: all of them for every name would say little more. */
function inTurn(names: readonly string[], ways: readonly ((name: string) => string)[]): readonly string[] {
  return names.map((name, i) => ways[i % ways.length]?.(name) ?? name);
}

const AS_IT_IS = (name: string) => name;
const TABLE_WAYS = [AS_IT_IS, plural, (name: string) => camel(plural(name)), (name: string) => `tbl_${name}`];
const COLUMN_WAYS = [AS_IT_IS, camel];
const ROLE_WAYS = [(name: string) => `${name}_id`, AS_IT_IS, (name: string) => camel(`${name}_id`)];

/** The sheet names tables by the entity's plural, attributes as the scenario does, references `<role>_id`. */
function renamings(scenario: Scenario): readonly Renaming[] {
  const entities = Object.entries(scenario.entities);
  const columns = entities.flatMap(([entity, { attributes }]) =>
    Object.entries(attributes).map(([attribute, { synonyms }]) => ({
      what: `${entity}.${attribute}`,
      names: inTurn(synonyms, COLUMN_WAYS),
      apply: (text: string, to: string) => renameColumn(text, plural(entity), attribute, to),
    })),
  );
  const roles = scenario.relations.map((relation) => ({
    what: relationId(relation),
    names: inTurn(relation.synonyms, ROLE_WAYS),
    apply: (text: string, to: string) => renameColumn(text, plural(relation.from), `${relationName(relation)}_id`, to),
  }));
  const tables = entities.map(([entity, { synonyms }]) => ({
    what: entity,
    names: inTurn(synonyms, TABLE_WAYS),
    apply: (text: string, to: string) => renameTable(text, plural(entity), to),
  }));
  /** Columns before tables: they are found by their table's old name. */
  return [...columns, ...roles, ...tables];
}

describe.each(loadScenarios().map((bundle) => [bundle.scenario.slug, bundle] as const))("%s", (_, bundle) => {
  const { scenario } = bundle;
  const model = canonicalSheet(scenario);
  const complaints = (text: string) => {
    const { findings, diagnostics } = gradeSheet({ text, scenario, teaches: new Map() });
    return [
      ...diagnostics.map(({ message }) => message),
      ...findings.filter(({ verdict }) => verdict !== "met").map(({ rule, subject }) => `${rule} ${subject}`),
    ];
  };

  const all = renamings(scenario);

  test.each(all.filter(({ names }) => names.length > 0).map((one) => [one.what, one] as const))(
    "each synonym of %s means the same",
    (_what, { names, apply }) => {
      for (const name of names) {
        const text = apply(model, name);
        expect(text).not.toBe(model);
        expect(complaints(text), `${name}\n${text}`).toEqual([]);
      }
    },
  );

  test("all of them at once mean the same", () => {
    const choices = fc.tuple(...all.map(({ names }) => fc.option(fc.nat(Math.max(0, names.length - 1)))));
    const renamed = choices.map((picks) =>
      all.reduce((text, { names, apply }, i) => {
        const name = names[picks[i] ?? names.length];
        return name === undefined ? text : apply(text, name);
      }, model),
    );
    fc.assert(
      fc.property(renamed, (text) => {
        expect(complaints(text)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
