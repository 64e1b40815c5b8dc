import { LocalTime } from "../ui/local-time";

/** Log loss on what was held back; smaller is better. */
interface Losses {
  readonly default: number;
  readonly four: number | null;
  readonly all: number | null;
  readonly movingAverage: number;
}

interface Tried {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reviews: number;
  /** The newest reviews, kept back from the fit to try it on. */
  readonly heldBack: number;
}

export interface FitSaidProps {
  /** Null before it was tried for the first time. */
  fit:
    | (Tried & { readonly kept: true; readonly kind: "four" | "all"; readonly losses: Losses })
    | (Tried & { readonly kept: false; readonly why: "too-few" | "no-better"; readonly losses: Losses | null })
    | null;
}

const count = (value: number) => value.toLocaleString("en-GB");

function Measured({ losses }: { losses: Losses }) {
  const rows = [
    ["The common parameters", losses.default],
    ["Yours: the four first stabilities", losses.four],
    ["Yours: all 21", losses.all],
    ["A moving average", losses.movingAverage],
  ] as const;
  return (
    <table className="mt-1">
      <caption className="sr-only">How well each foretells the reviews that were held back</caption>
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
        {rows.map(
          ([name, loss]) =>
            loss !== null && (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="py-1 pr-6 text-left font-normal">
                  {name}
                </th>
                <td className="py-1 font-mono">{loss.toFixed(4)}</td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}

/** What fitting to one's own reviews found, with what was measured. */
export function FitSaid({ fit }: FitSaidProps) {
  if (fit === null) {
    return (
      <p className="text-small text-ink-soft">
        Nothing is fitted to your reviews yet. It is tried after some hundred of them, and kept only where it clearly
        foretells better than the common parameters what it has not seen.
      </p>
    );
  }
  const { at, reviews, heldBack, losses } = fit;
  const found = fit.kept
    ? `fitted to ${count(reviews - heldBack)} reviews and kept: ${fit.kind === "all" ? "all 21 parameters" : "the four first stabilities"}.`
    : fit.why === "too-few"
      ? `only ${count(reviews)} reviews of what was learnt before, too few to fit anything.`
      : `fitted to ${count(reviews - heldBack)} reviews, and not clearly better than the common parameters; those stay.`;
  return (
    <div className="text-small">
      <p className="text-ink-soft">
        <LocalTime at={at} />: {found}
        {losses && ` Tried on the ${count(heldBack)} reviews after those:`}
      </p>
      {losses && <Measured losses={losses} />}
    </div>
  );
}
