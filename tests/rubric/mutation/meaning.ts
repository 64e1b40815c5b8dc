/**
 * What the tables and columns of a model answer mean, found by the scenario's own words and the report's lines of
 * alignment. It knows nothing of the rules and of how the grader aligns: an oracle must not share the faults of what it tests.
 */
import { type Attribute, type Design, findTable, nameKey, primaryKeyOf, type Table } from "@/lib/design";
import type { Report } from "@/lib/rubric";
import { alternativesOf, type Relation, relationName, relationsOf, type Scenario } from "@/lib/scenario";

/** `name`: an attribute, a role, or `id`. `bucket`: only a part of it. `stand-in`: orders in its place. */
export interface Meaning {
  readonly entity: string;
  readonly name: string;
  readonly as: "whole" | "bucket" | "stand-in";
}

/** Where rows of some entities lie: a table, a list inside documents, a key template. */
export interface Spot {
  readonly table: Table | null;
  /** Index in `tables`, or in `templates` where there is no table. */
  readonly at: number;
  readonly name: string;
  /** Path of the list inside its table, with a dot behind it; else empty. */
  readonly prefix: string;
  readonly entities: readonly string[];
  /** A deliberate copy that the scenario knows by that name. */
  readonly copy: boolean;
  /** The report names it as the entity's place. */
  readonly home: boolean;
  /** False in a second store. */
  readonly main: boolean;
  /** By path from the table. */
  readonly columns: ReadonlyMap<string, readonly Meaning[]>;
}

type Named = Pick<Design, "tables" | "templates">;

const fold = (name: string) => nameKey(name);

function namesOf(scenario: Scenario, entity: string): readonly string[] {
  return [entity, ...(scenario.entities[entity]?.synonyms ?? [])];
}

const snakeOf = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** `chats_by_user` → `chatbyuser`. */
const foldWords = (name: string) => snakeOf(name).split("_").map(fold).join("");

function copyOfName(scenario: Scenario, name: string): readonly string[] | null {
  const key = foldWords(name);
  const copy = alternativesOf(scenario, "copy").find((one) =>
    [one.name, ...one.synonyms].some((word) => foldWords(word) === key),
  );
  return copy?.of ?? null;
}

/** Entities that a name means by its words: `sessions_by_user` is session; a copy is what it is a copy of. */
function entitiesByName(scenario: Scenario, name: string): readonly string[] {
  const snake = snakeOf(name);
  const copy = copyOfName(scenario, snake);
  if (copy) return copy;
  for (const head of [snake, snake.replace(/_(by|in|of|for|at)_.*$/, "")]) {
    const key = fold(head);
    const found = Object.keys(scenario.entities).find((one) => namesOf(scenario, one).some((n) => fold(n) === key));
    if (found !== undefined) return [found];
  }
  return [];
}

function without(word: string, ending: RegExp): string {
  return word.replace(ending, "");
}

/** Ways to read a column's name: as it stands, without `id`, without its table's or entity's name before it. */
function readings(path: string, heads: readonly string[]): readonly string[] {
  const snake = snakeOf(path).replaceAll(".", "_");
  const last = snakeOf(path.split(".").at(-1) ?? path);
  const bare = [snake, last].flatMap((word) => [word, without(word, /_?(id|hash|no|cents|count)$/)]);
  const cut = bare.flatMap((word) =>
    heads.flatMap((head) => (word.startsWith(`${head}_`) ? [word.slice(head.length + 1)] : [])),
  );
  return [...new Set([...bare, ...cut].map(fold))].filter((word) => word !== "");
}

function attributeMeanings(scenario: Scenario, entity: string, words: readonly string[]): readonly Meaning[] {
  const attributes = Object.entries(scenario.entities[entity]?.attributes ?? {});
  const has = (list: readonly string[], word: string) => list.some((one) => fold(one) === word);
  // The reading that changes least wins, so that `bid_count` is never taken for `bid`.
  for (const word of words) {
    const exact = attributes.filter(([name, one]) => has([name, ...one.synonyms, ...one.split, ...one.together], word));
    if (exact.length > 0) {
      const own = exact.filter(([name]) => fold(name) === word);
      return (own.length > 0 ? own : exact).map(([name]) => ({ entity, name, as: "whole" as const }));
    }
    const part = attributes.filter(([, one]) => has([...one.standIns, ...one.buckets], word));
    if (part.length > 0 && word !== "id")
      return part.map(([name, one]) => ({ entity, name, as: has(one.buckets, word) ? "bucket" : "stand-in" }));
  }
  return [];
}

function roleWords(scenario: Scenario, relation: Relation): readonly string[] {
  return [relationName(relation), ...relation.synonyms, ...(relation.twice?.flat() ?? [])].concat(
    relation.as === undefined ? namesOf(scenario, relation.to) : [],
  );
}

interface Around {
  readonly scenario: Scenario;
  readonly homes: ReadonlyMap<string, readonly string[]>;
  readonly design: Named;
}

/** Without a reference the name alone decides: the role's own word before that of where it leads. */
function byName(named: readonly Relation[], words: readonly string[]): readonly Relation[] {
  const exact = named.filter((one) => words.includes(fold(relationName(one))));
  if (exact.length > 0) return exact;
  return named.length > 1 ? named.filter((one) => words.includes(fold(one.to))) : named;
}

const onlyOne = (pointed: readonly Relation[], copy: boolean) => (pointed.length === 1 && !copy ? pointed : []);

function roleMeanings(
  around: Around,
  entity: string,
  words: readonly string[],
  target: Table | null,
  copy: boolean,
): Meaning[] {
  const { scenario, homes } = around;
  const relations = relationsOf(scenario, entity);
  const named = relations.filter((one) =>
    roleWords(scenario, one).some((word) => words.includes(fold(word)) || words.includes(fold(`${word}_id`))),
  );
  const there = target ? (homes.get(target.name.text) ?? []) : [];
  const pointed = relations.filter(({ to }) => there.includes(to));
  const both = named.filter((one) => pointed.includes(one));
  const chosen = target === null ? byName(named, words) : both.length > 0 ? both : onlyOne(pointed, copy);
  return chosen.slice(0, 1).map((one) => ({ entity, name: relationName(one), as: "whole" as const }));
}

function isId(around: Around, entity: string, path: string, table: Table | null): boolean {
  const key = table ? (primaryKeyOf(table)?.columns ?? []) : [];
  if (key.length === 1 && key[0] === path) return true;
  const snake = snakeOf(path);
  const word = fold(without(snake.replace(/^.*\./, ""), /_?id$/));
  return (
    /(^|_|\.)id$/.test(snake) && (word === "" || namesOf(around.scenario, entity).some((name) => fold(name) === word))
  );
}

/** An id that grows may order in a time's place; in one row with what it belongs to, the id names that as well. */
function idStandsFor(scenario: Scenario, entities: readonly string[], entity: string): readonly Meaning[] {
  const times = Object.entries(scenario.entities[entity]?.attributes ?? {}).filter(([, one]) =>
    one.standIns.includes("id"),
  );
  const roles = relationsOf(scenario, entity).filter(({ to }) => to !== entity && entities.includes(to));
  return [
    ...times.map(([name]): Meaning => ({ entity, name, as: "stand-in" })),
    ...roles.map((one): Meaning => ({ entity, name: relationName(one), as: "whole" })),
  ];
}

function meaningsOf(around: Around, entities: readonly string[], path: string, table: Table | null): Meaning[] {
  const own = entities.flatMap((entity) => {
    const heads = [...namesOf(around.scenario, entity), table ? table.name.text.toLowerCase().replace(/s$/, "") : ""];
    const words = readings(path, heads);
    const reference = table?.references.find(({ columns }) => columns.length === 1 && columns[0] === path);
    const target = reference ? findTarget(around.design, reference.target.table) : null;
    const copy =
      table !== null && !around.homes.has(table.name.text) && copyOfName(around.scenario, table.name.text) !== null;
    const roles = roleMeanings(around, entity, words, target, copy);
    const attributes = roles.length > 0 ? [] : attributeMeanings(around.scenario, entity, words);
    const isRoleOnly = roles.length > 0 && (table ? primaryKeyOf(table)?.columns.join() !== path : true);
    const id: readonly Meaning[] =
      !isRoleOnly && isId(around, entity, path, table) ? [{ entity, name: "id", as: "whole" }] : [];
    return [...roles, ...attributes, ...id, ...(id.length > 0 ? idStandsFor(around.scenario, entities, entity) : [])];
  });
  return own.length > 0 ? own : guests(around.scenario, entities, path);
}

/** Attributes of other entities that the scenario lets these rows hold. */
function guests(scenario: Scenario, entities: readonly string[], path: string): Meaning[] {
  return Object.entries(scenario.entities).flatMap(([entity, { attributes }]) =>
    attributeMeanings(scenario, entity, readings(path, namesOf(scenario, entity))).filter(({ name }) =>
      attributes[name]?.alsoIn.some((one) => entities.includes(one)),
    ),
  );
}

function findTarget(design: Named, name: string): Table | null {
  return findTable({ kind: "design", dialect: "shorthand", edges: [], sections: [], ...design }, name);
}

/** Paths of attributes; a list of objects is left out with what is in it. */
export function pathsOf(attributes: readonly Attribute[], prefix = ""): readonly string[] {
  return attributes.flatMap((one) => {
    const path = `${prefix}${one.name.text}`;
    if (one.shape === "objects") return [];
    return one.shape === "object" ? [path, ...pathsOf(one.attributes, `${path}.`)] : [path];
  });
}

/** The spots of a design, in its order: tables with their lists, then templates. */
export function spotsOf(design: Design, scenario: Scenario, report: Report): readonly Spot[] {
  const homes = new Map<string, string[]>();
  for (const { entity, as } of report.alignment)
    for (const name of as) homes.set(name, [...(homes.get(name) ?? []), entity]);
  const around: Around = { scenario, homes, design };
  const entitiesOf = (name: string) => homes.get(name) ?? entitiesByName(scenario, name);
  const isCopy = (name: string) => !homes.has(name) && copyOfName(scenario, name) !== null;
  const columnsOf = (entities: readonly string[], paths: readonly string[], table: Table | null) =>
    new Map(paths.map((path) => [path, meaningsOf(around, entities, path, table)] as const));
  const tables = design.tables.flatMap((table, at): Spot[] => {
    const main = table.section === null;
    const entities = entitiesOf(table.name.text);
    const base = { table, at, name: table.name.text, main };
    const lists = table.attributes.filter((one) => one.shape === "objects");
    return [
      {
        ...base,
        prefix: "",
        entities,
        copy: isCopy(table.name.text),
        home: homes.has(table.name.text),
        columns: columnsOf(entities, pathsOf(table.attributes), table),
      },
      ...lists.map((list): Spot => {
        const inside = entitiesOf(list.name.text);
        const prefix = `${list.name.text}.`;
        const columns = columnsOf(inside, pathsOf(list.attributes, prefix), table);
        return {
          ...base,
          prefix,
          entities: inside,
          copy: isCopy(list.name.text),
          home: homes.has(list.name.text),
          columns,
        };
      }),
    ];
  });
  const templates = design.templates.map((template, at): Spot => {
    const name = template.name.text.split(":")[0] ?? "";
    const entities = entitiesOf(name);
    const variables = template.parts.flatMap((part) => (part.kind === "variable" ? [part.name] : []));
    const paths = [...variables, ...pathsOf(template.attributes)];
    return {
      table: null,
      at,
      name,
      prefix: "",
      entities,
      copy: isCopy(name),
      home: homes.has(name),
      main: template.section === null,
      columns: columnsOf(entities, [...new Set(paths)], null),
    };
  });
  return [...tables, ...templates];
}

/** Paths of a spot that mean this name of the entity, whole. */
export function pathsFor(spot: Spot, entity: string, name: string): readonly string[] {
  return [...spot.columns].flatMap(([path, meanings]) =>
    meanings.some((one) => one.entity === entity && one.name === name && one.as === "whole") ? [path] : [],
  );
}
