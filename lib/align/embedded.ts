import { anAttribute, aTable, type Design, plainName, primaryKeyOf } from "@/lib/design";
import { alternativesOf, relationsOf, type Scenario } from "@/lib/scenario";
import type { EntityPlace } from "./alignment";
import type { Holder } from "./holders";
import { bestLikeness } from "./likeness";
import { type Link, type Profile, profileOf, withColumns } from "./profile";
import { tableLikeness } from "./table-likeness";
import { referenceWords } from "./words";

/** Below this a list inside a document is not taken for an entity. */
const LEAST = 0.36;
/** Marks a column of the document around a list. */
export const AROUND = "^";

/** What a list may be asked by through the document it lies in: the columns of one that is no entity itself. */
function linksAround(parent: Profile): readonly Link[] {
  return parent.links
    .filter(({ columns }) => !columns.some((column) => column.includes(".")))
    .map((link) => ({ ...link, columns: link.columns.map((column) => AROUND + column) }));
}

/** The key of a document, as columns around a list inside it. */
export function keyAround(parent: Holder): readonly string[] {
  const { table } = parent;
  const key = primaryKeyOf(table)?.columns ?? [...table.partition, ...table.clustering.map(({ path }) => path)];
  return key.map((column) => AROUND + column);
}

/** The link of a list to the entity whose document it lies in. */
function linkToParent(parent: Profile): Link {
  return {
    columns: keyAround(parent.holder),
    words: referenceWords(parent.table.name.text),
    reference: null,
    target: parent.table,
  };
}

/** A list as the aligner sees it, with the document around it: one entity's row, or a bucket of its own. */
export function embeddedProfile(
  design: Design,
  holder: Holder,
  parent: Profile,
  hosts: readonly string[],
  scenario: Scenario,
): Profile {
  const shares = alternativesOf(scenario, "embed").find(
    ({ into }) => hosts.includes(into) && sharesRoles(scenario, into, hosts),
  );
  if (hosts.length > 0 && !shares) return profileOf(design, holder, [linkToParent(parent)]);
  const own = profileOf(design, holder, linksAround(parent));
  const taken = new Set(own.columns.map(({ path }) => plainName(path)));
  const around = parent.columns
    .filter(({ path, attribute }) => attribute.shape === "scalar" && !path.includes(".") && !taken.has(plainName(path)))
    .map((column) => ({ ...column, path: AROUND + column.path }));
  return withColumns(own, [...own.columns, ...around]);
}

/** What lies inside has roles of its host's (a reading in the rollup of its hour: the device, the metric). */
function sharesRoles(scenario: Scenario, into: string, hosts: readonly string[]): boolean {
  const host = relationsOf(scenario, into);
  return alternativesOf(scenario, "embed").some(
    (one) =>
      one.into === into &&
      hosts.includes(into) &&
      host.length > 0 &&
      relationsOf(scenario, one.entity).every(
        ({ to, as }) => to !== into && host.some((other) => other.to === to && other.as === as),
      ),
  );
}

/** Which entity an embedded list holds, and how sure that is; null where none is likely. */
export function entityInList(
  scenario: Scenario,
  profile: Profile,
  parents: readonly string[],
): { readonly entity: string; readonly worth: number } | null {
  let best: { entity: string; worth: number } | null = null;
  for (const entity of Object.keys(scenario.entities)) {
    if (parents.includes(entity)) continue;
    const allowed = alternativesOf(scenario, "embed").some(
      (one) => one.entity === entity && parents.includes(one.into),
    );
    const worth = tableLikeness(scenario, entity, profile) + (allowed ? 0.08 : 0);
    if (worth >= LEAST && (!best || worth > best.worth)) best = { entity, worth };
  }
  return best;
}

const OPAQUE = /json|object|map|hash|variant|any/i;

/** Entities that a document or JSON column of a host's table holds whole: `attributes jsonb` of product. */
export function opaquePlaces(
  scenario: Scenario,
  profiles: readonly Profile[],
  places: ReadonlyMap<string, EntityPlace>,
): readonly EntityPlace[] {
  return alternativesOf(scenario, "embed").flatMap(({ entity, into }): EntityPlace[] => {
    const host = places.get(into);
    const definition = scenario.entities[entity];
    const profile = profiles.find((one) => one.table === host?.table);
    if (places.has(entity) || !host || !definition || !profile) return [];
    const column = profile.columns.find(
      ({ attribute, words }) =>
        (attribute.shape !== "scalar" || attribute.type === null || OPAQUE.test(attribute.type)) &&
        bestLikeness(words, entity, definition.synonyms) >= 0.75,
    );
    if (!column) return [];
    const parts = column.attribute.attributes.map((one) => anAttribute(one.name, one));
    const table = aTable(column.attribute.name, {
      attributes: parts,
      section: host.table.section,
      span: column.attribute.span,
    });
    const holder: Holder = { ...host.holder, kind: "embedded", table, parent: host.holder, path: column.path };
    return [{ entity, how: "embedded", holder, table, parts: [], sure: 0.9, why: `inside ${into}` }];
  });
}
