"use client";

import { type Design, primaryKeyOf, type Table } from "@/lib/design";
import { removeUnique, setPrimaryKey, updateUnique } from "@/lib/notation";
import type { Editing } from "./edits";
import { KeyRow } from "./key-row";
import { ReferenceRow } from "./reference-row";

interface CompositeRowsProps {
  readonly design: Design;
  readonly table: Table;
  readonly at: number;
  readonly editing: Editing;
}

/** Keys and references of several columns; those of one column stand beside it. */
export function CompositeRows({ design, table, at, editing }: CompositeRowsProps) {
  const name = table.name.text;
  const options = table.attributes.map((one) => one.name.text);
  const primary = primaryKeyOf(table)?.columns ?? [];
  const uniques = table.keys
    .map((key, place) => ({ key, place, id: `unique-${place}` }))
    .filter(({ key }) => !key.primary && key.columns.length > 1);
  const references = table.references
    .map((reference, place) => ({ reference, place, id: `reference-${place}` }))
    .filter(({ reference }) => reference.columns.length > 1);
  if (primary.length < 2 && uniques.length === 0 && references.length === 0) return null;
  return (
    <ul aria-label={`Keys of ${name}`} className="divide-y divide-line border-t border-line">
      {primary.length > 1 && (
        <KeyRow
          word="PK"
          subject={`primary key of ${name}`}
          focusKey={`t${at}-pk`}
          columns={primary}
          options={options}
          onColumns={(columns, focus) => editing.change((text) => setPrimaryKey(text, at, columns), focus)}
          onRemove={() => editing.remove("the primary key", (text) => setPrimaryKey(text, at, []), `t${at}-new`)}
        />
      )}
      {uniques.map(({ key, place, id }, i) => (
        <KeyRow
          key={id}
          word="unique"
          subject={`unique ${i + 1} of ${name}`}
          focusKey={`t${at}-u${place}`}
          columns={key.columns}
          options={options}
          onColumns={(columns, focus) => editing.change((text) => updateUnique(text, at, place, columns), focus)}
          onRemove={() => editing.remove("the unique key", (text) => removeUnique(text, at, place), `t${at}-unique`)}
        />
      ))}
      {references.map(({ reference, place, id }, i) => (
        <ReferenceRow
          key={id}
          {...{ design, table: at, tableName: name, at: place, number: i + 1, reference, columns: options, editing }}
        />
      ))}
    </ul>
  );
}
