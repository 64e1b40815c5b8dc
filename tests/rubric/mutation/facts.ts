/** What holds in a design, by the scenario and the model's meanings alone: what is lost by a mutation is what must be said. */
import {
  type Answer,
  conditionColumns,
  findTable,
  isRequired,
  parseCondition,
  plainName,
  primaryKeyOf,
  sameColumns,
  type Table,
  uniquesOf,
} from "@/lib/design";
import {
  findRole,
  type Invariant,
  namesInCondition,
  type Relation,
  relationId,
  relationName,
  type Scenario,
} from "@/lib/scenario";
import { type Place, placesIn, type Served, servedIn } from "./access";
import { type Claim, claim, type Model, unserved } from "./claim";

export type Kind = "pattern" | "unique" | "not-null" | "check" | "reference" | "link" | "key" | "attribute" | "entity";

export interface Fact {
  readonly kind: Kind;
  readonly subject: string;
  readonly holds: Served;
}

const RULES: Readonly<Record<Exclude<Kind, "pattern">, string>> = {
  unique: "constraints/unique",
  "not-null": "constraints/not-null",
  check: "constraints/check",
  reference: "relationships/missing",
  link: "relationships/missing",
  key: "keys/missing",
  attribute: "entities/attribute-missing",
  entity: "entities/missing",
};

/** Where what identifies a row is gone, the key says so as well as the attribute. */
export function claimOf({ kind, subject }: Fact, { scenario }: Model): Claim {
  if (kind === "pattern") return unserved(subject);
  if (kind === "link") return { rules: [RULES.link, "relationships/wrong-side"], subject };
  const [entity = "", name = ""] = subject.split(".");
  if (kind !== "attribute" || !scenario.entities[entity]?.identity.includes(name)) return claim(RULES[kind], subject);
  return { rules: [RULES.attribute, "keys/missing", "keys/not-identifying"], subject: `${subject}|${entity}` };
}

interface Seen {
  readonly model: Model;
  readonly answer: Answer;
  readonly places: readonly Place[];
}

const holding = ({ places }: Seen, entity: string) => places.filter(({ spot }) => spot.entities.includes(entity));

function paths(place: Place, entity: string, name: string): readonly string[] {
  return [...place.columns].flatMap(([path, all]) =>
    all.some((one) => one.entity === entity && one.name === name && one.as === "whole") ? [path] : [],
  );
}

const yes = (holds: boolean): Served => (holds ? "yes" : "no");

/** The scenario's names that a set of columns stands for; buckets left out; null where one means nothing here. */
function namesOf(place: Place, entity: string, columns: readonly string[]): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const path of columns) {
    const all = [...place.columns].find(([one]) => plainName(one) === plainName(path))?.[1] ?? [];
    const own = all.filter((one) => one.entity === entity || place.spot.entities.includes(one.entity));
    if (own.some(({ as }) => as === "bucket")) continue;
    if (own.length === 0) return null;
    for (const one of own) if (own.length === 1 || one.name !== "id") names.add(one.name);
  }
  return names;
}

function uniqueSets(place: Place): readonly { columns: readonly string[]; where: string | null }[] {
  const { table } = place;
  if (!table) return place.ways.map(({ columns, whole }) => ({ columns: columns.slice(0, whole), where: null }));
  const partition = [...table.partition, ...table.clustering.map(({ path }) => path)];
  return [...uniquesOf(table), ...(table.partition.length > 0 ? [{ columns: partition, where: null }] : [])];
}

/** The other end's row names the one that is under way (`drivers.current_ride_id`): a second one has no room there. */
function isGuarded(seen: Seen, { entity, columns, where }: Extract<Invariant, { kind: "unique" }>): boolean {
  const [role = "", ...others] = columns;
  const end = others.length === 0 ? findRole(seen.model.scenario, entity, role)?.to : undefined;
  if (where === undefined || end === undefined) return false;
  return homesOf(seen, end).some(({ table }) =>
    table?.references.some(({ target }) =>
      homesOf(seen, entity).some((own) => own.table !== table && own.table?.name.text === target.table),
    ),
  );
}

function isUnique(seen: Seen, invariant: Extract<Invariant, { kind: "unique" }>): Served {
  const wanted = [invariant.columns, ...invariant.alsoMetBy];
  const places = holding(seen, invariant.entity).filter(({ spot }) => spot.main || spot.home);
  // A pair of rows inside one document has no unique to be under.
  if (places.some(({ spot }) => spot.prefix !== "")) return "perhaps";
  const [role = "", ...others] = invariant.columns;
  const end = others.length === 0 ? findRole(seen.model.scenario, invariant.entity, role)?.to : undefined;
  // One row for both: it cannot be there twice.
  if (end !== undefined && places.some(({ spot }) => spot.home && spot.entities.includes(end))) return "yes";
  if (
    !places.some((place) => invariant.columns.some((name) => paths(place, invariant.entity, name).length > 0)) &&
    invariant.alsoMetBy.length === 0
  )
    return "perhaps";
  if (isGuarded(seen, invariant)) return "perhaps";
  const elsewhere = seen.places.filter(
    ({ spot }) => invariant.alsoMetBy.length > 0 && !spot.entities.includes(invariant.entity),
  );
  return yes(
    [...places, ...elsewhere].some((place) =>
      uniqueSets(place).some(({ columns, where }) => {
        if (where !== null && invariant.where === undefined && !/cancel|null/i.test(where)) return false;
        if (where === null && invariant.where !== undefined && places.includes(place)) return false;
        const names = namesOf(place, invariant.entity, columns);
        return (
          names !== null &&
          (places.includes(place) ? wanted : invariant.alsoMetBy).some(
            (one) => one.length === names.size && one.every((name) => names.has(name)),
          )
        );
      }),
    ),
  );
}

function isKept(seen: Seen, invariant: Extract<Invariant, { kind: "not-null" }>): Served {
  if (seen.model.store !== "relational") return "perhaps";
  const homes = holding(seen, invariant.entity).filter(({ spot }) => spot.home && spot.main);
  const columns = homes.flatMap((place) =>
    paths(place, invariant.entity, invariant.column).map((path) => ({ place, path })),
  );
  if (invariant.metBy.includes("ttl") && homes.some(({ ttl }) => ttl)) return "yes";
  return yes(
    columns.length > 0 && columns.every(({ place, path }) => place.table !== null && isRequired(place.table, path)),
  );
}

function isChecked(seen: Seen, invariant: Extract<Invariant, { kind: "check" }>): Served {
  if (seen.model.store !== "relational") return "perhaps";
  const wanted = namesInCondition(invariant.condition);
  const refuses = (place: Place) =>
    />= 0$/.test(invariant.condition) &&
    wanted.every((name) =>
      paths(place, invariant.entity, name).some((path) =>
        place.table?.attributes.some(
          (one) => plainName(one.name.text) === plainName(path) && /unsigned/i.test(one.type ?? ""),
        ),
      ),
    );
  if (homesOf(seen, invariant.entity).some(refuses)) return "yes";
  return yes(
    holding(seen, invariant.entity).some((place) =>
      (place.table?.checks ?? []).some(({ expression }) => {
        const said = conditionColumns(parseCondition(expression)).flatMap((path) => [
          ...(namesOf(place, invariant.entity, [path]) ?? []),
        ]);
        return wanted.every((name) => said.includes(name));
      }),
    ),
  );
}

function isTogether({ model }: Seen, relation: Relation): boolean {
  return model.spots.some(
    ({ entities, prefix, at, table }) =>
      entities.includes(relation.from) &&
      (entities.includes(relation.to) ||
        (prefix !== "" &&
          model.spots.some(
            (one) => one.table && table && one.at === at && one.prefix === "" && one.entities.includes(relation.to),
          ))),
  );
}

function homesOf(seen: Seen, entity: string): readonly Place[] {
  return holding(seen, entity).filter(({ spot }) => spot.home);
}

function isLinked(seen: Seen, relation: Relation): Served {
  if (isTogether(seen, relation)) return "yes";
  const there = (place: Place) => paths(place, relation.from, relationName(relation)).length > 0;
  if (!homesOf(seen, relation.from).some(there)) return holding(seen, relation.from).some(there) ? "perhaps" : "no";
  return yes(
    homesOf(seen, relation.from).some((place) => paths(place, relation.from, relationName(relation)).length > 0),
  );
}

/** What is kept in another store cannot be referred to; a table that is in the design can. */
function isToBeReferenced(seen: Seen, relation: Relation): boolean {
  const { invariants, alternatives } = seen.model.scenario;
  const asked = invariants.some((one) => one.kind === "reference" && one.relation === relationId(relation));
  const elsewhere = alternatives.some((one) => one.kind === "elsewhere" && one.entity === relation.to);
  return asked || (!elsewhere && homesOf(seen, relation.to).length > 0);
}

function isReferenced(seen: Seen, relation: Relation): Served {
  const ends = homesOf(seen, relation.to);
  if (!isToBeReferenced(seen, relation) || seen.model.store !== "relational" || isTogether(seen, relation))
    return "yes";
  const columns = homesOf(seen, relation.from).flatMap((place) =>
    place.table === null || !place.spot.main
      ? []
      : paths(place, relation.from, relationName(relation)).map((path) => ({ table: place.table, path })),
  );
  if (columns.length === 0) return "perhaps";
  return yes(
    columns.every(({ table, path }) =>
      (table?.references ?? []).some(
        ({ columns: own, target, enforced }) =>
          enforced &&
          own.some((one) => plainName(one) === plainName(path)) &&
          ends.some((end) => end.table !== null && findTable(seen.answer.design, target.table) === end.table),
      ),
    ),
  );
}

/** Something refers to a table without a primary key by what is in none of its keys. */
function isPointedAtInVain({ answer, model }: Seen, table: Table): boolean {
  if (model.store !== "relational" || primaryKeyOf(table)) return false;
  return answer.design.tables.some(({ references }) =>
    references.some(
      ({ enforced, target }) =>
        enforced &&
        findTable(answer.design, target.table) === table &&
        !uniquesOf(table).some(({ columns, where }) => where === null && sameColumns(columns, target.columns)),
    ),
  );
}

/** The entities of each place that keeps rows of its own, as one subject: either may be spoken of. */
function keyFacts(seen: Seen): readonly Fact[] {
  return seen.model.spots
    .filter(({ home, prefix, main, table, entities }) => home && prefix === "" && main && table && entities.length <= 3)
    .map(({ name, entities }) => {
      const table = seen.places.find(({ spot }) => spot.name === name && spot.prefix === "")?.table;
      const held =
        seen.model.store === "document" ||
        !table ||
        table.partition.length > 0 ||
        (uniquesOf(table).some(({ where }) => where === null) && !isPointedAtInVain(seen, table));
      return { kind: "key", subject: entities.join("|"), holds: yes(held) };
    });
}

/** The value that identifies a document may be its own id (`_id` is the code of a link). */
function mayBeOwnId(seen: Seen, entity: string, name: string): boolean {
  const [only, ...others] = seen.model.scenario.entities[entity]?.identity ?? [];
  if (only !== name || others.length > 0 || seen.model.store !== "document") return false;
  return homesOf(seen, entity).some(({ spot, columns }) => spot.prefix === "" && spot.main && columns.has("_id"));
}

/** A key that carries its own time (`timeuuid`) says when a row was made. */
function isTimeInKey(seen: Seen, entity: string, name: string): boolean {
  const attribute = seen.model.scenario.entities[entity]?.attributes[name];
  if (attribute?.type !== "time") return false;
  return homesOf(seen, entity).some(({ table }) =>
    table?.clustering.some(({ path }) =>
      table.attributes.some((one) => one.name.text === path && /^timeuuid$/i.test(one.type ?? "")),
    ),
  );
}

/** A cache that has most of what is asked of an entity leaves open what is missing: the entity, or the rest of it. */
function isMostlyKept(seen: Seen, entity: string): boolean {
  const asked = Object.keys(seen.model.scenario.entities[entity]?.attributes ?? {}).filter((name) =>
    isAskedFor(seen.model.scenario, entity, name),
  );
  return holding(seen, entity).some(
    (place) => 2 * asked.filter((name) => paths(place, entity, name).length > 0).length > asked.length,
  );
}

function hasEntity(seen: Seen, entity: string): Served {
  if (!seen.model.scenario.entities[entity]?.asked) return "perhaps";
  if (holding(seen, entity).some(({ spot }) => spot.main || spot.home)) return "yes";
  return isMostlyKept(seen, entity) ? "perhaps" : "no";
}

/** A copy does not count; what only stands in its place leaves it open. */
function hasAttribute(seen: Seen, entity: string, name: string): Served {
  const { scenario } = seen.model;
  const attribute = scenario.entities[entity]?.attributes[name];
  const kept = (places: readonly Place[]) =>
    places
      .flatMap(({ columns }) => [...columns.values()].flat())
      .filter((one) => one.entity === entity && one.name === name);
  const all = kept(seen.places.filter(({ spot }) => !spot.copy && spot.main));
  const copied = kept(seen.places.filter(({ spot }) => spot.copy && spot.main));
  const ends =
    scenario.invariants.some(
      (one) => one.metBy.includes("ttl") && one.kind === "not-null" && one.entity === entity && one.column === name,
    ) ||
    scenario.patterns.some(
      ({ metBy, steps }) =>
        metBy.includes("ttl") && steps.some(({ find, range }) => find === entity && range?.startsWith(name) === true),
    );
  const hosts = attribute?.alsoIn.some(
    (host) =>
      scenario.relations.some(({ from, to }) => [from, to].includes(entity) && [from, to].includes(host)) &&
      seen.places.some((place) => place.spot.home && paths(place, host, name).length > 0),
  );
  const open =
    copied.length > 0 ||
    hosts === true ||
    mayBeOwnId(seen, entity, name) ||
    isTimeInKey(seen, entity, name) ||
    (ends && holding(seen, entity).some(({ ttl, spot }) => ttl && spot.main));
  const derived = attribute?.facts.includes("derived") === true;
  if (all.some(({ as }) => as === "whole")) return derived ? "perhaps" : "yes";
  return open || all.some(({ as }) => as === "stand-in") ? "perhaps" : "no";
}

/** All that the scenario asks of a design, and whether it is so. */
export function factsOf(model: Model, answer: Answer): readonly Fact[] {
  const { scenario } = model;
  const places = placesIn(model, answer);
  const seen: Seen = { model, answer, places };
  const served = servedIn(scenario, places);
  return [
    ...scenario.patterns.map(({ id }): Fact => ({ kind: "pattern", subject: id, holds: served.get(id) ?? "no" })),
    ...scenario.invariants.flatMap((one): readonly Fact[] => {
      if (one.kind === "unique") return [{ kind: "unique", subject: one.id, holds: isUnique(seen, one) }];
      if (one.kind === "not-null") return [{ kind: "not-null", subject: one.id, holds: isKept(seen, one) }];
      return one.kind === "check" ? [{ kind: "check", subject: one.id, holds: isChecked(seen, one) }] : [];
    }),
    ...scenario.relations.flatMap((one): readonly Fact[] => [
      { kind: "reference", subject: relationId(one), holds: isReferenced(seen, one) },
      { kind: "link", subject: relationId(one), holds: isLinked(seen, one) },
    ]),
    ...keyFacts(seen),
    ...Object.entries(scenario.entities).flatMap(([entity, { attributes }]): readonly Fact[] => [
      { kind: "entity", subject: entity, holds: hasEntity(seen, entity) },
      ...Object.keys(attributes)
        .filter((name) => isAskedFor(scenario, entity, name))
        .map(
          (name): Fact => ({
            kind: "attribute",
            subject: `${entity}.${name}`,
            holds: hasAttribute(seen, entity, name),
          }),
        ),
    ]),
  ];
}

function isAskedFor(scenario: Scenario, entity: string, name: string): boolean {
  const attribute = scenario.entities[entity]?.attributes[name];
  return attribute?.asked === true;
}

/** What held before and holds no more: `lost` for certain, `doubtful` where the scenario does not decide. */
export function lossesOf(before: readonly Fact[], after: readonly Fact[]) {
  const pairs = before.flatMap((fact, i) => {
    const then = after[i];
    return then && then.holds !== fact.holds ? [{ fact, then }] : [];
  });
  return {
    lost: pairs.filter(({ fact, then }) => fact.holds === "yes" && then.holds === "no").map(({ fact }) => fact),
    doubtful: pairs.filter(({ fact, then }) => !(fact.holds === "yes" && then.holds === "no")).map(({ fact }) => fact),
  };
}
