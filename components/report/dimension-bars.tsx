import type { Dimension, Report } from "@/lib/rubric";
import { Meter } from "../ui/meter";
import { DIMENSION_ORDER, DIMENSION_WORDS } from "./report-words";

interface DimensionBarsProps extends Pick<Report, "dimensions"> {
  /** Shows what was found in a dimension; without it the bars are a picture. */
  readonly onChoose?: (dimension: Dimension) => void;
}

/** Earned of possible for each dimension that this answer was asked about. */
export function DimensionBars({ dimensions, onChoose }: DimensionBarsProps) {
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
      {DIMENSION_ORDER.map((dimension) => {
        const { earned, possible } = dimensions[dimension] ?? { earned: 0, possible: 0 };
        if (possible === 0) return null;
        const meter = (
          <Meter
            label={DIMENSION_WORDS[dimension]}
            value={earned}
            max={possible}
            text={`${Math.round((100 * earned) / possible)}%`}
          />
        );
        if (!onChoose) return <div key={dimension}>{meter}</div>;
        return (
          <button
            key={dimension}
            type="button"
            onClick={() => onChoose(dimension)}
            className="-mx-2 -my-1.5 block rounded-sm px-2 py-1.5 text-left transition-colors hover:bg-hover"
          >
            <span className="sr-only">What was found: </span>
            {meter}
          </button>
        );
      })}
    </div>
  );
}
