"use client";

import { Button } from "@/components/ui/button";
import type { Design, Table } from "@/lib/design";
import { addIndex, addReference, addUnique } from "@/lib/notation";
import { firstReference } from "./composites";
import type { Editing } from "./edits";
import { linesOf } from "./facts";

interface TableFootProps {
  readonly design: Design;
  readonly table: Table;
  readonly at: number;
  readonly editing: Editing;
}

/** What can be added to a table beside attributes, and what is only changed as text. */
export function TableFoot({ design, table, at, editing }: TableFootProps) {
  const columns = table.attributes.map((one) => one.name.text);
  const [first, second] = columns;
  const reference = firstReference(design, table);
  const index = {
    columns: [{ path: first ?? "", direction: "asc" as const }],
    unique: false,
    where: null,
    include: [],
  };
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line px-3 py-2 text-small">
      <Button
        size="small"
        data-focus={`t${at}-index`}
        disabled={first === undefined}
        onClick={() => editing.change((text) => addIndex(text, at, index), `t${at}-i${table.indexes.length}-c0`)}
      >
        Add index
      </Button>
      {second !== undefined && (
        <Button
          size="small"
          data-focus={`t${at}-unique`}
          aria-label={`Add unique columns to ${table.name.text}`}
          onClick={() =>
            editing.change((text) => addUnique(text, at, columns.slice(0, 2)), `t${at}-u${table.keys.length}-c0`)
          }
        >
          Add unique columns
        </Button>
      )}
      {reference && (
        <Button
          size="small"
          data-focus={`t${at}-reference`}
          aria-label={`Add reference of columns to ${table.name.text}`}
          onClick={() =>
            editing.change((text) => addReference(text, at, reference), `t${at}-r${table.references.length}`)
          }
        >
          Add reference of columns
        </Button>
      )}
      {linesOf(table).map((line) => (
        <button
          key={`${line.start} ${line.words}`}
          type="button"
          onClick={() => editing.write(line.start)}
          aria-label={`Edit ${line.words} as text`}
          className="min-h-11 rounded-sm font-mono text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink md:min-h-8"
        >
          {line.words}
        </button>
      ))}
    </div>
  );
}
