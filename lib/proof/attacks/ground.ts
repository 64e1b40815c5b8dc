import { type Alignment, columnsFor } from "@/lib/align";
import type { Table } from "@/lib/design";
import { sqlName, sqlText } from "@/lib/notation";
import type { Invariant } from "@/lib/scenario";
import { type Cell, cellOf } from "../cells";
import type { Changes, Fixture } from "../fixture";
import { lacking } from "../lacking";
import type { Attack, Attempt } from "../plan";
import { columnsNamed, type Subject, subjectOf } from "../subject";

/** The numbers of two sound rows. */
export const [FIRST, SECOND] = [1, 2];
export const NO_CHANGES: Changes = new Map();

/** A number that no row has. */
const NOBODY = 9_000;

/** An attack, or why none can be made. */
export type Planned = Attack | { readonly id: string; readonly why: string };

export type Of<K extends Invariant["kind"]> = Extract<Invariant, { kind: K }>;

/** Where an invariant can be attacked: a table of PostgreSQL's, and the columns that stand for the scenario's names. */
export interface Place {
  readonly subject: Subject;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** What every attack stands on: where things are in the design, and sound rows to begin with. */
export class Ground {
  constructor(
    readonly alignment: Alignment,
    readonly subjects: readonly Subject[],
    readonly fixture: Fixture,
  ) {}

  /** The columns for some names of an entity, all in one table. */
  place(entity: string, names: readonly string[]): Place | string {
    const columns = new Map<string, readonly string[]>();
    let table: Table | null = null;
    for (const name of names) {
      const found = columnsFor(this.alignment, entity, name);
      if (!found || found.columns.length === 0) return lacking(this.alignment, entity, [name]);
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

  /** A row with changes, and what should come of it. */
  attempt(
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

  /** Sound rows first, one of the table itself where `first` says how it differs; then the attempts. */
  attack(invariant: Invariant, subject: Subject, attempts: readonly Attempt[], first: Changes | null): Attack {
    const before = this.fixture.before(subject);
    const setup = first ? [...before, this.fixture.insert(subject, [{ row: FIRST, changes: first }])] : before;
    return { invariant: invariant.id, setup, attempts, gap: null };
  }

  /** A key that no row has, in the words of the column. */
  nobody(subject: Subject, column: string): Cell {
    const { family, values } = subject.kind(column).type;
    if (family === "enum") return { sql: sqlText(values.at(-1) ?? ""), value: values.at(-1) ?? "" };
    return cellOf(subject, column, NOBODY);
  }
}
