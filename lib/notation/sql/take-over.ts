import type { AttributeDraft, SqlTable, TakenOver } from "./draft";

const lower = (text: string) => text.toLowerCase();

/** A copied column: what a primary key demands of it stays where the key does not come along. */
function copyOf(column: AttributeDraft, keyed: ReadonlySet<string>, defaults: boolean): AttributeDraft {
  const { notNull, default: preset, name } = column;
  return { ...column, notNull: notNull || keyed.has(lower(name.text)), default: defaults ? preset : null };
}

/** Puts the columns of another table among a table's own, and as much of what is said of them as is taken over. */
export function takeOver({ draft }: SqlTable, other: SqlTable, at: number, taken: TakenOver): void {
  const own = new Set(draft.attributes.map(({ name }) => lower(name.text)));
  const columns = other.draft.attributes.filter(({ name }) => !own.has(lower(name.text)));
  const primary = taken.keys ? undefined : other.draft.keys.find((key) => key.primary);
  const keyed = new Set((primary?.columns ?? []).map(lower));
  const copies = columns.map((column) => copyOf(column as AttributeDraft, keyed, taken.defaults));
  draft.attributes.splice(at, 0, ...copies);
  if (taken.checks) draft.checks.push(...other.draft.checks);
  if (!taken.keys) return;
  draft.keys.push(...other.draft.keys);
  draft.indexes.push(...other.draft.indexes);
}
