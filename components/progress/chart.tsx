import type { ReactNode } from "react";
import { Icon } from "../ui/icon";

export interface ChartTableProps {
  /** For whom the picture says nothing: what the rows are. */
  caption: string;
  head: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly { readonly key: string | number; readonly cells: readonly ReactNode[] }[];
  /** What to press to see it. */
  label?: string;
}

const HEAD = "py-1 pr-4 font-medium last:pr-0";
const CELL = "py-1 pr-4 text-left font-normal last:pr-0";

/** The figures of a chart as a table that opens below it. */
export function ChartTable({ caption, head, rows, label = "As a table" }: ChartTableProps) {
  return (
    <details className="group mt-1 text-small">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 pr-2 text-ink-soft hover:text-ink md:min-h-8 [&::-webkit-details-marker]:hidden">
        <Icon name="right" className="size-3.5 transition-transform group-open:rotate-90" />
        {label}
      </summary>
      <table className="w-full max-w-md">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-left text-ink-faint">
          <tr>
            {head.map((words) => (
              <th key={words} scope="col" className={HEAD}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...others] }) => (
            <tr key={key} className="border-t border-line">
              <th scope="row" className={CELL}>
                {name}
              </th>
              {others.map((cell, column) => (
                <td key={head[column + 1]} className={CELL}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export interface ProgressPartProps {
  id: string;
  title: string;
  /** What it shows, in a sentence or two. */
  sentence?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** A part of the page: its name, the sentence that it shows, and then the picture. */
export function ProgressPart({ id, title, sentence, className, children }: ProgressPartProps) {
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className="text-lead font-semibold">
        {title}
      </h2>
      {sentence && <p className="mt-2 max-w-prose text-ink-soft">{sentence}</p>}
      {children}
    </section>
  );
}
