import type { Answered, Attacked } from "@/lib/proof";
import { TONES } from "../ui/badge";
import { Icon } from "../ui/icon";
import { CodeBlock } from "./code-block";

/** Each statement that was tried, and what PostgreSQL answered. */
export function AttackEvidence({ evidence: { tried } }: { evidence: Attacked }) {
  return (
    <ol className="space-y-5">
      {tried.map((one) => (
        <li key={one.sql} className="space-y-2">
          <p>
            <span className="text-ink-faint">Tried:</span> {one.what}
          </p>
          <CodeBlock label={`Statement: ${one.what}`}>{one.sql}</CodeBlock>
          <Answer answered={one} />
          {one.rows.length > 0 && <BadRows rows={one.rows} />}
        </li>
      ))}
    </ol>
  );
}

/** `accepted`, or PostgreSQL's own words. */
function Answer({ answered: { outcome, good } }: { answered: Answered }) {
  const { icon, text } = TONES[good ? "met" : "missed"];
  const isTaken = outcome === "accepted";
  const taken = good ? "PostgreSQL took it, as it should." : "PostgreSQL took it. Nothing refuses this row.";
  return (
    <p className="flex gap-2">
      <Icon name={icon} className={`mt-0.5 size-4 ${text}`} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {isTaken ? taken : good ? "PostgreSQL refused it: " : "PostgreSQL refused it, for another reason or wrongly: "}
        {!isTaken && <code>{outcome}</code>}
      </span>
    </p>
  );
}

/** What is in the table now and should not be. */
function BadRows({ rows }: { rows: Answered["rows"] }) {
  const columns = Object.keys(rows[0] ?? {});
  return (
    <section
      aria-label="Rows that are in the table now"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="border-y border-line font-mono">
        <caption className="pb-1 text-left font-sans text-ink-faint">In the table now</caption>
        <thead className="border-b border-line text-left text-ink-faint">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-1 pr-6 font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {columns.map((column) => (
                <td key={column} className="py-1 pr-6 whitespace-nowrap">
                  {row[column] ?? <span className="text-ink-faint italic">null</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
