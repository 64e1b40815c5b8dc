"use client";

import { useEffect, useId, useRef } from "react";
import type { Dimension, Report } from "@/lib/rubric";
import { Icon } from "../ui/icon";
import { Meter } from "../ui/meter";
import { useActiveFindings } from "./finding-focus";
import { FindingRemark, type FindingRemarkProps } from "./finding-remark";
import type { NumberedFinding } from "./mark-lines";
import { MarkedSheet } from "./marked-sheet";
import { DIMENSION_ORDER, DIMENSION_WORDS } from "./report-words";
import { MetList } from "./strengths";

interface FindingsByDimensionProps extends Pick<FindingRemarkProps, "scheduled" | "now"> {
  readonly text: string;
  readonly findings: readonly NumberedFinding[];
  readonly dimensions: Report["dimensions"];
}

/** Where a dimension's findings begin on the page. */
export function dimensionAnchor(dimension: Dimension): string {
  return `dimension-${dimension}`;
}

/** The text stays in sight on a wide page; what was found stands beside it, dimension by dimension. */
export function FindingsByDimension({ text, findings, dimensions, scheduled, now }: FindingsByDimensionProps) {
  return (
    <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <SheetPane>
        <MarkedSheet text={text} findings={findings} scheduled={scheduled} now={now} remarks="elsewhere" />
      </SheetPane>
      <div className="min-w-0 space-y-8">
        {DIMENSION_ORDER.map((dimension) => {
          const own = findings.filter((finding) => finding.dimension === dimension);
          if (own.length === 0) return null;
          const points = dimensions[dimension] ?? { earned: 0, possible: 0 };
          return (
            <Group
              key={dimension}
              dimension={dimension}
              findings={own}
              points={points}
              scheduled={scheduled}
              now={now}
            />
          );
        })}
      </div>
    </div>
  );
}

/** On a wide page it scrolls by itself, to the evidence of what is pointed at beside it. */
function SheetPane({ children }: { children: React.ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const active = useActiveFindings();
  useEffect(() => {
    const pane = box.current;
    const lit = active.length > 0 ? pane?.querySelector("[data-evidence=lit]") : null;
    if (!pane || !lit || pane.matches(":hover") || pane.scrollHeight <= pane.clientHeight) return;
    const [frame, place] = [pane.getBoundingClientRect(), lit.getBoundingClientRect()];
    if (place.top >= frame.top && place.bottom <= frame.bottom) return;
    pane.scrollTop += place.top - frame.top - frame.height / 3;
  }, [active]);
  return (
    <section
      ref={box}
      aria-label="Your answer, with its evidence"
      // A column that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the scroll keys need the focus
      tabIndex={0}
      className="min-w-0 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto"
    >
      {children}
    </section>
  );
}

interface GroupProps extends Pick<FindingRemarkProps, "scheduled" | "now"> {
  readonly dimension: Dimension;
  readonly findings: readonly NumberedFinding[];
  readonly points: { readonly earned: number; readonly possible: number };
}

function Group({ dimension, findings, points, scheduled, now }: GroupProps) {
  const id = useId();
  const { earned, possible } = points;
  const met = findings.filter(({ verdict }) => verdict === "met");
  const flaws = findings.filter(({ verdict }) => verdict !== "met");
  return (
    <section aria-labelledby={id} id={dimensionAnchor(dimension)} tabIndex={-1} className="scroll-mt-20">
      <h3 id={id} className="sr-only">
        {DIMENSION_WORDS[dimension]}
      </h3>
      <Meter
        label={<span className="text-body font-medium">{DIMENSION_WORDS[dimension]}</span>}
        value={possible === 0 ? 1 : earned}
        max={possible === 0 ? 1 : possible}
        text={possible === 0 ? "" : `${Math.round((100 * earned) / possible)}%`}
      />
      <div className="mt-3 space-y-3">
        {met.length > 0 && (
          <details className="group" open={flaws.length === 0 && met.length <= 2}>
            <summary className="flex min-h-11 list-none items-center gap-1.5 rounded-sm text-small text-met md:min-h-8 [&::-webkit-details-marker]:hidden">
              <Icon name="check" className="size-3.5" />
              {met.length === 1 ? "1 thing is right" : `${met.length} things are right`}
              <Icon name="right" className="size-3 transition-transform group-open:rotate-90" />
            </summary>
            <MetList findings={met} />
          </details>
        )}
        {flaws.map((finding) => (
          <FindingRemark key={finding.number} finding={finding} scheduled={scheduled} now={now} as="h4" quotes />
        ))}
      </div>
    </section>
  );
}
