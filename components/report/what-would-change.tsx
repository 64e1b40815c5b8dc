import type { Told } from "@/lib/practice";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { type ChangeWords, ReportDifference } from "./report-difference";
import type { WhatIfState } from "./use-what-if";

const WOULD: ChangeWords = {
  better: "Remarks that would go",
  worse: "Remarks that would appear",
  open: "Remarks that would stay",
  silent: "Remarks that would fall silent, for what they are about would be gone",
  none: "No remark would go, and none would appear.",
};

interface WhatWouldChangeProps {
  readonly told: Told;
  readonly state: WhatIfState;
  readonly onAgain: () => void;
  readonly onTakeBack: () => void;
}

/** What another reading of the names would change; the saved report stays as it is. */
export function WhatWouldChange({ told, state, onAgain, onTakeBack }: WhatWouldChangeProps) {
  return (
    <div aria-busy={state.kind === "asking"} className="mt-3 empty:hidden">
      {state.kind === "failed" && (
        <Callout
          kind="error"
          title="That could not be tried"
          action={
            <Button size="small" onClick={onAgain}>
              Try again
            </Button>
          }
        >
          <p>The grader was not reached, or the report is not there any more. Nothing was changed.</p>
        </Callout>
      )}
      {(state.kind === "asking" || state.kind === "answered") && (
        <div className="border-l-2 border-accent py-1 pl-4">
          <h3 className="font-medium">{supposed(told)}</h3>
          {state.change ? (
            <div className={state.kind === "asking" ? "mt-3 opacity-60" : "mt-3"}>
              <ReportDifference change={state.change} words={WOULD} />
            </div>
          ) : (
            <p className="mt-3 animate-breathe text-small text-ink-soft">Grading it so …</p>
          )}
          <p className="mt-4 text-small text-ink-soft">Your saved report stays as it is.</p>
          <Button size="small" className="mt-2" onClick={onTakeBack}>
            Take it back
          </Button>
        </div>
      )}
    </div>
  );
}

/** `If acct were bid, and logs none of these`. */
function supposed(told: Told): string {
  const parts = Object.entries(told).map(
    ([table, entity]) => `${table} were ${entity === "" ? "nothing of the brief" : entity.replaceAll("_", " ")}`,
  );
  return `If ${parts.join(", and ")}`;
}
