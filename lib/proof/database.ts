/** A row as the driver gives it, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** A real PostgreSQL, wherever it runs. Both reject with what PostgreSQL answered: ask `refusalOf`. */
export interface Database {
  /** Runs one or more statements. */
  readonly exec: (sql: string) => Promise<void>;
  /** Runs one statement and gives its rows. */
  readonly query: (sql: string) => Promise<readonly Row[]>;
}

/** What PostgreSQL answered when it refused. */
export interface Refusal {
  /** SQLSTATE, five characters. */
  readonly code: string;
  readonly message: string;
  /** The constraint or unique index that refused; null where it was none. */
  readonly constraint: string | null;
  /** The column that a not-null speaks of; null elsewhere. */
  readonly column: string | null;
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** PostgreSQL's own refusal in what was thrown; null where something else failed. */
export function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  const { code } = error;
  if (typeof code !== "string" || !/^[0-9A-Z]{5}$/.test(code)) return null;
  const said = error as { message?: unknown; constraint?: unknown; column?: unknown };
  return {
    code,
    message: text(said.message) ?? "",
    constraint: text(said.constraint),
    column: text(said.column),
  };
}
