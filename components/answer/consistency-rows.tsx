"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { CONSISTENCIES, type Consistency } from "@/lib/design";
import type { ConsistencyRow } from "./decisions-text";
import { HeldInput } from "./held-input";
import { CONSISTENCY_WORDS } from "./words";

const LEVELS = CONSISTENCIES.map((value) => ({ value, label: CONSISTENCY_WORDS[value] }));
/** `bids` or `auctions.view_count`. */
const DATA_NAME = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)?$/u;

function isConsistency(value: string): value is Consistency {
  return CONSISTENCIES.some((level) => level === value);
}

interface RowProps {
  readonly label: string;
  readonly row: ConsistencyRow;
  readonly accepts: (name: string) => boolean;
  readonly onChange: (row: ConsistencyRow) => void;
  readonly onRemove?: () => void;
}

function Row({ label, row, accepts, onChange, onRemove }: RowProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2.75rem] gap-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2rem]">
      <HeldInput
        aria-label={`${label}: data`}
        value={row.of}
        placeholder="table or table.column"
        accepts={accepts}
        onValue={(of) => onChange({ ...row, of })}
      />
      <Select
        aria-label={`${label}: how strict`}
        options={LEVELS}
        value={row.level}
        onChange={(event) => {
          if (isConsistency(event.target.value)) onChange({ ...row, level: event.target.value });
        }}
        className="[&>select]:min-h-11 [&>select]:py-0 [&>select]:pl-2.5 md:[&>select]:min-h-8 md:[&>select]:text-small"
      />
      {onRemove && (
        <Button variant="ghost" size="small" onClick={onRemove} aria-label={`Remove ${row.of}`} className="px-0">
          <Icon name="cross" className="size-3.5" />
        </Button>
      )}
    </div>
  );
}

interface ConsistencyRowsProps {
  readonly rows: readonly ConsistencyRow[];
  readonly onChange: (rows: readonly ConsistencyRow[]) => void;
}

/** How strict each piece of data must be. The last row is empty; a name typed there makes it a row, and another empty one follows. */
export function ConsistencyRows({ rows, onChange }: ConsistencyRowsProps) {
  const [next, setNext] = useState<Consistency>("strong");
  const group = useRef<HTMLFieldSetElement>(null);
  // A row's name changes under the fingers; its place is what stays, and keeps the focus.
  const slots = [...rows, { of: "", level: next }].map((row, i) => ({ id: `row-${i}`, place: i, row }));

  function change(place: number, row: ConsistencyRow): void {
    if (place === rows.length && row.of === "") setNext(row.level);
    else
      onChange(slots.slice(0, Math.max(rows.length, place + 1)).map((slot) => (slot.place === place ? row : slot.row)));
  }

  function remove(place: number): void {
    onChange(rows.filter((_, i) => i !== place));
    group.current?.querySelector<HTMLInputElement>("input")?.focus();
  }

  return (
    <fieldset ref={group} className="space-y-2">
      <legend className="sr-only">Consistency of each piece of data</legend>
      {slots.map(({ id, place, row }) => (
        <Row
          key={id}
          label={place === rows.length ? "New consistency" : `Consistency ${place + 1}`}
          row={row}
          accepts={(name) => DATA_NAME.test(name) && (name === row.of || !rows.some((other) => other.of === name))}
          onChange={(changed) => change(place, changed)}
          {...(place === rows.length ? {} : { onRemove: () => remove(place) })}
        />
      ))}
    </fieldset>
  );
}
