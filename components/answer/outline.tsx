import { classNames } from "@/components/ui/class-names";
import type { Design } from "@/lib/design";
import { type ColumnFacts, outlineOf, type TableFacts } from "./outline-facts";

interface OutlineProps {
  readonly design: Design;
  /** Shows where a table stands in the text; `start` is an offset into the sheet. */
  readonly onShow?: (start: number) => void;
}

/** How the design was understood: tables with their keys, references and indexes. */
export function Outline({ design, onShow }: OutlineProps) {
  const tables = outlineOf(design);
  if (tables.length + design.templates.length + design.edges.length === 0) {
    return (
      <p className="text-small text-ink-soft">
        Nothing to show yet. Each table you write appears here with its keys, references and indexes, as they are
        understood.
      </p>
    );
  }
  return (
    <div className="space-y-3">
      {tables.map((table) => (
        <TableOutline key={`${table.name}-${table.start}`} table={table} {...(onShow ? { onShow } : {})} />
      ))}
      {design.templates.map((template) => (
        <OutlineLine key={template.span.start} kind="key" words={`${template.name.text} = ${template.holds}`} boxed />
      ))}
      {design.edges.map((edge) => (
        <OutlineLine key={edge.span.start} kind="edge" words={`${edge.from} –${edge.name.text}→ ${edge.to}`} boxed />
      ))}
    </div>
  );
}

function TableOutline({ table, onShow }: { table: TableFacts; onShow?: (start: number) => void }) {
  const heading = "flex min-h-9 w-full items-center px-3 text-left font-mono text-small font-medium";
  return (
    <section className="overflow-hidden rounded-md border border-line bg-surface">
      <h3 className="border-b border-line bg-sunk">
        {onShow ? (
          <button
            type="button"
            className={`${heading} hover:bg-hover focus-visible:-outline-offset-2`}
            onClick={() => onShow(table.start)}
          >
            {table.name}
          </button>
        ) : (
          <span className={heading}>{table.name}</span>
        )}
      </h3>
      <ul className="py-1">
        {table.columns.map((column) => (
          <ColumnLine key={column.path} column={column} />
        ))}
      </ul>
      {table.lines.length > 0 && (
        <ul className="border-t border-line py-1">
          {table.lines.map((line) => (
            <li key={`${line.kind} ${line.words}`}>
              <OutlineLine {...line} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const DEPTHS = ["pl-3", "pl-7", "pl-11", "pl-14"];

function ColumnLine({ column }: { column: ColumnFacts }) {
  const { path, depth, type, shape, marks, target } = column;
  const many = shape === "objects" || shape === "list" ? " [ ]" : "";
  return (
    <li
      className={classNames("flex flex-wrap items-baseline gap-x-2 py-0.5 pr-3 text-small", DEPTHS[Math.min(depth, 3)])}
    >
      <span className={classNames("font-mono break-all", marks.includes("PK") && "font-medium")}>
        {path.slice(path.lastIndexOf(".") + 1)}
        {many}
      </span>
      {type && <span className="font-mono text-ink-faint">{type}</span>}
      <span className="grow" />
      {target && (
        <span className={classNames("font-mono break-all", target.known ? "text-accent-text" : "text-missed")}>
          → {target.words}
          {!target.known && <span className="font-sans"> (not in your design)</span>}
        </span>
      )}
      {marks.map((mark) => (
        <span key={mark} className={mark === "PK" ? "font-mono font-medium text-ink" : "text-ink-faint"}>
          {mark}
        </span>
      ))}
    </li>
  );
}

function OutlineLine({ kind, words, boxed = false }: { kind: string; words: string; boxed?: boolean }) {
  const box = boxed ? "rounded-md border border-line bg-surface py-2" : "py-0.5";
  return (
    <p className={`flex flex-wrap gap-x-2 px-3 text-small ${box}`}>
      <span className="text-ink-faint">{kind}</span>
      <span className="min-w-0 font-mono break-words">{words}</span>
    </p>
  );
}
