import type { Scenario } from "@/lib/scenario";
import { keyColumns } from "./key-columns";
import { type Known, NOTHING_KNOWN } from "./link-likeness";
import type { Profile } from "./profile";
import { assign, type Match } from "./solve";
import { LEAST, tableLikeness } from "./table-likeness";

/** Rounds after which nothing new is learnt from what tables refer to. */
const MOST_ROUNDS = 4;

/** A table made for a query may hold any entity again: it is taken for one that it is nearly as like as for its best. */
const NEARLY = 0.8;

function onlyLikely(profile: Profile, worth: readonly number[]): readonly number[] {
  if (keyColumns(profile).length === 0) return worth;
  const least = NEARLY * Math.max(...worth);
  return worth.map((value) => (value >= least ? value : 0));
}

type Assigned = readonly (Match & { readonly entity: string })[];

/** What is known of a table and an entity without looking: 1 it is that one, 0 it never is, null nothing. */
export type Settled = (profile: Profile, entity: string) => number | null;

function assignOnce(scenario: Scenario, profiles: readonly Profile[], known: Known, settled: Settled): Assigned {
  const names = Object.keys(scenario.entities);
  const worth = profiles.map((profile) =>
    onlyLikely(
      profile,
      names.map((name) => settled(profile, name) ?? tableLikeness(scenario, name, profile, known)),
    ),
  );
  return assign(worth, LEAST).map((match) => ({ entity: names[match.column] ?? "", ...match }));
}

/**
 * The best overall assignment of tables to entities. While some entity has no table and some table no entity, what was found tells
 * more about what refers to it.
 */
export function assignTables(scenario: Scenario, profiles: readonly Profile[], settled: Settled): Assigned {
  const wanted = Math.min(profiles.length, Object.keys(scenario.entities).length);
  let found = assignOnce(scenario, profiles, NOTHING_KNOWN, settled);
  for (let round = 1; round < MOST_ROUNDS && found.length < wanted; round += 1) {
    const known = new Map(found.flatMap(({ row, entity }) => (profiles[row] ? [[profiles[row].table, entity]] : [])));
    const next = assignOnce(scenario, profiles, known, settled);
    if (next.length <= found.length) break;
    found = next;
  }
  return found;
}
