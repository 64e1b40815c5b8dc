import { LocalTime } from "../ui/local-time";

export interface FitSaidProps {
  /** Null while nothing better than the common parameters was found. */
  fit: {
    /** Only the four first stabilities, or all parameters. */
    readonly kind: "four" | "all";
    /** Epoch milliseconds. */
    readonly at: number;
    readonly reviews: number;
    /** The newest reviews, kept back from the fit to try it on. */
    readonly heldBack: number;
    /** Log loss on what was held back; smaller is better. */
    readonly losses: {
      readonly default: number;
      readonly four: number | null;
      readonly all: number | null;
      readonly movingAverage: number;
    };
  } | null;
}

const loss = (value: number) => value.toFixed(4);

/** What fitting to one's own reviews found, with what was measured. */
export function FitSaid({ fit }: FitSaidProps) {
  if (fit === null) {
    return (
      <p className="text-small text-ink-soft">
        Nothing is fitted to your reviews yet: it takes a few hundred of them, and what is fitted must clearly do better
        than the common parameters on reviews that it has not seen.
      </p>
    );
  }
  const { kind, at, reviews, heldBack, losses } = fit;
  const measured = [
    ["Yours", losses[kind] ?? losses.default],
    ["The common ones", losses.default],
    ["A moving average", losses.movingAverage],
  ] as const;
  return (
    <div className="text-small">
      <p className="text-ink-soft">
        Fitted on <LocalTime at={at} /> to {(reviews - heldBack).toLocaleString("en-GB")} reviews:{" "}
        {kind === "all" ? "all 21 parameters" : "the four first stabilities"}. Tried on the{" "}
        {heldBack.toLocaleString("en-GB")} reviews after those:
      </p>
      <table className="mt-1">
        <caption className="sr-only">How well each foretells what was held back</caption>
        <thead className="text-left text-ink-faint">
          <tr>
            <th scope="col" className="py-1 pr-6 font-medium">
              Parameters
            </th>
            <th scope="col" className="py-1 font-medium">
              Log loss; less is better
            </th>
          </tr>
        </thead>
        <tbody>
          {measured.map(([name, value]) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-1 pr-6 text-left font-normal">
                {name}
              </th>
              <td className="py-1 font-mono">{loss(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
