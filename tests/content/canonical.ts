import {
  alternativesOf,
  type Pattern,
  readGiven,
  readOrder,
  readRange,
  relationName,
  relationsOf,
  type Scenario,
} from "@/lib/scenario";

/** The scenario's own facts as a relational answer, name for name: tables by the entity's plural, references `<role>_id`. */

export function plural(name: string): string {
  if (/[^aeo]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  if (/people$/.test(name)) return name;
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** A scenario's name (`amount`, `bidder`, `id`) as a column. */
function column(scenario: Scenario, entity: string, name: string): string {
  return relationsOf(scenario, entity).some((relation) => relationName(relation) === name) ? `${name}_id` : name;
}

function columns(scenario: Scenario, entity: string, names: readonly string[]): string {
  return names.map((name) => column(scenario, entity, name)).join(", ");
}

function attributeLines(scenario: Scenario, entity: string): readonly string[] {
  const attributes = scenario.entities[entity]?.attributes ?? {};
  const required = scenario.invariants.flatMap((one) =>
    one.kind === "not-null" && one.entity === entity ? [one.column] : [],
  );
  return Object.keys(attributes).map((name) => (required.includes(name) ? `${name} (not null)` : name));
}

function roleLines(scenario: Scenario, entity: string): readonly string[] {
  return relationsOf(scenario, entity).map((relation) => {
    const notes = [`FK -> ${plural(relation.to)}.id`, ...(relation.oneToOne ? ["unique"] : [])];
    return `${relationName(relation)}_id (${[...notes, ...(relation.optional ? [] : ["not null"])].join(", ")})`;
  });
}

/** What keys and uniques find already needs no index. */
function isUnique(scenario: Scenario, entity: string, names: readonly string[]): boolean {
  const sets = scenario.invariants.flatMap((one) =>
    one.kind === "unique" && one.entity === entity && one.where === undefined ? [one.columns] : [],
  );
  return names.includes("id") || sets.some((set) => set.every((name) => names.includes(name)));
}

function indexOf(scenario: Scenario, step: Pattern["steps"][number]): readonly string[] {
  const given = step.where.flatMap((text) => readGiven(text)?.column ?? []);
  if (isUnique(scenario, step.find, given)) return [];
  const range = step.range === undefined ? undefined : readRange(step.range)?.column;
  const order = step.order === undefined ? undefined : readOrder(step.order)?.column;
  const all = [...new Set([...given, range, order])].filter((name) => name !== undefined);
  return all.length === 0 ? [] : [`${plural(step.find)}(${columns(scenario, step.find, all)})`];
}

/** Indexes that no longer one or unique begins with. */
function indexLines(scenario: Scenario): readonly string[] {
  const wanted = [
    ...new Set(scenario.patterns.flatMap(({ steps }) => steps.flatMap((step) => indexOf(scenario, step)))),
  ];
  const uniques = uniqueLines(scenario).map((line) => line.replace(/^unique /, ""));
  const begins = (short: string, long: string) => long !== short && long.startsWith(`${short.slice(0, -1)},`);
  return wanted
    .filter((one) => ![...wanted, ...uniques].some((other) => begins(one, other)) && !uniques.includes(one))
    .map((one) => `index ${one}`);
}

function uniqueLines(scenario: Scenario): readonly string[] {
  const lines = scenario.invariants.flatMap((one) => {
    if (one.kind !== "unique") return [];
    const on = `${plural(one.entity)}(${columns(scenario, one.entity, one.columns)})`;
    return [one.where === undefined ? `unique ${on}` : `unique index ${on} where ${one.where}`];
  });
  return [...new Set(lines)];
}

/** A condition in the columns of the sheet. */
function written(scenario: Scenario, entity: string, condition: string): string {
  return condition.replace(/[a-z][a-z0-9_]*(?![^']*'(?:[^']*'[^']*')*[^']*$)/g, (name) =>
    column(scenario, entity, name),
  );
}

function checkLines(scenario: Scenario): readonly string[] {
  return scenario.invariants.flatMap((one) =>
    one.kind === "check" ? [`check ${plural(one.entity)}(${written(scenario, one.entity, one.condition)})`] : [],
  );
}

/** Data that answers may leave elsewhere is left there: entities nobody asks for have no table, unless others refer to them. */
function tables(scenario: Scenario): readonly string[] {
  const elsewhere = alternativesOf(scenario, "elsewhere").map(({ entity }) => entity);
  const referred = new Set(scenario.relations.map(({ to }) => to));
  return Object.entries(scenario.entities).flatMap(([name, { asked }]) =>
    asked || referred.has(name) || elsewhere.includes(name) ? [name] : [],
  );
}

function decisions(scenario: Scenario): readonly string[] {
  const [right] = scenario.volume.shard.right;
  const sharded = scenario.volume.expected === "sharded" && right;
  const reasons =
    scenario.stores.relational.reasons.length > 0 ? scenario.stores.relational.reasons : ["relationships"];
  const claim = ({ of, expected }: Scenario["consistency"][number]) => {
    const [entity = "", attribute] = of.split(".");
    const table = scenario.entities[entity] ? plural(entity) : entity;
    return `${attribute === undefined ? table : `${table}.${attribute}`}: ${expected}`;
  };
  return [
    `because: [${reasons.join(", ")}]`,
    `volume: ${scenario.volume.expected}`,
    ...(sharded ? [`shard by: ${plural(right.entity)}(${columns(scenario, right.entity, right.by)})`] : []),
    `consistency: { ${scenario.consistency.map(claim).join(", ")} }`,
  ];
}

export function canonicalSheet(scenario: Scenario, level = "staff"): string {
  const body = tables(scenario).map(
    (entity) =>
      `${plural(entity)}: ${["id (PK)", ...roleLines(scenario, entity), ...attributeLines(scenario, entity)].join(", ")}`,
  );
  return [
    "---",
    `scenario: ${scenario.slug}`,
    `level: ${level}`,
    "store: PostgreSQL",
    ...decisions(scenario),
    "---",
    ...body,
    ...uniqueLines(scenario),
    ...checkLines(scenario),
    ...indexLines(scenario),
    "",
  ].join("\n");
}
