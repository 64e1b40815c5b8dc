import type { Attribute, Check, Design, Index, Reference, Table } from "@/lib/design";
import { sqlCondition } from "./conditions";
import { sqlDefault } from "./defaults";
import { sqlName, sqlTable } from "./names";
import { aim, indexWords, referenceWords } from "./relations";
import { type PrintedTable, scopesOf } from "./scope";
import { enumLines, keysOf, typeText } from "./table";
import type { SqlType } from "./types";

export interface SqlColumn {
  readonly attribute: Attribute;
  /** As the design spells it; ask `sqlName` for what a statement needs. */
  readonly name: string;
  readonly type: SqlType;
  /** As `CREATE TABLE` writes it. */
  readonly typeText: string;
  /** As PostgreSQL takes it, or null. */
  readonly default: string | null;
}

export interface SqlReference {
  readonly reference: Reference;
  readonly columns: readonly string[];
  readonly target: Table;
  readonly targetColumns: readonly string[];
  /** `FOREIGN KEY … REFERENCES …`, as `ALTER TABLE … ADD` takes it. */
  readonly words: string;
}

/** What PostgreSQL could not keep, and why. */
export interface SqlGap {
  readonly of: Reference | Index | Check;
  readonly why: string;
}

/** One table of the main store, as PostgreSQL keeps it: each thing by itself, so that one may be left out or run alone. */
export interface SqlTable {
  readonly table: Table;
  /** Quoted where it has to be. */
  readonly name: string;
  readonly columns: readonly SqlColumn[];
  /** `CREATE TYPE` statements that come before the table. */
  readonly types: readonly string[];
  readonly primary: readonly string[] | null;
  /** Unique constraints beyond the primary key. */
  readonly uniques: readonly (readonly string[])[];
  readonly checks: readonly { readonly check: Check; readonly words: string }[];
  readonly references: readonly SqlReference[];
  /** `statement(name)` is the whole `CREATE INDEX`. */
  readonly indexes: readonly { readonly index: Index; readonly statement: (name: string) => string }[];
  readonly gaps: readonly SqlGap[];
  /** The column that a name in the design means; null where it is none. */
  readonly column: (path: string) => string | null;
}

function indexesOf(printed: PrintedTable) {
  const kept = printed.table.indexes.flatMap((index) =>
    indexWords(index, printed, null) === null
      ? []
      : [{ index, statement: (name: string) => indexWords(index, printed, name) ?? "" }],
  );
  const lost = printed.table.indexes.filter((index) => !kept.some((one) => one.index === index));
  return { kept, lost };
}

function partsOf(design: Design, all: readonly PrintedTable[], printed: PrintedTable): SqlTable {
  const { table } = printed;
  const keys = keysOf(printed);
  const checks = table.checks.map((check) => ({
    check,
    words: sqlCondition(check.expression, printed.columns, false),
  }));
  const aimed = table.references.map((reference) => ({ reference, aim: aim(reference, printed, design, all) }));
  const { kept, lost } = indexesOf(printed);
  return {
    table,
    name: sqlTable(table.name.text),
    columns: printed.attributes.map((attribute) => {
      const type = printed.type(attribute);
      const value = attribute.default === null ? null : sqlDefault(attribute.default, type);
      return { attribute, name: attribute.name.text, type, typeText: typeText(type), default: value };
    }),
    types: enumLines(printed),
    primary: keys.primary,
    uniques: [...[...keys.single].map((name) => [name]), ...keys.several],
    checks: checks.flatMap(({ check, words }) => (words === null ? [] : [{ check, words }])),
    references: aimed.flatMap(({ reference, aim: end }) =>
      typeof end === "string"
        ? []
        : [
            {
              reference,
              columns: end.own,
              target: end.target.table,
              targetColumns: end.columns,
              words: referenceWords(reference, end),
            },
          ],
    ),
    indexes: kept,
    gaps: [
      ...aimed.flatMap(({ reference, aim: end }) =>
        typeof end === "string" && reference.enforced ? [{ of: reference, why: end }] : [],
      ),
      ...checks.flatMap(({ check, words }) =>
        words === null ? [{ of: check, why: "PostgreSQL cannot hold this check" }] : [],
      ),
      ...lost.map((index) => ({ of: index, why: "PostgreSQL cannot keep this index" })),
    ],
    column: printed.column,
  };
}

/** The main store's tables as a real PostgreSQL keeps them. */
export function sqlParts(design: Design): readonly SqlTable[] {
  const all = scopesOf(design);
  return all.map((printed) => partsOf(design, all, printed));
}

export { sqlName };
