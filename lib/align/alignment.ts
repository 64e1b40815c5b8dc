import type { Attribute, Design, Reference, Table } from "@/lib/design";
import type { Alternative, Scenario } from "@/lib/scenario";
import type { Holder } from "./holders";

/** Where one of the scenario's entities is in the design. */
export interface EntityPlace {
  readonly entity: string;
  /**
   * `own`: a table of its own. `merged`: in the table of the entity it belongs to one-to-one. `generic`: in one table with others of
   * its kind. `embedded`: inside a document. `view`: only in a second store or a query table.
   */
  readonly how: "own" | "merged" | "generic" | "embedded" | "view";
  readonly holder: Holder;
  /** The table that holds its rows. */
  readonly table: Table;
  /** Further tables that hold some of its attributes, one-to-one with the first. */
  readonly parts: readonly Table[];
  /** How sure, 0 to 1. */
  readonly sure: number;
  readonly why: string;
}

/** One place where rows of an entity are kept: its own, or a further one made for a query. */
export interface Placing {
  readonly entity: string;
  readonly how: EntityPlace["how"];
  readonly holder: Holder;
  /**
   * The scenario's names (attributes, roles, `id`) → columns of the holder's table. A column of the document around a list begins
   * with `^`; a role that an edge keeps is `~` and the edge's name. An empty list: given by the place itself.
   */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Names that the place itself gives: roles to what lives in the same row. */
  readonly implied: readonly string[];
  /** Columns that may order or bound in place of an attribute. */
  readonly standIns: ReadonlyMap<string, readonly string[]>;
  /** Columns that a query knows without being asked: buckets of time, the kind of a generic row. */
  readonly free: readonly string[];
}

/** Where an attribute is: a column of one of its entity's tables, or (`split`) several that stand for it. */
export interface AttributePlace {
  readonly table: Table;
  readonly path: string;
  readonly attribute: Attribute;
}

/**
 * How a relation is kept.
 * `reference`: an enforced reference to the right table. `column`: a column without that reference. `elsewhere`: a column whose reference
 * points at another table. `dangling`: at a table that is not there. `reversed`: on the other end. `list`: as a list of ids.
 * `merged`: both ends are one table. `through`: a reference to a one-to-one partner of the right table. `embedded`: one lies in the other.
 */
export interface RelationPlace {
  readonly how:
    | "reference"
    | "column"
    | "elsewhere"
    | "dangling"
    | "reversed"
    | "list"
    | "merged"
    | "through"
    | "embedded";
  readonly table: Table;
  /** Columns in `table`; empty where merged or reversed. */
  readonly columns: readonly string[];
  readonly reference: Reference | null;
  /** The other one of a pair in one row (`credit_account` beside `debit_account`). */
  readonly also?: { readonly columns: readonly string[]; readonly reference: Reference | null };
}

/** A table that is not one of the scenario's entities but is known to be sound. */
export interface KnownExtra {
  readonly table: Table;
  readonly holder: Holder;
  readonly alternative: Extract<Alternative, { kind: "copy" | "welcome" }>;
}

/** A table that means an entity which another table already is. */
export interface Double {
  readonly table: Table;
  readonly entity: string;
  /** `role`: named after a role (`sellers`). `twin`: the same thing again. `part`: some attributes of it. */
  readonly kind: "role" | "twin" | "part";
  /** True where its key is a reference to the entity's own table. */
  readonly bound: boolean;
}

export interface Alignment {
  readonly scenario: Scenario;
  readonly design: Design;
  readonly holders: readonly Holder[];
  /** True in MySQL and MariaDB: a foreign key brings its own index. */
  readonly foreignKeysIndexed: boolean;
  readonly entities: ReadonlyMap<string, EntityPlace>;
  /** Every place of every entity, its main one first. */
  readonly placings: readonly Placing[];
  /** By `entity.attribute`. */
  readonly attributes: ReadonlyMap<string, AttributePlace>;
  /** By the relation's id. */
  readonly relations: ReadonlyMap<string, RelationPlace>;
  readonly known: readonly KnownExtra[];
  readonly doubles: readonly Double[];
  /** Tables that nothing in the scenario explains; never guessed at. */
  readonly extras: readonly Table[];
}
