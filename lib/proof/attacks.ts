import { type Alignment, columnsFor, endsByItself, isGuarded } from "@/lib/align";
import { type Condition, conditionColumns, parseCondition, plainName, type Reference, type Table } from "@/lib/design";
import { sqlName, sqlText } from "@/lib/notation";
import type { ForbiddenDouble } from "@/lib/rubric";
import {
  findEntity,
  findRelation,
  findRole,
  type Invariant,
  namesInCondition,
  relationId,
  type Scenario,
} from "@/lib/scenario";
import { type Cell, cellOf, isRequiredHere, NULL } from "./cells";
import { constantsIn, evaluate } from "./evaluate";
import type { Changes, Fixture, Stranger } from "./fixture";
import type { Attack, Attempt } from "./plan";
import { columnsNamed, type Subject, subjectOf } from "./subject";

/** Refusals by SQLSTATE: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const REFERENCE = ["23503"];
const UNIQUE = ["23505"];
const NOT_NULL = ["23502", "23514"];
const CHECK = ["23514", "22P02", "22003"];

/** A number that no row has. */
const NOBODY = 9_000;
const [FIRST, SECOND] = [1, 2];
const NO_CHANGES: Changes = new Map();

/** An attack, or why none can be made. */
export type Planned = Attack | { readonly id: string; readonly why: string };

type Of<K extends Invariant["kind"]> = Extract<Invariant, { kind: K }>;

/** Where an invariant can be attacked: a table of PostgreSQL's, and the columns that stand for the scenario's names. */
interface Place {
  readonly subject: Subject;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

const spoken = (name: string) => name.replaceAll("_", " ");
const article = (word: string) => (/^([aeio]|u(?!se|ni))/.test(word) ? "an" : "a");

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export class Attacks {
  constructor(
    private readonly alignment: Alignment,
    private readonly subjects: readonly Subject[],
    private readonly fixture: Fixture,
  ) {}

  private get scenario(): Scenario {
    return this.alignment.scenario;
  }

  /** The columns for some names of an entity, all in one table. */
  private place(entity: string, names: readonly string[]): Place | string {
    const columns = new Map<string, readonly string[]>();
    let table: Table | null = null;
    for (const name of names) {
      const found = columnsFor(this.alignment, entity, name);
      if (!found || found.columns.length === 0) return `the design has no ${spoken(entity)}’s ${spoken(name)}`;
      if (table !== null && found.table !== table) return "its columns are in two tables";
      table = found.table;
      columns.set(name, found.columns);
    }
    const subject = table === null ? null : subjectOf(this.subjects, table);
    if (!subject) return "it is not in a table of PostgreSQL’s";
    const own = new Map<string, readonly string[]>();
    for (const [name, paths] of columns) {
      const known = columnsNamed(subject, paths);
      if (!known) return "it is inside a document";
      own.set(name, known);
    }
    return { subject, columns: own };
  }

  private show(subject: Subject, columns: readonly string[]): string {
    const shown = [...new Set([...(subject.parts.primary ?? []), ...columns])];
    return `SELECT ${shown.map(sqlName).join(", ")} FROM ${subject.parts.name} ORDER BY 1 LIMIT 5`;
  }

  private attempt(
    subject: Subject,
    row: number,
    changes: Changes,
    more: Pick<Attempt, "what" | "codes" | "columns"> & { readonly refused?: boolean },
  ): Attempt {
    return {
      refused: true,
      ...more,
      sql: this.fixture.insert(subject, [{ row, changes }]),
      table: subject.parts.name,
      show: this.show(subject, [...changes.keys()]),
    };
  }

  private attack(invariant: Invariant, subject: Subject, attempts: readonly Attempt[], first: Changes | null): Attack {
    const before = this.fixture.before(subject);
    const setup = first ? [...before, this.fixture.insert(subject, [{ row: FIRST, changes: first }])] : before;
    return { invariant: invariant.id, setup, attempts };
  }

  reference(invariant: Of<"reference">): Planned {
    const { id } = invariant;
    const relation = findRelation(this.scenario, invariant.relation);
    const place = this.alignment.relations.get(invariant.relation);
    if (!relation || !place) return { id, why: "the design does not keep this relationship" };
    if (place.how === "merged" || place.how === "embedded")
      return { id, why: "both ends are one row, so that neither can be without the other" };
    const subject = subjectOf(this.subjects, place.table);
    const ends = [place.columns, ...(place.also ? [place.also.columns] : [])];
    if (!subject || place.how === "list" || place.how === "reversed")
      return { id, why: "no column of its own refers to the other end" };
    const attempts = ends.flatMap((paths): Attempt[] => {
      const columns = columnsNamed(subject, paths);
      if (!columns || columns.length === 0) return [];
      const changes = new Map(columns.map((column) => [column, this.nobody(subject, column)] as const));
      const what = `${article(spoken(relation.from))} ${spoken(relation.from)} of ${article(spoken(relation.to))} ${spoken(relation.to)} that is not there`;
      return [this.attempt(subject, SECOND, changes, { what, codes: REFERENCE, columns: [columns] })];
    });
    if (attempts.length === 0) return { id, why: "no column refers to the other end" };
    const wrong = place.how === "elsewhere" && place.reference ? this.stranger(subject, place.reference) : null;
    return { invariant: id, setup: this.fixture.before(subject, wrong), attempts };
  }

  /** A row of the table that is pointed at by mistake, under the key that no row of the right one has. */
  private stranger(subject: Subject, reference: Reference): Stranger | null {
    const held = subject.parts.references.find((one) => one.reference === reference);
    const end = held ? subjectOf(this.subjects, held.target) : null;
    if (!held || !end) return null;
    return { subject: end, key: new Map(held.targetColumns.map((column) => [column, this.nobody(end, column)])) };
  }

  /** A key that no row has, in the words of the column. */
  private nobody(subject: Subject, column: string): Cell {
    const { family, values } = subject.kind(column).type;
    if (family === "enum") return { sql: `'${values.at(-1) ?? ""}'`, value: values.at(-1) ?? "" };
    return cellOf(subject, column, NOBODY);
  }

  notNull(invariant: Of<"not-null">): Planned {
    const { id, entity, column: name } = invariant;
    const ends = this.alignment.placings.some((one) => one.entity === entity && endsByItself(one.holder));
    if (invariant.metBy.includes("ttl") && ends) return { id, why: "the rows end by themselves" };
    const place = this.place(entity, [name]);
    if (typeof place === "string") return { id, why: place };
    const { subject } = place;
    const attempts = (place.columns.get(name) ?? []).map((column) =>
      this.attempt(subject, SECOND, new Map([[column, NULL]]), {
        what: `${article(spoken(entity))} ${spoken(entity)} without ${spoken(name)}`,
        codes: NOT_NULL,
        columns: [[column]],
      }),
    );
    return this.attack(invariant, subject, attempts, null);
  }

  check(invariant: Of<"check">): Planned {
    const { id, entity } = invariant;
    const condition = parseCondition(invariant.condition);
    const names = namesInCondition(invariant.condition);
    const place = this.place(entity, names);
    if (typeof place === "string") return { id, why: place };
    const { subject, columns } = place;
    const own = names.map((name) => columns.get(name)?.[0] ?? "");
    const broken = this.breaking(condition, names, own, subject);
    if (broken.length === 0) return { id, why: "no row can be thought of that breaks it" };
    const attempts = broken.map((changes) =>
      this.attempt(subject, SECOND, changes, {
        what: `${article(spoken(entity))} ${spoken(entity)} with ${listed([...changes].map(([column, { sql }]) => `${spoken(column)} = ${sql}`))}`,
        codes: CHECK,
        columns: [own],
      }),
    );
    return this.attack(invariant, subject, attempts, null);
  }

  /** Values at the edge of a condition that break it, and nothing else of the table if that can be. */
  private breaking(
    condition: Condition,
    names: readonly string[],
    own: readonly string[],
    subject: Subject,
  ): readonly Changes[] {
    const constants = constantsIn(condition);
    const options = own.map((column): readonly Cell[] => {
      const { family } = subject.kind(column).type;
      const sound = this.fixture.cell(subject, column, SECOND);
      /** Equal to another column of the condition, and on its wrong side. */
      const other = own.flatMap((one) => [FIRST, SECOND].map((row) => this.fixture.cell(subject, one, row)));
      if (family === "boolean")
        return [
          { sql: "true", value: true },
          { sql: "false", value: false },
        ];
      const none = isRequiredHere(subject, column) ? [] : [NULL];
      if (family !== "number") return [...this.words(subject, column, constants), ...none, sound, ...other];
      const near = constants.flatMap((one) => (typeof one === "number" ? [one, one - 1, one + 1] : []));
      return [...near.map((one) => ({ sql: String(one), value: one })), ...none, sound, ...other];
    });
    const others = subject.parts.checks.map(({ check }) => parseCondition(check.expression));
    const rows = combinations(options).map(
      (cells) => new Map(own.map((column, i) => [column, cells[i] ?? NULL] as const)),
    );
    const isBroken = (row: Changes) =>
      evaluate(condition, (path) => {
        const at = names.findIndex((name) => plainName(name) === plainName(path));
        return row.get(own[at] ?? "")?.value ?? null;
      }) === false;
    const keepsOthers = (row: Changes) =>
      others.every(
        (one) =>
          conditionColumns(one).some((path) => own.includes(subject.parts.column(path) ?? "")) ||
          evaluate(one, (path) => (row.get(subject.parts.column(path) ?? "") ?? NULL).value) !== false,
      );
    return rows.filter((row) => isBroken(row) && keepsOthers(row)).slice(0, MOST_BROKEN);
  }

  /** Words that a condition may take or refuse: those that it names, and one that nobody would. */
  private words(subject: Subject, column: string, constants: readonly (number | string)[]): readonly Cell[] {
    const { family, values } = subject.kind(column).type;
    if (family !== "text" && family !== "enum") return [];
    const named = constants.flatMap((one) => (typeof one === "string" ? [one] : []));
    const all = family === "enum" ? [...values, "nonsense"] : [...named, ...(named.length > 0 ? ["nonsense"] : [])];
    return all.map((word) => ({ sql: sqlText(word), value: word }));
  }

  unique(invariant: Of<"unique">): Planned {
    const { id, entity } = invariant;
    const isOneRow = invariant.columns.some((name) => {
      const relation = findRole(this.scenario, entity, name);
      return relation !== null && this.alignment.relations.get(relationId(relation))?.how === "merged";
    });
    if (isOneRow) return { id, why: "both ends are one row, so that there cannot be two" };
    const places = [invariant.columns, ...invariant.alsoMetBy].map((names) => this.place(entity, names));
    const found = places.filter((place) => typeof place !== "string");
    const [first] = found;
    if (!first) return { id, why: String(places[0]) };
    if (isGuarded(this.alignment, invariant)) return { id, why: "the other end’s row has room for one only" };
    const { subject } = first;
    const sets = found.filter((place) => place.subject === subject).map(({ columns }) => [...columns.values()].flat());
    const wanted = sets[0] ?? [];
    const free =
      this.alignment.placings.find(({ holder, entity: of }) => of === entity && holder.table === subject.parts.table)
        ?.free ?? [];
    const known = columnsNamed(subject, free) ?? [];
    const same = new Map(
      [...wanted, ...known].map((column) => [column, this.fixture.cell(subject, column, FIRST)] as const),
    );
    const words = listed(invariant.columns.map(spoken));
    const double = {
      what: `a second ${spoken(entity)} with the same ${words}`,
      codes: UNIQUE,
      columns: withFree(sets, columnsNamed(subject, free) ?? []),
    };
    if (invariant.where === undefined) {
      const attempts = [this.attempt(subject, SECOND, same, double)];
      return this.attack(invariant, subject, attempts, NO_CHANGES);
    }
    const states = this.states(invariant, subject);
    if (typeof states === "string") return { id, why: states };
    const inside = new Map([...same, ...states.inside]);
    const outside = new Map([...same, ...states.outside]);
    const attempts = [
      this.attempt(subject, SECOND, inside, double),
      this.attempt(subject, SECOND, outside, {
        what: `a second ${spoken(entity)} with the same ${words} that no longer counts`,
        codes: [],
        columns: [],
        refused: false,
      }),
    ];
    return this.attack(invariant, subject, attempts, new Map(states.inside));
  }

  /** Values that a row has where the promise counts, and where it does not. */
  private states(invariant: Of<"unique">, subject: Subject): { inside: Changes; outside: Changes } | string {
    const { entity, where = "" } = invariant;
    const names = namesInCondition(where);
    const place = this.place(entity, names);
    if (typeof place === "string") return place;
    if (place.subject !== subject) return "its state is in another table";
    const own = names.map((name) => place.columns.get(name)?.[0] ?? "");
    const written = subject.parts.indexes
      .flatMap(({ index }) => (index.unique && index.where !== null ? [parseCondition(index.where)] : []))
      .filter((one) => conditionColumns(one).some((path) => own.includes(subject.parts.column(path) ?? "")));
    const legal = names.flatMap((name) => findEntity(this.scenario, entity)?.attributes[name]?.values ?? []);
    const asked = parseCondition(where);
    const nameOf = (path: string) =>
      own[names.findIndex((name) => plainName(name) === plainName(path))] ?? subject.parts.column(path) ?? "";
    const constants = [...written, asked].flatMap(constantsIn);
    const options = own.map((column): readonly Cell[] => {
      const { family, values } = subject.kind(column).type;
      if (family === "boolean")
        return [
          { sql: "true", value: true },
          { sql: "false", value: false },
        ];
      const words = [...constants, ...legal, ...values, ...(family === "enum" ? [] : ["ended"])].filter(
        (word) => family !== "enum" || values.includes(String(word)),
      );
      const cells = words.map((word) => ({ sql: typeof word === "number" ? String(word) : `'${word}'`, value: word }));
      return [...cells, NULL, this.fixture.cell(subject, column, FIRST)];
    });
    const rows = combinations(options).map(
      (cells) => new Map(own.map((column, i) => [column, cells[i] ?? NULL] as const)),
    );
    const judged = written.length > 0 ? written : [asked];
    const counts = (row: Changes) =>
      judged.some((one) => evaluate(one, (path) => (row.get(nameOf(path)) ?? NULL).value) === true);
    const inside = rows.find(counts);
    const outside = rows.find((row) => !counts(row) && this.isSound(subject, row));
    return inside && outside
      ? { inside, outside }
      : "no row can be thought of where it counts, and one where it does not";
  }

  private isSound(subject: Subject, row: Changes): boolean {
    return subject.parts.checks.every(
      ({ check }) =>
        evaluate(parseCondition(check.expression), (path) => {
          const column = subject.parts.column(path) ?? "";
          return (row.get(column) ?? this.fixture.cell(subject, column, SECOND)).value;
        }) !== false,
    );
  }

  /** Two rows that the brief lets share these columns: the second one must get in. */
  again({ table, columns: paths, what }: ForbiddenDouble, id: string): Planned {
    const subject = subjectOf(this.subjects, table);
    const columns = subject ? columnsNamed(subject, paths) : null;
    if (!subject || !columns) return { id, why: "it is not in a table of PostgreSQL’s" };
    const same = new Map(columns.map((column) => [column, this.fixture.cell(subject, column, FIRST)] as const));
    const attempt = this.attempt(subject, SECOND, same, {
      what: `a second ${what} with the same ${listed(columns)}`,
      codes: [],
      columns: [],
      refused: false,
    });
    const setup = [
      ...this.fixture.before(subject),
      this.fixture.insert(subject, [{ row: FIRST, changes: NO_CHANGES }]),
    ];
    return { invariant: id, setup, attempts: [attempt] };
  }

  plan(invariant: Invariant): Planned {
    switch (invariant.kind) {
      case "reference":
        return this.reference(invariant);
      case "not-null":
        return this.notNull(invariant);
      case "check":
        return this.check(invariant);
      case "unique":
        return this.unique(invariant);
    }
  }
}

/** At most so many broken rows of one check. */
const MOST_BROKEN = 3;
const MOST_COMBINATIONS = 2_000;

function combinations(options: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return options.reduce<readonly (readonly Cell[])[]>(
    (made, cells) => made.flatMap((one) => cells.map((cell) => [...one, cell])).slice(0, MOST_COMBINATIONS),
    [[]],
  );
}

/** A bucket or a kind that is known anyway may stand in the key as well. */
function withFree(sets: readonly (readonly string[])[], free: readonly string[]): readonly (readonly string[])[] {
  return [...sets, ...sets.map((columns) => [...columns, ...free])];
}
