"use client";

import type { IndexColumn } from "@/lib/design";
import { CELL } from "./commit-input";
import { IconButton } from "./controls";

interface ColumnListProps {
  /** What the columns belong to: `index 1 of bids`. */
  readonly subject: string;
  readonly focusKey: string;
  readonly columns: readonly IndexColumn[];
  readonly options: readonly string[];
  /** Says which way each column is sorted. */
  readonly ordered?: boolean;
  /** As many columns must stay. */
  readonly least?: number;
  /** As many at the front are what they are: the partition key of a secondary index. */
  readonly fixed?: number;
  readonly onChange: (columns: readonly IndexColumn[], focus: string) => void;
}

/** Columns in their order: each can be another one, turn round, go before the one before it, or go. */
export function ColumnList({ least = 1, fixed = 0, ordered = false, ...props }: ColumnListProps) {
  const { subject, focusKey, columns, options, onChange } = props;
  const unused = options.filter((name) => !columns.some((one) => one.path === name));
  const changed = (place: number, part: Partial<IndexColumn>) =>
    columns.map((one, i) => (i === place ? { ...one, ...part } : one));
  // What stands in a place changes under the fingers; the place stays, and keeps the focus.
  const slots = columns.map((column, place) => ({ id: `column-${place}`, column, place }));
  return (
    <div className="flex min-w-0 grow flex-wrap items-center gap-1.5 @max-md:order-last @max-md:basis-full @md:basis-0">
      {slots.map(({ id, column: { path, direction }, place }) => (
        <span key={id} className="flex min-w-0 items-center rounded-md border border-line-strong @max-md:w-full">
          <select
            aria-label={`column ${place + 1}, ${subject}`}
            data-focus={`${focusKey}-c${place}`}
            value={path}
            disabled={place < fixed}
            onChange={(event) => onChange(changed(place, { path: event.target.value }), `${focusKey}-c${place}`)}
            className={`${CELL} grow border-transparent @md:max-w-44`}
          >
            {[path, ...unused].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
          {ordered && place >= fixed && (
            <button
              type="button"
              aria-label={`${path} descending, ${subject}`}
              aria-pressed={direction === "desc"}
              data-focus={`${focusKey}-c${place}-way`}
              onClick={() =>
                onChange(
                  changed(place, { direction: direction === "desc" ? "asc" : "desc" }),
                  `${focusKey}-c${place}-way`,
                )
              }
              className="min-h-11 min-w-11 shrink-0 rounded-md px-1.5 font-mono whitespace-nowrap text-small text-ink-soft hover:bg-hover hover:text-ink md:min-h-8 md:min-w-8"
            >
              {direction}
            </button>
          )}
          {place > fixed && (
            <IconButton
              icon="down"
              turn="earlier"
              label={`Put ${path} before ${columns[place - 1]?.path}, ${subject}`}
              focusKey={`${focusKey}-c${place}-first`}
              onPress={() =>
                onChange(swapped(columns, place - 1), `${focusKey}-c${place - 1}${place - 1 > fixed ? "-first" : ""}`)
              }
            />
          )}
          {columns.length > least && place >= fixed && (
            <IconButton
              icon="cross"
              label={`Take ${path} out, ${subject}`}
              onPress={() =>
                onChange(
                  columns.filter((_, i) => i !== place),
                  `${focusKey}-c${Math.max(0, place - 1)}`,
                )
              }
            />
          )}
        </span>
      ))}
      {unused.length > 0 && (
        <select
          aria-label={`Add a column, ${subject}`}
          data-focus={`${focusKey}-add`}
          value=""
          onChange={(event) =>
            onChange([...columns, { path: event.target.value, direction: "asc" }], `${focusKey}-c${columns.length}`)
          }
          className={`${CELL} font-sans text-ink-soft @md:max-w-32`}
        >
          <option value="">+ column</option>
          {unused.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </div>
  );
}

function swapped(columns: readonly IndexColumn[], first: number): readonly IndexColumn[] {
  const [a, b] = [columns[first], columns[first + 1]];
  return a && b ? columns.toSpliced(first, 2, b, a) : columns;
}
