"use client";

import { useId, useState } from "react";
import type { Index } from "@/lib/design";
import { type IndexWords, removeIndex, updateIndex } from "@/lib/notation";
import { ColumnList } from "./column-list";
import { CommitInput } from "./commit-input";
import { Disclose, IconButton, RowWord, Toggle } from "./controls";
import type { Editing } from "./edits";

interface IndexRowProps {
  readonly table: number;
  readonly tableName: string;
  readonly at: number;
  readonly index: Index;
  readonly columns: readonly string[];
  readonly editing: Editing;
}

/** One index: its columns in order, each with its direction; below them which rows it holds and what it carries along. */
export function IndexRow({ table, tableName, at, index, columns, editing }: IndexRowProps) {
  const id = useId();
  const subject = `index ${at + 1} of ${tableName}`;
  const focusKey = `t${table}-i${at}`;
  const { unique, where, include, partition } = index;
  const [open, setOpen] = useState(where !== null || include.length > 0);
  const secondary = partition.length > 0;
  const set = (change: Partial<IndexWords>, focus?: string) =>
    editing.change(
      (text) => updateIndex(text, table, at, { columns: index.columns, unique, where, include, ...change }),
      focus,
    );
  return (
    <li className="space-y-1.5 px-3 py-2">
      <div className="flex flex-wrap items-start gap-1.5">
        <RowWord>{secondary ? "gsi" : "index"}</RowWord>
        <ColumnList
          {...{ subject, focusKey, columns: index.columns, options: columns, fixed: partition.length }}
          ordered
          onChange={(next, focus) => set({ columns: next }, focus)}
        />
        <span className="ml-auto flex items-center gap-1.5">
          {!secondary && (
            <Toggle words="unique" label={`unique, ${subject}`} on={unique} onToggle={() => set({ unique: !unique })} />
          )}
          <Disclose
            label={`where and include, ${subject}`}
            controls={id}
            open={open}
            onOpen={setOpen}
            words={where !== null || include.length > 0 ? "where, include" : "more"}
          />
          <IconButton
            icon="cross"
            label={`Remove ${subject}`}
            onPress={() => editing.remove("the index", (text) => removeIndex(text, table, at), `t${table}-index`)}
          />
        </span>
      </div>
      {open && (
        <div id={id} className="space-y-1.5">
          {!secondary && (
            <div className="flex items-center gap-1.5">
              <RowWord>where</RowWord>
              <div className="min-w-0 grow">
                <CommitInput
                  aria-label={`where, ${subject}`}
                  placeholder="all rows"
                  value={where ?? ""}
                  onCommit={(typed) => set({ where: typed || null })}
                />
              </div>
            </div>
          )}
          <div className="flex flex-wrap items-start gap-1.5">
            <RowWord>include</RowWord>
            <ColumnList
              subject={`include of ${subject}`}
              focusKey={`${focusKey}-in`}
              columns={include.map((path) => ({ path, direction: "asc" }))}
              options={columns.filter((name) => !index.columns.some((one) => one.path === name))}
              least={0}
              onChange={(next, focus) =>
                set({ include: next.map(({ path }) => path) }, next.length > 0 ? focus : `${focusKey}-in-add`)
              }
            />
          </div>
        </div>
      )}
    </li>
  );
}
