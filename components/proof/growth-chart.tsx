import type { Asked, Sizes } from "@/lib/proof";
import { classNames } from "../ui/class-names";
import { figure, timesOf } from "./verdict-words";

interface GrowthChartProps {
  readonly asked: Asked;
  /** The same question of the design as it was before, where it cost something else. */
  readonly before: Asked | null;
  readonly sizes: Sizes;
  readonly holds: boolean;
}

interface Line {
  readonly label: string;
  readonly rows: number;
  readonly buffers: number;
  readonly kind: "now" | "before";
}

const CELL = "py-1.5 pr-4 align-middle";

/** What a question touched at two sizes of its table: bars with their figures, as a table that is read aloud as one. */
export function GrowthChart({ asked, before, sizes, holds }: GrowthChartProps) {
  const large = `${figure(sizes.large)} rows`;
  const lines: readonly Line[] = [
    ...(before
      ? [{ label: `${large}, before`, rows: before.rows.large, buffers: before.buffers.large, kind: "before" as const }]
      : []),
    { label: `${figure(sizes.small)} rows`, rows: asked.rows.small, buffers: asked.buffers.small, kind: "now" },
    { label: large, rows: asked.rows.large, buffers: asked.buffers.large, kind: "now" },
  ];
  const most = (of: "rows" | "buffers") => Math.max(1, ...lines.map((line) => line[of]));
  const times = timesOf(sizes.small, sizes.large);
  return (
    <table className="w-full max-w-2xl border-y border-line">
      <caption className="sr-only">Rows and blocks that the question touched, by the size of the table</caption>
      <thead className="border-b border-line text-left text-ink-faint">
        <tr>
          <th scope="col" className={classNames(CELL, "w-[30%] font-normal")}>
            In a table of
          </th>
          <th scope="col" className={classNames(CELL, "font-normal")}>
            Rows touched
          </th>
          <th scope="col" className={classNames(CELL, "font-normal")}>
            Blocks read
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.label} className={line.kind === "before" ? "text-ink-faint" : undefined}>
            <th scope="row" className={classNames(CELL, "text-left font-normal")}>
              {line.label}
            </th>
            <td className={CELL}>
              <Bar value={line.rows} most={most("rows")} kind={line.kind} holds={holds} />
            </td>
            <td className={CELL}>
              <Bar value={line.buffers} most={most("buffers")} kind={line.kind} holds={holds} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-t border-line">
        <tr>
          <th scope="row" className={classNames(CELL, "text-left font-normal text-ink-soft")}>
            ×{Number(times)} the data
          </th>
          <td className={classNames(CELL, "font-mono")}>×{timesOf(asked.rows.small, asked.rows.large)}</td>
          <td className={classNames(CELL, "font-mono")}>×{timesOf(asked.buffers.small, asked.buffers.large)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface BarProps {
  readonly value: number;
  readonly most: number;
  readonly kind: Line["kind"];
  readonly holds: boolean;
}

/** A figure above its bar; what was before is drawn as an outline. */
function Bar({ value, most, kind, holds }: BarProps) {
  const width = Math.max(1, (value / most) * 100);
  const colour = kind === "before" ? "text-ink-faint" : holds ? "text-met" : "text-missed";
  return (
    <span className="block">
      <span className="font-mono">{figure(value)}</span>
      <svg aria-hidden="true" className={`block h-1.5 w-full ${colour}`} viewBox="0 0 100 6" preserveAspectRatio="none">
        <rect width="100" height="6" className="fill-hover" />
        <rect
          width={width}
          height="6"
          fill={kind === "before" ? "none" : "currentColor"}
          stroke={kind === "before" ? "currentColor" : "none"}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </span>
  );
}
