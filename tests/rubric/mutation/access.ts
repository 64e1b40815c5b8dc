/** Which ways in a design has for a pattern: a small reading of GRADING.md's definition, apart from `lib/access`. */
import { type Answer, conditionColumns, type Design, parseCondition, plainName, type Table } from "@/lib/design";
import {
  alternativesOf,
  type Pattern,
  readGiven,
  readOrder,
  readRange,
  relationName,
  relationsOf,
  type Scenario,
  type Step,
} from "@/lib/scenario";
import type { Model } from "./claim";
import type { Meaning, Spot } from "./meaning";

/** `perhaps`: some of what is asked is given by the way in; whether that is enough the scenario does not say. */
export type Served = "yes" | "perhaps" | "no";

interface Way {
  readonly columns: readonly string[];
  /** So many of the columns must be given whole. */
  readonly whole: number;
  readonly where: string | null;
  readonly spatial: boolean;
  readonly unique: boolean;
}

const AUTO_INDEXED = new Set(["MySQL", "MariaDB"]);

function waysOf(table: Table, answer: Answer): readonly Way[] {
  const plain = { whole: 0, where: null, spatial: false, unique: false };
  const engine = answer.decisions.store?.value.engine ?? "";
  const keys = table.keys.map(({ columns }) => ({ ...plain, columns }));
  const indexes = table.indexes.map((index) => ({
    columns: index.columns.map(({ path }) => path),
    whole: index.partition.length,
    where: index.where,
    unique: index.unique,
    spatial: /gist|spatial|geo|2dsphere|rtree/i.test(index.method ?? ""),
  }));
  const own = AUTO_INDEXED.has(engine) ? table.references.filter((one) => one.enforced) : [];
  const partition =
    table.partition.length === 0
      ? []
      : [
          {
            ...plain,
            columns: [...table.partition, ...table.clustering.map(({ path }) => path)],
            whole: table.partition.length,
          },
        ];
  return [...keys, ...indexes, ...own.map(({ columns }) => ({ ...plain, columns })), ...partition];
}

/** A spot as it is in a changed design; null where its table is gone. */
export interface Place {
  readonly spot: Spot;
  readonly ways: readonly Way[];
  readonly columns: ReadonlyMap<string, readonly Meaning[]>;
  readonly ttl: boolean;
  /** Its trees skip over a first column of few values. */
  readonly skips: boolean;
  readonly table: Table | null;
}

function hasPath(table: Table, path: string): boolean {
  const [first = "", ...rest] = path.split(".");
  const step = (list: Table["attributes"], name: string) =>
    list.find((one) => plainName(one.name.text) === plainName(name));
  return (
    rest.reduce((at, name) => (at ? step(at.attributes, name) : undefined), step(table.attributes, first)) !== undefined
  );
}

/** Inside a document its parent's columns are given with it. */
function aroundOf(
  scenario: Scenario,
  spot: Spot,
  parent: Spot | undefined,
): readonly (readonly [string, readonly Meaning[]])[] {
  const [entity] = spot.entities;
  if (!parent || entity === undefined) return [];
  const roles = relationsOf(scenario, entity);
  const times = Object.entries(scenario.entities[entity]?.attributes ?? {}).filter(([, one]) => one.type === "time");
  return [...parent.columns].map(([path, meanings]) => {
    const read = meanings.flatMap((one): readonly Meaning[] => {
      if (one.entity === entity) return [one];
      if (one.name === "id") {
        return roles
          .filter(({ to }) => to === one.entity)
          .map((role) => ({ entity, name: relationName(role), as: "whole" }));
      }
      if (roles.some((role) => relationName(role) === one.name)) return [{ entity, name: one.name, as: "whole" }];
      return times
        .filter(([, { buckets }]) => buckets.includes(one.name))
        .map(([name]) => ({ entity, name, as: "bucket" }));
    });
    return [path, read] as const;
  });
}

function templatePlace(model: Model, { templates }: Design, spot: Spot): readonly Place[] {
  const before = model.answer.design.templates[spot.at];
  const template = templates.find((one) => one.name.text === before?.name.text);
  if (!template) return [];
  const variables = template.parts.flatMap((part) => (part.kind === "variable" ? [part.name] : []));
  const { by, ttl } = template;
  const columns = [...variables, ...(by === null ? [] : [by])];
  const sorted = by === null ? [] : [[by, meaningOfBy(model.scenario, spot, by)] as const];
  const way: Way = { columns, whole: variables.length, where: null, spatial: false, unique: false };
  return [
    { spot, ways: [way], columns: new Map([...spot.columns, ...sorted]), ttl: ttl !== null, skips: false, table: null },
  ];
}

function tablePlace(model: Model, answer: Answer, spot: Spot): readonly Place[] {
  const { prefix, table: before } = spot;
  const table = answer.design.tables.find(
    ({ name, section }) => name.text === before?.name.text && section === before.section,
  );
  if (!table) return [];
  const parent = model.spots.find((one) => prefix !== "" && one.at === spot.at && one.table && one.prefix === "");
  const all = [...spot.columns, ...aroundOf(model.scenario, spot, parent)];
  const columns = new Map(all.filter(([path]) => hasPath(table, path)));
  if (prefix !== "" && ![...columns.keys()].some((path) => path.startsWith(prefix))) return [];
  const isDocument = model.store === "document" && spot.main;
  const id: readonly Way[] = isDocument
    ? [{ columns: ["_id"], whole: 0, where: null, spatial: false, unique: true }]
    : [];
  const ttl = table.ttl !== null || table.attributes.some((one) => one.ttl !== null);
  return [{ spot, ways: [...waysOf(table, answer), ...id], columns, ttl, skips: model.store === "relational", table }];
}

/** Where things lie in a design that was made from the model's. */
export function placesIn(model: Model, answer: Answer): readonly Place[] {
  return model.spots.flatMap((spot) =>
    spot.table ? tablePlace(model, answer, spot) : templatePlace(model, answer.design, spot),
  );
}

function meaningOfBy(scenario: Scenario, spot: Spot, by: string): readonly Meaning[] {
  return spot.entities.flatMap((entity) =>
    Object.entries(scenario.entities[entity]?.attributes ?? {}).flatMap(([name, one]): readonly Meaning[] =>
      [name, ...one.synonyms].includes(by) ? [{ entity, name, as: "whole" }] : [],
    ),
  );
}

function isOne(scenario: Scenario, entity: string, names: ReadonlySet<string>): boolean {
  const { attributes = {}, identity = [] } = scenario.entities[entity] ?? {};
  const unique = [...names].some((name) => name === "id" || attributes[name]?.facts.includes("unique") === true);
  return unique || (identity.length > 0 && identity.every((name) => names.has(name)));
}

interface Asked {
  readonly entity: string;
  readonly given: ReadonlySet<string>;
  /** Range and order. */
  readonly sought: readonly string[];
}

function askedBy(step: Step): Asked {
  const given = new Set(step.where.flatMap((text) => readGiven(text)?.column ?? []));
  const range = step.range === undefined ? null : readRange(step.range);
  const order = step.order === undefined ? null : readOrder(step.order);
  return { entity: step.find, given, sought: [...new Set([range, order].flatMap((one) => one?.column ?? []))] };
}

/** How far the given names lead into a way: what is left of them, and whether the order comes next; null where it cannot begin. */
function walk(way: Way, meanings: (path: string) => readonly Meaning[], left: Set<string>, sought: readonly string[]) {
  for (const [i, path] of way.columns.entries()) {
    const here = meanings(path);
    const names = here.filter(({ as }) => way.spatial || as === "whole").map(({ name }) => name);
    const hit = [...(way.spatial ? ["cell"] : []), ...names].find((name) => left.has(name));
    if (hit !== undefined) left.delete(hit);
    else if (here.some(({ as }) => as === "bucket")) continue;
    else if (i < way.whole) return null;
    else return here.some(({ name, as }) => as !== "bucket" && sought.includes(name));
  }
  return false;
}

/** PostgreSQL 18 asks for each value of a first column that has few, whichever entity of the row it is of. */
function mayBeSkipped(scenario: Scenario, { skips, columns }: Place, path: string): boolean {
  const meant = [...columns].find(([one]) => plainName(one) === plainName(path))?.[1] ?? [];
  const facts = meant.flatMap(({ entity, name }) => scenario.entities[entity]?.attributes[name]?.facts ?? []);
  return skips && facts.includes("few-values");
}

function servedBy(scenario: Scenario, place: Place, way: Way, { entity, given, sought }: Asked): Served {
  const meanings = (path: string) => {
    const all = [...place.columns].find(([one]) => plainName(one) === plainName(path))?.[1] ?? [];
    return all.filter((one) => one.entity === entity);
  };
  const wherePaths = way.where === null ? [] : conditionColumns(parseCondition(way.where));
  const fixed = wherePaths.flatMap((path) => meanings(path).map(({ name }) => name));
  if (wherePaths.some((path) => !meanings(path).some(({ name }) => given.has(name) || sought.includes(name))))
    return "no";
  const left = new Set([...given].filter((name) => !fixed.includes(name)));
  const ordered = walk(way, meanings, left, sought);
  if (ordered === null) return "no";
  const used = new Set([...given].filter((name) => !left.has(name)));
  if (isOne(scenario, entity, used)) return "yes";
  // A list of states is more than the one that is asked for, unless there is one row at most.
  if (way.where !== null && !way.unique && / in \s*\(/i.test(way.where)) return "perhaps";
  const [first = "", second = ""] = way.columns;
  const isNext = meanings(second).some(({ name }) => given.has(name)) && mayBeSkipped(scenario, place, first);
  if (left.size > 0) return used.size > 0 || isNext ? "perhaps" : "no";
  if (sought.length > 0) return ordered ? "yes" : "no";
  return given.size === 0 ? "perhaps" : "yes";
}

/** Where one row holds both of a pair (`debit_account`, `credit_account`), each side needs a way in of its own. */
function sides(place: Place, { entity, given }: Asked): readonly Place[] {
  const meant = (path: string) =>
    (place.columns.get(path) ?? []).filter((one) => one.entity === entity && given.has(one.name) && one.as === "whole");
  const pair = [...place.columns.keys()].filter((path) => meant(path).length > 0);
  const roles = new Set(pair.flatMap((path) => meant(path).map(({ name }) => name)));
  const isPair = pair.length === 2 && roles.size === 1 && given.size === 1 && (place.table?.references.length ?? 0) > 1;
  if (!isPair) return [place];
  return pair.map((path) => ({
    ...place,
    columns: new Map([...place.columns].filter(([other]) => other === path || !pair.includes(other))),
  }));
}

const RANK: readonly Served[] = ["no", "perhaps", "yes"];
const best = (all: readonly Served[]): Served => RANK.findLast((one) => all.includes(one)) ?? "no";
const worst = (all: readonly Served[]): Served => RANK.find((one) => all.includes(one)) ?? "yes";

/** A copy that the scenario names may serve the pattern in a way of its own. */
function byCopy(scenario: Scenario, pattern: Pattern, places: readonly Place[]): Served {
  const isMade = alternativesOf(scenario, "copy").some(({ serves }) => serves.includes(pattern.id));
  return isMade && places.some(({ spot }) => spot.copy) ? "perhaps" : "no";
}

/** How well each pattern is served where things lie so. */
export function servedIn(scenario: Scenario, places: readonly Place[]): ReadonlyMap<string, Served> {
  return new Map(
    scenario.patterns.map((pattern) => {
      const steps = pattern.steps.map((step) => {
        const asked = askedBy(step);
        const own = places.filter(({ spot }) => spot.entities.includes(asked.entity));
        return best(
          own.map((place) =>
            worst(
              sides(place, asked).map((side) => best(side.ways.map((way) => servedBy(scenario, side, way, asked)))),
            ),
          ),
        );
      });
      const first = pattern.steps[0]?.find ?? "";
      const homes = places.filter(({ spot }) => spot.entities.includes(first));
      const main = homes.filter(({ spot }) => spot.main);
      /** A cache that forgets ends no row of the store that it stands before. */
      const ends = pattern.metBy.includes("ttl") && (main.length > 0 ? main : homes).some(({ ttl }) => ttl);
      return [pattern.id, best([worst(steps), byCopy(scenario, pattern, places), ends ? "yes" : "no"])] as const;
    }),
  );
}
