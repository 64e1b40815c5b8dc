import { intervalShare, retentionCost } from "@/lib/practice";

/** What is compared, beside what the person has. */
const OFFERED = [0.8, 0.85, 0.9, 0.95] as const;
/** A card whose interval at 90 % is this many days, for the picture of it. */
const EXAMPLE_DAYS = 30;

export interface RetentionCostProps {
  /** As it is saved, 0–1. */
  present: number;
  /** Reviews a day of late; null where they are too few to say. */
  perDay: number | null;
  /** Fitted to the person; null for the common ones. */
  parameters: readonly number[] | null;
}

function percent(share: number): string {
  return `${Math.round(1000 * share) / 10} %`;
}

function sayCost(retention: number, { present, perDay, parameters }: RetentionCostProps): string {
  const times = retentionCost(retention, present, parameters);
  if (perDay !== null) return `≈ ${Math.max(1, Math.round(perDay * times))}`;
  return retention === present ? "as now" : `${times.toFixed(1)} times as many`;
}

/** What other retentions would ask for each day. */
export function RetentionCost(props: RetentionCostProps) {
  const { present, perDay, parameters } = props;
  const all = [...new Set([...OFFERED, present])].sort((a, b) => a - b);
  return (
    <div className="text-small">
      <table className="w-full max-w-md">
        <caption className="mb-1 text-left text-ink-soft">What it costs, for what you know today</caption>
        <thead className="text-left text-ink-faint">
          <tr>
            <th scope="col" className="py-1 pr-4 font-medium">
              Retention
            </th>
            <th scope="col" className="py-1 pr-4 text-right font-medium">
              A {EXAMPLE_DAYS}-day card
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Reviews a day
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((retention) => (
            <tr key={retention} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                <span className={retention === present ? "font-medium" : undefined}>{percent(retention)}</span>
                {retention === present && <span className="text-ink-faint"> now</span>}
              </th>
              <td className="py-1 pr-4 text-right">
                {Math.max(1, Math.round(EXAMPLE_DAYS * intervalShare(retention, parameters)))} days
              </td>
              <td className="py-1 text-right">{sayCost(retention, props)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-ink-faint">
        {perDay === null
          ? "Too few reviews of late to say how many a day. "
          : "From your reviews of the last four weeks. "}
        By FSRS’s forgetting curve, a {EXAMPLE_DAYS}-day card being one that comes after {EXAMPLE_DAYS} days at 90 %.
        Over months a low retention costs more than this: what is forgotten begins again.
      </p>
    </div>
  );
}
