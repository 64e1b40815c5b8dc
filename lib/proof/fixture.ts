import type { Design } from "@/lib/design";
import { sqlName } from "@/lib/notation";
import { type Cell, cellOf, chooseCells, isRequiredHere, NULL } from "./cells";
import { type Subject, subjectOf } from "./subject";

/** Sound rows are numbered from 1; each table has one more than those that refer to it, so that its last is referred to by none. */
const PARENT_ROWS = 9;
const LONGEST_CHAIN = 12;

/** What stands in a row in place of its sound values. */
export type Changes = ReadonlyMap<string, Cell>;

/** A row that lies in a table under a key that should be another table's. */
export interface Stranger {
  readonly subject: Subject;
  readonly key: Changes;
}

/** Makes sound rows of any table: row 3 points at row 3 of whatever it refers to. */
export class Fixture {
  private readonly chosen = new Map<Subject, ReadonlyMap<string, (row: number) => Cell>>();

  constructor(
    private readonly subjects: readonly Subject[],
    readonly design: Design,
  ) {}

  private choices(subject: Subject): ReadonlyMap<string, (row: number) => Cell> {
    const known = this.chosen.get(subject);
    if (known) return known;
    this.chosen.set(subject, new Map());
    const links = new Map(
      subject.parts.columns.flatMap(({ name }) => {
        const end = this.endOf(subject, name);
        return end ? [[name, (row: number) => this.cell(end.subject, end.column, row)] as const] : [];
      }),
    );
    const made = chooseCells(subject, links);
    this.chosen.set(subject, made);
    return made;
  }

  /** The column that an enforced reference makes this one equal to. */
  private endOf(subject: Subject, column: string): { subject: Subject; column: string } | null {
    for (const { columns, target, targetColumns } of subject.parts.references) {
      const named = targetColumns[columns.indexOf(column)];
      const end = subjectOf(this.subjects, target);
      if (end && named !== undefined && !(end === subject && named === column)) return { subject: end, column: named };
    }
    return null;
  }

  /** The sound value of a column in a row. */
  cell(subject: Subject, column: string, row: number, depth = 0): Cell {
    const choice = this.choices(subject).get(column);
    if (choice) return choice(row);
    const end = depth < LONGEST_CHAIN ? this.endOf(subject, column) : null;
    return end ? this.cell(end.subject, end.column, row, depth + 1) : cellOf(subject, column, row);
  }

  private cells(subject: Subject, row: number, changes: Changes): readonly string[] {
    return subject.parts.columns.map(({ name }) => (changes.get(name) ?? this.cell(subject, name, row)).sql);
  }

  /** One statement that puts rows in; each with changes of its own. */
  insert(subject: Subject, rows: readonly { readonly row: number; readonly changes: Changes }[]): string {
    const names = subject.parts.columns.map(({ name }) => sqlName(name)).join(", ");
    const values = rows.map(({ row, changes }) => `(${this.cells(subject, row, changes).join(", ")})`);
    return `INSERT INTO ${subject.parts.name} (${names}) VALUES ${values.join(", ")}`;
  }

  /** What a table refers to, each before what refers to it; links that may be empty are left out beyond the first step. */
  private ancestors(subject: Subject, found: Subject[], path: readonly Subject[]): void {
    for (const { target, columns } of subject.parts.references) {
      const end = subjectOf(this.subjects, target);
      const optional = path.length > 0 && columns.some((column) => !isRequiredHere(subject, column));
      if (!end || optional || found.includes(end) || end === subject || path.includes(end)) continue;
      this.ancestors(end, found, [...path, subject]);
      if (!found.includes(end)) found.push(end);
    }
  }

  /** Links that may be empty, left empty. */
  private loose(subject: Subject): Changes {
    const columns = subject.parts.references.flatMap((one) => one.columns);
    return new Map(
      columns.filter((column) => !isRequiredHere(subject, column)).map((column) => [column, NULL] as const),
    );
  }

  /** Statements that must run before a row of the table can be put in. */
  before(subject: Subject, stranger: Stranger | null = null): readonly string[] {
    const found: Subject[] = [];
    this.ancestors(subject, found, []);
    const parents = found.filter((one) => one !== subject);
    return parents.map((one, at) => {
      const last = PARENT_ROWS + parents.length - at;
      const changes = this.loose(one);
      const rows = Array.from({ length: last }, (_, i) => ({
        row: i + 1,
        changes: stranger?.subject === one && i + 1 === last ? new Map([...changes, ...stranger.key]) : changes,
      }));
      return this.insert(one, rows);
    });
  }
}
