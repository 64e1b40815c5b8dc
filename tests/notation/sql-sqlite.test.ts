import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { Table } from "@/lib/design";
import { countsOf, expectedOf, read, type Schema, schemasIn } from "./sql-oracle";

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
  readonly hidden: number;
}

interface Told {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly uniques: readonly string[];
  readonly references: readonly string[];
  readonly indexes: readonly string[];
}

const squeeze = (text: string) => text.replace(/\s+/g, "").toLowerCase();

/** Each table as SQLite's own PRAGMAs tell it. */
function toldBySqlite({ text }: Schema): Map<string, Told> {
  const db = new Database(":memory:");
  db.exec(text);
  const all = <T>(sql: string, ...args: string[]) => db.prepare<string[], T>(sql).all(...args);
  // What a virtual table keeps its own rows in is not in the text.
  const names = all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND schema IN ('main', 'temp') AND name NOT LIKE 'sqlite%'",
  );
  const told = new Map<string, Told>();
  for (const { name } of names) {
    const columns = all<Column>("SELECT * FROM pragma_table_xinfo(?)", name).filter(({ hidden }) => hidden !== 1);
    const lists = all<{ name: string; unique: number; origin: string; partial: number }>(
      "SELECT * FROM pragma_index_list(?)",
      name,
    );
    const columnsOf = (index: string) =>
      all<{ name: string | null; desc: number; key: number }>("SELECT * FROM pragma_index_xinfo(?)", index)
        .filter(({ key }) => key === 1)
        .map((column) => `${column.name ?? "(expression)"}${column.desc ? " desc" : ""}`.toLowerCase())
        .join(",");
    const links = all<{ id: number; seq: number; table: string; from: string; to: string | null; on_delete: string }>(
      "SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq",
      name,
    );
    told.set(name.toLowerCase(), {
      columns: columns.map((column) =>
        squeeze(
          `${column.name}|${column.type}|${column.notnull ? "not null" : ""}|${column.dflt_value?.replace(/^\((.*)\)$/s, "$1") ?? ""}`,
        ),
      ),
      key: columns
        .filter(({ pk }) => pk > 0)
        .toSorted((a, b) => a.pk - b.pk)
        .map((column) => column.name.toLowerCase()),
      uniques: lists
        .filter(({ origin }) => origin === "u")
        .map((index) => columnsOf(index.name))
        .toSorted(),
      references: [...new Set(links.map(({ id }) => id))]
        .map((id) => {
          const parts = links.filter((link) => link.id === id);
          const [first] = parts;
          const to = parts.map((link) => link.to ?? "").join(",");
          return squeeze(`${parts.map((link) => link.from).join(",")}->${first?.table}(${to})${first?.on_delete}`);
        })
        .toSorted(),
      indexes: lists
        .filter(({ origin }) => origin === "c")
        .map((index) =>
          `${index.name}:${index.unique ? "unique " : ""}${columnsOf(index.name)}${index.partial ? " where" : ""}`.toLowerCase(),
        )
        .toSorted(),
    });
  }
  db.close();
  return told;
}

function toldByUs(table: Table): Told {
  const known = new Set(table.attributes.map(({ name }) => name.text.toLowerCase()));
  const primary = table.keys.find((key) => key.primary);
  return {
    columns: table.attributes.map(({ name, type, notNull, default: preset }) =>
      squeeze(`${name.text}|${type ?? ""}|${notNull ? "not null" : ""}|${preset?.replace(/^\((.*)\)$/s, "$1") ?? ""}`),
    ),
    key: (primary?.columns ?? []).map((column) => column.toLowerCase()),
    // UNIQUE on what is the primary key already makes nothing in SQLite.
    uniques: table.keys
      .filter((key) => !key.primary && key.columns.join() !== primary?.columns.join())
      .map((key) => key.columns.join(",").toLowerCase())
      .toSorted(),
    references: table.references
      .map(({ columns, target, onDelete }) =>
        squeeze(`${columns.join(",")}->${target.table}(${target.columns.join(",")})${onDelete ?? "no action"}`),
      )
      .toSorted(),
    indexes: table.indexes
      .map(({ name, unique, columns, where }) => {
        const items = columns.map(
          ({ path, direction }) =>
            `${known.has(path.toLowerCase()) ? path : "(expression)"}${direction === "desc" ? " desc" : ""}`,
        );
        return `${name}:${unique ? "unique " : ""}${items.join(",")}${where === null ? "" : " where"}`.toLowerCase();
      })
      .toSorted(),
  };
}

/** SQLite says a table's not null for a primary key only where it was written, and a table without rowid makes it so. */
const withoutNotNullOfKeys = (told: Told): Told => ({
  ...told,
  columns: told.columns.map((column) =>
    told.key.includes(column.split("|")[0] ?? "") ? column.replace("|notnull|", "||") : column,
  ),
});

describe.each(schemasIn("sqlite"))("$file", (schema) => {
  const { value, diagnostics } = read(schema.text);

  test("is told by SQLite as by us", () => {
    const theirs = toldBySqlite(schema);
    expect(value.design.dialect).toBe("sqlite");
    expect(value.design.tables.map(({ name }) => name.text.toLowerCase()).toSorted()).toEqual(
      [...theirs.keys()].toSorted(),
    );
    for (const table of value.design.tables) {
      const told = theirs.get(table.name.text.toLowerCase());
      expect(told && withoutNotNullOfKeys(toldByUs(table)), table.name.text).toEqual(
        told && withoutNotNullOfKeys(told),
      );
    }
  });

  test("has what its header counts", () => expect(countsOf(value.design)).toEqual(expectedOf(schema)));

  test("is read without a complaint", () => {
    expect(diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([]);
  });
});
