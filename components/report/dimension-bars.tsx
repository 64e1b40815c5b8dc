import { DIMENSIONS, type Report } from "@/lib/rubric";
import { Meter } from "../ui/meter";
import { DIMENSION_WORDS } from "./report-words";

/** Earned of possible for each dimension that this answer was asked about. */
export function DimensionBars({ dimensions }: Pick<Report, "dimensions">) {
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
      {DIMENSIONS.map((dimension) => {
        const { earned, possible } = dimensions[dimension] ?? { earned: 0, possible: 0 };
        if (possible === 0) return null;
        return (
          <Meter
            key={dimension}
            label={DIMENSION_WORDS[dimension]}
            value={earned}
            max={possible}
            text={`${Math.round((100 * earned) / possible)}%`}
          />
        );
      })}
    </div>
  );
}
