import { type Design, plainName, type StoreType, type Table } from "@/lib/design";
import { relationId, relationsOf, type Scenario } from "@/lib/scenario";
import type { Alignment, AttributePlace, Double, EntityPlace, KnownExtra, Placing, RelationPlace } from "./alignment";
import { attributeColumns, bucketColumns } from "./columns";
import { findDoubles } from "./doubles";
import { edgeLinks } from "./edges";
import { AROUND, embeddedProfile, entityInList, keyAround, opaquePlaces } from "./embedded";
import { findGenerics, placeIn, placeMerged, placeOwn } from "./entities";
import { type Holder, holdersOf } from "./holders";
import { knownExtras } from "./known";
import { findParts, piecesIn } from "./parts";
import { attributeElsewhere, placingOf } from "./placing";
import { type Link, type Profile, profileOf } from "./profile";
import { matchLinks, type Placed, placeRelations } from "./relations";
import { tableLikeness } from "./tables";
import { entityOfView, isScant } from "./views";
import { bestLikeness } from "./words";

/** A table that says of itself that it repeats another (`copy of members.user_id`). */
function isSaidCopy(table: Table): boolean {
  return table.attributes.some(({ copyOf }) => copyOf !== null) && table.attributes.length <= 6;
}

/** A JSON column or an object without parts: it holds whatever the rows have. */
function isOpaque({ how, holder, table }: EntityPlace): boolean {
  return how === "embedded" && holder.kind === "embedded" && table.attributes.length === 0;
}

/** What a candidate says that tables are: by the table's plain name (`plainName`) the entity, or "" for none of them. */
export type Told = ReadonlyMap<string, string>;

const NOTHING_TOLD: Told = new Map();

/** All that is found out step by step about one design. */
class Aligner {
  readonly holders: readonly Holder[];
  readonly profiles = new Map<Holder, Profile>();
  readonly entities = new Map<string, EntityPlace>();
  /** Further places beside the main ones: query tables, lists, second stores. */
  readonly views: EntityPlace[] = [];
  known: readonly KnownExtra[] = [];
  doubles: readonly Double[] = [];

  constructor(
    readonly design: Design,
    readonly scenario: Scenario,
    readonly store: StoreType,
    readonly engine: string | null,
    readonly told: Told,
  ) {
    this.holders = holdersOf(design, store);
    const nodes = this.holders.filter(({ kind }) => kind === "node");
    const links = design.edges.length > 0 ? edgeLinks(design, this.holders, nodes) : new Map<Holder, Link[]>();
    for (const holder of this.holders)
      if (holder.kind !== "embedded") this.profiles.set(holder, profileOf(design, holder, links.get(holder)));
  }

  /** All that may hold rows: a counter holds a number about them. */
  tops(second: boolean): readonly Profile[] {
    const extra = new Set(this.known.map(({ holder }) => holder));
    return [...this.profiles.values()].filter(
      ({ holder }) =>
        holder.second === second &&
        holder.kind !== "embedded" &&
        holder.template?.holds !== "counter" &&
        !extra.has(holder),
    );
  }

  get tables(): ReadonlyMap<Table, Profile> {
    return new Map([...this.profiles.values()].map((profile) => [profile.table, profile]));
  }

  entitiesAt(holder: Holder): readonly string[] {
    const places = [...this.entities.values(), ...this.views];
    return [
      ...new Set(
        places.filter((one) => one.holder === holder || one.parts.includes(holder.table)).map((one) => one.entity),
      ),
    ];
  }

  isUsed(holder: Holder): boolean {
    return this.entitiesAt(holder).length > 0 || this.doubles.some(({ table }) => table === holder.table);
  }

  placeTops(): void {
    const open = [...this.profiles.values()].filter((profile) => this.saidOf(profile) === undefined);
    this.known = knownExtras(this.scenario, open);
    const main = this.tops(false);
    const generic = findGenerics(this.scenario, main);
    const used = new Set([...generic.values()].map(({ holder }) => holder));
    const rest = main.filter(({ holder }) => !used.has(holder));
    const pieces = this.store === "relational" ? piecesIn(this.scenario, rest) : new Set<Profile>();
    const whole = rest.filter((one) => !pieces.has(one));
    for (const [entity, place] of placeOwn(this.scenario, whole, (profile, name) => this.settled(profile, name)))
      if (!generic.has(entity)) this.entities.set(entity, place);
    for (const [entity, place] of generic) this.entities.set(entity, place);
    const tables = new Map(rest.map((profile) => [profile.table, profile]));
    placeMerged(this.scenario, tables, this.entities, this.namedElsewhere());
    if (this.store === "relational" || this.store === "document" || this.store === "graph")
      this.findExtraTables(tables);
  }

  /** What the candidate said that a table is; undefined where nothing was said, "" for none of the entities. */
  saidOf({ table }: Profile): string | undefined {
    return this.told.get(plainName(table.name.text));
  }

  settled(profile: Profile, entity: string): number | null {
    const said = this.saidOf(profile);
    if (said !== undefined) return said === entity ? 1 : 0;
    return this.holdsInside(profile, entity) ? 0 : null;
  }

  /** A document whose list is more like the entity than the document itself is a bucket of them, not one of them. */
  holdsInside(profile: Profile, entity: string): boolean {
    if (profile.holder.store !== "document") return false;
    const lists = this.holders.filter(({ parent }) => parent === profile.holder);
    if (lists.length === 0) return false;
    const own = tableLikeness(this.scenario, entity, profile);
    return lists.some(
      (holder) =>
        tableLikeness(this.scenario, entity, embeddedProfile(this.design, holder, profile, [], this.scenario)) > own,
    );
  }

  /** Entities that a second store has by their name: they need no room in the table of another. */
  namedElsewhere(): ReadonlySet<string> {
    const second = this.tops(true);
    return new Set(
      Object.entries(this.scenario.entities).flatMap(([entity, { synonyms }]) =>
        second.some(({ words }) => bestLikeness(words, entity, synonyms) >= 0.9) ? [entity] : [],
      ),
    );
  }

  findExtraTables(tables: ReadonlyMap<Table, Profile>): void {
    if (this.store === "relational") findParts(this.scenario, tables, this.entities);
    const free = [...tables.values()].filter(
      ({ holder }) => holder.kind !== "edge" && holder.kind !== "template" && !this.isUsed(holder),
    );
    const parts: Double[] = [...this.entities.values()].flatMap((place) =>
      place.parts.map((table) => ({ table, entity: place.entity, kind: "part" as const, bound: true })),
    );
    const again = free.filter(({ table }) => !isSaidCopy(table));
    this.doubles = [...findDoubles(this.scenario, again, this.entities), ...parts];
  }

  placeLists(): void {
    for (const holder of this.holders) {
      const parent = holder.parent ? this.profiles.get(holder.parent) : undefined;
      if (!parent) continue;
      const around = this.entitiesAt(parent.holder);
      const profile = embeddedProfile(this.design, holder, parent, around, this.scenario);
      this.profiles.set(holder, profile);
      const said = this.saidOf(profile);
      const found =
        said === undefined
          ? entityInList(this.scenario, profile, around)
          : said === ""
            ? null
            : { entity: said, worth: 1 };
      if (found)
        this.add(placeIn(profile, found.entity, "embedded", found.worth, `inside \`${parent.table.name.text}\``));
    }
    for (const place of opaquePlaces(this.scenario, this.tops(false), this.entities)) {
      this.entities.set(place.entity, place);
      this.profiles.set(place.holder, profileOf(this.design, place.holder));
    }
  }

  add(place: EntityPlace): void {
    if (this.entities.has(place.entity)) this.views.push(place);
    else this.entities.set(place.entity, place);
  }

  /** A document that is a bucket of what lies in it. */
  holdsPlacedList(holder: Holder): boolean {
    return holder.store === "document" && this.holders.some((one) => one.parent === holder && this.isUsed(one));
  }

  /** Query tables, templates and second stores: further places of what is there already. */
  placeViews(): void {
    for (const profile of [...this.tops(false), ...this.tops(true)]) {
      if (this.isUsed(profile.holder) || this.holdsPlacedList(profile.holder)) continue;
      if (profile.holder.store === "relational" && !profile.holder.second && !isSaidCopy(profile.table)) continue;
      const found = this.entityOfView(profile);
      if (found) this.add(placeIn(profile, found.entity, "view", found.worth, "by what it is looked up by"));
    }
  }

  entityOfView(profile: Profile): { readonly entity: string; readonly worth: number } | null {
    const said = this.saidOf(profile);
    if (said !== undefined) return said === "" ? null : { entity: said, worth: 1 };
    const found = entityOfView(this.scenario, profile);
    const homeless = found !== null && profile.holder.second && !this.entities.has(found.entity);
    return homeless && isScant(this.scenario, found.entity, profile) ? null : found;
  }

  /** Copies that the scenario knows are further places of what they copy. */
  placeCopies(): void {
    for (const { holder, alternative } of this.known) {
      const profile = this.profiles.get(holder);
      if (alternative.kind !== "copy" || !profile) continue;
      const found = entityOfView(this.scenario, profile);
      if (found && alternative.of.includes(found.entity) && this.entities.has(found.entity))
        this.views.push(placeIn(profile, found.entity, "view", found.worth, "as a copy for a question"));
    }
  }

  relationsAt(): ReadonlyMap<Holder, ReadonlyMap<string, RelationPlace>> {
    const placed: Placed = {
      scenario: this.scenario,
      profiles: this.tables,
      entities: this.entities,
      doubles: this.doubles,
    };
    const found = new Map<Holder, ReadonlyMap<string, RelationPlace>>();
    for (const holder of this.holders) {
      const here = this.entitiesAt(holder);
      /** Kinds of one generic row share its links; other entities in one table have links of their own. */
      const kinds = here.filter((entity) => this.entities.get(entity)?.how === "generic");
      const groups = [...kinds.map((entity) => [entity]), here.filter((entity) => !kinds.includes(entity))];
      const kept = groups.flatMap((group) => {
        const relations = group
          .flatMap((entity) => relationsOf(this.scenario, entity))
          .filter(({ from, to }) => from === to || !here.includes(to));
        return relations.length > 0 ? [...matchLinks(placed, holder.table, relations)] : [];
      });
      if (kept.length > 0) found.set(holder, new Map(kept));
    }
    for (const place of this.entities.values())
      if (isOpaque(place)) found.set(place.holder, this.opaqueRelations(place));
    return found;
  }

  /** A column that holds the rows whole lies in the row that they belong to. */
  opaqueRelations(place: EntityPlace): ReadonlyMap<string, RelationPlace> {
    const around = place.holder.parent ? this.entitiesAt(place.holder.parent) : [];
    return new Map(
      relationsOf(this.scenario, place.entity)
        .filter(({ to }) => around.includes(to))
        .map((relation) => {
          const columns = place.holder.parent ? keyAround(place.holder.parent) : [];
          return [relationId(relation), { how: "embedded" as const, table: place.table, columns, reference: null }];
        }),
    );
  }

  align(): Alignment {
    this.placeTops();
    this.placeLists();
    this.placeViews();
    this.placeCopies();
    placeMerged(this.scenario, this.tables, this.entities, new Set());
    const byHolder = this.relationsAt();
    const placings = [...this.entities.values(), ...this.views].flatMap((place) => this.placingsOf(place, byHolder));
    const relations = this.mainRelations(byHolder);
    return {
      scenario: this.scenario,
      design: this.design,
      holders: this.holders,
      foreignKeysIndexed:
        this.engine === null ? this.design.dialect === "mysql" : /^(MySQL|MariaDB)$/.test(this.engine),
      entities: this.entities,
      placings,
      attributes: this.attributePlaces(placings),
      relations,
      known: this.known,
      doubles: this.doubles,
      extras: this.extras(),
    };
  }

  placingsOf(
    place: EntityPlace,
    byHolder: ReadonlyMap<Holder, ReadonlyMap<string, RelationPlace>>,
  ): readonly Placing[] {
    const holders = [
      place.holder,
      ...place.parts.flatMap((table) => this.holders.find((one) => one.table === table) ?? []),
    ];
    return holders.flatMap((holder) => {
      const profile = this.profiles.get(holder);
      if (!profile) return [];
      const at = holder === place.holder ? place : { ...place, holder, table: holder.table };
      const placing = placingOf(this.scenario, profile, at, this.entitiesAt(holder), byHolder.get(holder) ?? new Map());
      return [{ ...placing, free: [...new Set([...placing.free, ...this.bucketsAround(place.entity, holder)])] }];
    });
  }

  /** Columns of the document around a list that say which bucket of the entity's rows it is. */
  bucketsAround(entity: string, { parent }: Holder): readonly string[] {
    const host = parent && this.profiles.get(parent);
    if (!host) return [];
    return bucketColumns(this.scenario, host, this.entitiesAt(parent), entity).map((path) => AROUND + path);
  }

  /** Each relation where its entity mainly lives, else where it is kept besides. */
  mainRelations(byHolder: ReadonlyMap<Holder, ReadonlyMap<string, RelationPlace>>): ReadonlyMap<string, RelationPlace> {
    const placed: Placed = {
      scenario: this.scenario,
      profiles: this.tables,
      entities: this.entities,
      doubles: this.doubles,
    };
    const found = new Map(placeRelations(placed));
    const aside = (view: EntityPlace) => this.isAside(view);
    for (const place of [...this.entities.values(), ...this.views.filter((view) => !aside(view))])
      for (const [id, kept] of byHolder.get(place.holder) ?? []) {
        const before = found.get(id);
        const weak = before?.how === "reversed" || before?.how === "list";
        if (id.startsWith(`${place.entity}->`) && (!before || weak)) found.set(id, kept);
      }
    return found;
  }

  /** A copy inside a document, or in a second store, of what has a place of its own: it keeps no relation for it. */
  isAside({ entity, holder }: EntityPlace): boolean {
    const main = this.entities.get(entity)?.holder;
    if (!main || main === holder) return false;
    return (holder.second && !main.second) || (holder.kind === "embedded" && main.kind !== "embedded");
  }

  attributePlaces(placings: readonly Placing[]): ReadonlyMap<string, AttributePlace> {
    const found = new Map<string, AttributePlace>();
    for (const placing of placings) this.addAttributes(placing, found);
    for (const [entity, { attributes }] of Object.entries(this.scenario.entities))
      for (const [name, attribute] of Object.entries(attributes)) {
        const id = `${entity}.${name}`;
        if (found.has(id) || !this.entities.has(entity)) continue;
        const place = attributeElsewhere(this.scenario, placings, this.profiles, entity, name, attribute, found);
        if (place) found.set(id, place);
      }
    return found;
  }

  /** What this place of an entity holds of it, where no place before did. */
  addAttributes({ entity, holder }: Placing, found: Map<string, AttributePlace>): void {
    const profile = this.profiles.get(holder);
    const main = this.entities.get(entity)?.holder;
    if (!profile || (holder.second && main?.second === false)) return;
    const generic = this.entities.get(entity)?.how === "generic";
    for (const [id, { path, attribute }] of attributeColumns(this.scenario, profile, this.entitiesAt(holder), generic))
      if (id.startsWith(`${entity}.`) && !found.has(id))
        found.set(id, { table: holder.table, path: path.replace(AROUND, ""), attribute });
  }

  extras(): readonly Table[] {
    return [...this.profiles.values()]
      .filter(
        ({ holder }) => holder.kind !== "embedded" && holder.kind !== "edge" && !holder.second && !this.isUsed(holder),
      )
      .filter(({ holder }) => !this.known.some((extra) => extra.holder === holder))
      .map(({ table }) => table);
  }
}

/**
 * Aligns a design with a scenario: which table, document, template or edge is which entity, which column which attribute, which
 * reference which relation. The best assignment overall, not the first that fits; what cannot be placed is left in `extras`.
 * Linear in the number of tables for a given scenario.
 * @param told what the candidate says of tables, against what would be guessed.
 * @param engine as its makers spell it, or null where only a type was named.
 * @param store the type of the main store: elsewhere than in a relational one an entity may have several places, one a query.
 */
export function align(
  design: Design,
  scenario: Scenario,
  store: StoreType = "relational",
  engine: string | null = null,
  told: Told = NOTHING_TOLD,
): Alignment {
  return new Aligner(design, scenario, store, engine, told).align();
}
