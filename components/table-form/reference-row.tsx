"use client";

import type { Design, Reference } from "@/lib/design";
import { type ReferenceWords, removeReference, updateReference } from "@/lib/notation";
import { CELL } from "./commit-input";
import { pairedWith, pairsOf } from "./composites";
import { IconButton, RowWord } from "./controls";
import type { Editing } from "./edits";

interface ReferenceRowProps {
  readonly design: Design;
  readonly table: number;
  readonly tableName: string;
  readonly at: number;
  /** Its number among those of several columns. */
  readonly number: number;
  readonly reference: Reference;
  readonly columns: readonly string[];
  readonly editing: Editing;
}

/** A reference of several columns: the table that it points at, and which column meets which. */
export function ReferenceRow(props: ReferenceRowProps) {
  const { design, table, tableName, at, number, reference, columns, editing } = props;
  const subject = `reference ${number} of ${tableName}`;
  const focusKey = `t${table}-r${at}`;
  const { target } = reference;
  const theirs = pairedWith(design, target.table);
  const pairs = pairsOf(reference, theirs).map((pair, place) => ({ id: `pair-${place}`, ...pair, place }));
  const set = (words: ReferenceWords, focus: string) =>
    editing.change((text) => updateReference(text, table, at, words), focus);
  const repaired = (next: readonly { readonly own: string; readonly their: string }[], focus: string) =>
    set({ columns: next.map((one) => one.own), target: { ...target, columns: next.map((one) => one.their) } }, focus);
  const tables = design.tables.filter((one) => one.section === null).map((one) => one.name.text);
  const [own, their] = [
    columns.find((name) => !reference.columns.includes(name)),
    theirs.find((name) => !pairs.some((pair) => pair.their === name)),
  ];
  return (
    <li className="space-y-1.5 px-3 py-2">
      <div className="flex items-center gap-1.5">
        <RowWord>FK</RowWord>
        <select
          aria-label={`table, ${subject}`}
          data-focus={focusKey}
          value={target.table}
          onChange={(event) => {
            const next = pairedWith(design, event.target.value).slice(0, reference.columns.length);
            set(
              {
                columns: reference.columns.slice(0, Math.max(1, next.length)),
                target: { table: event.target.value, columns: next },
              },
              focusKey,
            );
          }}
          className={`${CELL} @md:max-w-60`}
        >
          {[...new Set([target.table, ...tables])].map((name) => (
            <option key={name} value={name}>
              → {name}
            </option>
          ))}
        </select>
        <span className="ml-auto">
          <IconButton
            icon="cross"
            label={`Remove ${subject}`}
            onPress={() =>
              editing.remove("the reference", (text) => removeReference(text, table, at), `t${table}-reference`)
            }
          />
        </span>
      </div>
      {pairs.map((pair) => (
        <div key={pair.id} className="flex items-center gap-1.5">
          <RowWord />
          <PairSelect
            label={`column ${pair.place + 1}, ${subject}`}
            focusKey={`${focusKey}-p${pair.place}`}
            value={pair.own}
            options={columns}
            onPick={(name) =>
              repaired(
                pairs.map((one) => (one === pair ? { ...one, own: name } : one)),
                `${focusKey}-p${pair.place}`,
              )
            }
          />
          <span aria-hidden="true" className="text-ink-faint">
            →
          </span>
          <PairSelect
            label={`column ${pair.place + 1} of ${target.table}, ${subject}`}
            focusKey={`${focusKey}-q${pair.place}`}
            value={pair.their}
            options={theirs}
            onPick={(name) =>
              repaired(
                pairs.map((one) => (one === pair ? { ...one, their: name } : one)),
                `${focusKey}-q${pair.place}`,
              )
            }
          />
          {pairs.length > 2 && (
            <IconButton
              icon="cross"
              label={`Take ${pair.own} out, ${subject}`}
              onPress={() =>
                repaired(
                  pairs.filter((one) => one !== pair),
                  `${focusKey}-p0`,
                )
              }
            />
          )}
        </div>
      ))}
      {own !== undefined && their !== undefined && (
        <div className="flex items-center gap-1.5">
          <RowWord />
          <button
            type="button"
            aria-label={`Add a column, ${subject}`}
            onClick={() => repaired([...pairs, { own, their }], `${focusKey}-p${pairs.length}`)}
            className="min-h-11 rounded-md px-2 text-small text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink md:min-h-8"
          >
            + column
          </button>
        </div>
      )}
    </li>
  );
}

interface PairSelectProps {
  readonly label: string;
  readonly focusKey: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onPick: (name: string) => void;
}

function PairSelect({ label, focusKey, value, options, onPick }: PairSelectProps) {
  return (
    <select
      aria-label={label}
      data-focus={focusKey}
      value={value}
      onChange={(event) => onPick(event.target.value)}
      className={`${CELL} @md:max-w-48`}
    >
      {[...new Set([value, ...options])].map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}
