import { type Design, plainName, type StoreType, type Table } from "@/lib/design";
import type { Scenario } from "@/lib/scenario";
import type { Double, EntityPlace, KnownExtra } from "./alignment";
import { findDoubles } from "./doubles";
import { edgeLinks } from "./edges";
import { embeddedProfile, entityInList, opaquePlaces } from "./embedded";
import { findGenerics, placeIn, placeMerged, placeOwn } from "./entities";
import { type Holder, holdersOf } from "./holders";
import { knownExtras } from "./known";
import { bestLikeness } from "./likeness";
import { findParts, piecesIn } from "./parts";
import { type Link, type Profile, profileOf } from "./profile";
import { tableLikeness } from "./table-likeness";
import { entityOfView, isScant } from "./views";

/** A table that says of itself that it repeats another (`copy of members.user_id`). */
function isSaidCopy(table: Table): boolean {
  return table.attributes.some(({ copyOf }) => copyOf !== null) && table.attributes.length <= 6;
}

/** What a candidate says that tables are: by the table's plain name (`plainName`) the entity, or "" for none of them. */
export type Told = ReadonlyMap<string, string>;

/** Where the rows of each entity are in one design, found out step by step: main tables, lists, query tables and second stores, copies. */
export class Places {
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

  /** Each step relies on those before it. */
  findAll(): this {
    this.placeTops();
    this.placeLists();
    this.placeViews();
    this.placeCopies();
    placeMerged(this.scenario, this.tables, this.entities, new Set());
    return this;
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
