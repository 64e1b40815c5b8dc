"use client";

import { type Design, primaryKeyOf, type Table } from "@/lib/design";
import { addAttribute, removeTable, renameTable } from "@/lib/notation";
import { AttributeRow } from "./attribute-row";
import { CommitInput } from "./commit-input";
import { CompositeRows } from "./composite-rows";
import { pathsOf } from "./composites";
import { IconButton } from "./controls";
import type { Editing } from "./edits";
import { asListed, attributeFacts } from "./facts";
import { IndexRow } from "./index-row";
import { NewName } from "./new-name";
import { TableFoot } from "./table-foot";

interface TablePartProps {
  readonly design: Design;
  readonly table: Table;
  readonly at: number;
  readonly targets: readonly string[];
  readonly typesId: string;
  readonly editing: Editing;
}

/** One table: its name, its attributes and its indexes. */
export function TablePart({ design, table, at, targets, typesId, editing }: TablePartProps) {
  const name = table.name.text;
  const columns = table.attributes.map((one) => one.name.text);
  const paths = pathsOf(table.attributes);
  // Names change under the fingers; the place of a row stays, and keeps the focus.
  const rows = table.attributes.map((one, i) => ({ id: `attribute-${i}`, facts: attributeFacts(table, one, i) }));
  const indexes = table.indexes.map((index, place) => ({ id: `index-${place}`, index, place }));
  return (
    <section aria-label={`Table ${name}`} className="@container rounded-md border border-line bg-surface">
      <div className="flex items-start gap-2 border-b border-line bg-sunk px-3 py-2">
        <div className="min-w-0 grow">
          <CommitInput
            aria-label={`name of table ${name}`}
            data-focus={`t${at}`}
            value={name}
            onCommit={(typed) => editing.change((text) => renameTable(text, at, typed))}
            className="max-w-72 font-medium"
          />
        </div>
        <IconButton
          icon="cross"
          label={`Remove table ${name}`}
          onPress={() => editing.remove(name, (text) => removeTable(text, at), at > 0 ? `t${at - 1}` : "new-table")}
        />
      </div>
      <ul aria-label={`Attributes of ${name}`} className="divide-y divide-line empty:hidden">
        {rows.map(({ id, facts }) => (
          <AttributeRow
            key={id}
            table={at}
            tableName={name}
            facts={{ ...facts, target: facts.target && asListed(design, facts.target, targets) }}
            count={columns.length}
            primary={primaryKeyOf(table)?.columns ?? []}
            targets={targets}
            typesId={typesId}
            editing={editing}
          />
        ))}
      </ul>
      <div className="border-t border-line px-3 py-2">
        <NewName
          label={`new attribute of ${name}`}
          button="Add attribute"
          focusKey={`t${at}-new`}
          onAdd={(typed) => editing.change((text) => addAttribute(text, at, { name: typed }), `t${at}-new`)}
        />
      </div>
      <CompositeRows {...{ design, table, at, editing }} />
      {table.indexes.length > 0 && (
        <ul aria-label={`Indexes of ${name}`} className="divide-y divide-line border-t border-line">
          {indexes.map(({ id, index, place }) => (
            <IndexRow key={id} {...{ table: at, tableName: name, at: place, index, columns: paths, editing }} />
          ))}
        </ul>
      )}
      <TableFoot {...{ design, table, at, editing }} />
    </section>
  );
}
