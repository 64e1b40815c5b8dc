"use client";

import { ColumnList } from "./column-list";
import { IconButton, RowWord } from "./controls";

interface KeyRowProps {
  readonly word: string;
  readonly subject: string;
  readonly focusKey: string;
  readonly columns: readonly string[];
  readonly options: readonly string[];
  readonly onColumns: (columns: readonly string[], focus: string) => void;
  readonly onRemove: () => void;
}

/** A key of several columns in their order. */
export function KeyRow({ word, subject, focusKey, columns, options, onColumns, onRemove }: KeyRowProps) {
  return (
    <li className="flex flex-wrap items-start gap-1.5 px-3 py-2">
      <RowWord>{word}</RowWord>
      <ColumnList
        {...{ subject, focusKey, options }}
        columns={columns.map((path) => ({ path, direction: "asc" }))}
        onChange={(next, focus) =>
          onColumns(
            next.map(({ path }) => path),
            focus,
          )
        }
      />
      <span className="ml-auto">
        <IconButton icon="cross" label={`Remove ${subject}`} onPress={onRemove} />
      </span>
    </li>
  );
}
