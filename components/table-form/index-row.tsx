"use client";

import type { Index } from "@/lib/design";
import { type IndexWords, removeIndex, updateIndex } from "@/lib/notation";
import { CELL, CommitInput } from "./commit-input";
import { IconButton, Toggle } from "./controls";
import type { Editing } from "./edits";

interface IndexRowProps {
  readonly table: number;
  readonly tableName: string;
  readonly at: number;
  readonly index: Index;
  readonly columns: readonly string[];
  readonly editing: Editing;
}

/** One index: its columns in order, each with its direction, and which rows it holds. */
export function IndexRow({ table, tableName, at, index, columns, editing }: IndexRowProps) {
  const subject = `index ${at + 1} of ${tableName}`;
  const { unique, where, include } = index;
  const words: IndexWords = { columns: index.columns, unique, where, include };
  const set = (change: Partial<IndexWords>, focus?: string) =>
    editing.change((text) => updateIndex(text, table, at, { ...words, ...change }), focus);
  const setColumn = (place: number, column: Partial<Index["columns"][number]>) =>
    set({ columns: index.columns.map((one, i) => (i === place ? { ...one, ...column } : one)) });
  // What stands in a place changes under the fingers; the place stays, and keeps the focus.
  const slots = index.columns.map((column, place) => ({ id: `column-${place}`, column, place }));
  const unused = columns.filter((name) => !index.columns.some((one) => one.path === name));
  return (
    <li className="space-y-1.5 px-3 py-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <span aria-hidden="true" className="mr-1 w-9 text-small text-ink-soft">
          index
        </span>
        {slots.map(({ id, column, place }) => (
          <span key={id} className="flex min-w-0 items-center">
            <select
              aria-label={`column ${place + 1}, ${subject}`}
              data-focus={`t${table}-i${at}-c${place}`}
              value={column.path}
              onChange={(event) => setColumn(place, { path: event.target.value })}
              className={`${CELL} max-w-48`}
            >
              {[column.path, ...unused].map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
            <button
              type="button"
              aria-label={`${column.path} descending, ${subject}`}
              aria-pressed={column.direction === "desc"}
              onClick={() => setColumn(place, { direction: column.direction === "desc" ? "asc" : "desc" })}
              className="min-h-11 min-w-11 rounded-md px-1.5 font-mono text-small text-ink-soft hover:bg-hover hover:text-ink md:min-h-8"
            >
              {column.direction}
            </button>
            {index.columns.length > 1 && (
              <IconButton
                icon="cross"
                label={`Take ${column.path} out, ${subject}`}
                onPress={() => set({ columns: index.columns.filter((_, i) => i !== place) }, `t${table}-i${at}-c0`)}
              />
            )}
          </span>
        ))}
        {unused.length > 0 && (
          <select
            aria-label={`Add a column, ${subject}`}
            value=""
            onChange={(event) =>
              set(
                { columns: [...index.columns, { path: event.target.value, direction: "asc" }] },
                `t${table}-i${at}-c${index.columns.length}`,
              )
            }
            className={`${CELL} max-w-32 font-sans text-ink-soft`}
          >
            <option value="">+ column</option>
            {unused.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
        <span className="ml-auto flex items-center gap-1.5">
          <Toggle words="unique" label={`unique, ${subject}`} on={unique} onToggle={() => set({ unique: !unique })} />
          <IconButton
            icon="cross"
            label={`Remove ${subject}`}
            onPress={() => editing.remove("the index", (text) => removeIndex(text, table, at), `t${table}-index`)}
          />
        </span>
      </div>
      <div className="flex items-center gap-2 text-small text-ink-soft">
        <span aria-hidden="true" className="mr-0.5 w-9">
          where
        </span>
        <div className="min-w-0 grow">
          <CommitInput
            aria-label={`where, ${subject}`}
            placeholder="all rows"
            value={where ?? ""}
            onCommit={(typed) => set({ where: typed || null })}
          />
        </div>
      </div>
    </li>
  );
}
