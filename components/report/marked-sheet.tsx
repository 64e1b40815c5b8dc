"use client";

import type { ReactNode } from "react";
import { type Tone, toneOf } from "../ui/badge";
import { classNames } from "../ui/class-names";
import { useActiveFindings, useAnchor } from "./finding-focus";
import { FindingRemark, type FindingRemarkProps } from "./finding-remark";
import { byLine, type LinePiece, markLines, type NumberedFinding } from "./mark-lines";

interface MarkedSheetProps extends Pick<FindingRemarkProps, "scheduled" | "now" | "as"> {
  readonly text: string;
  readonly findings: readonly NumberedFinding[];
  /** `margin`: each remark follows its line. `elsewhere`: the text alone, the remarks stand beside it. */
  readonly remarks?: "margin" | "elsewhere";
  /** What stands below the text, beside remarks that are longer than it. */
  readonly children?: ReactNode;
}

const EVIDENCE: Record<Tone, string> = {
  met: "decoration-transparent",
  partly: "bg-partly-soft decoration-partly",
  missed: "bg-missed-soft decoration-missed",
};
const LIT: Record<Tone, string> = {
  met: "bg-met-soft decoration-met outline outline-met",
  partly: "outline outline-partly",
  missed: "outline outline-missed",
};

/**
 * One's own text with remarks in the margin. The list of lines is the order of reading: a remark follows its line. On a
 * wide page it floats into the margin, below the remark before it, and the text stays as dense as it was written.
 */
export function MarkedSheet(props: MarkedSheetProps) {
  const { text, findings, scheduled, now, as, remarks: where = "margin", children } = props;
  const anchor = useAnchor();
  const lines = markLines(text.replace(/\n+$/, ""), findings);
  const inMargin = where === "margin";
  const remarks = byLine(inMargin ? findings.filter(({ verdict }) => verdict !== "met") : []);
  return (
    <div className="flow-root">
      <ol>
        {lines.map(({ number, pieces }) => (
          <li key={number} className="group">
            <div
              id={anchor("line", number)}
              className={classNames(
                "relative scroll-mt-32 border-x border-line bg-surface py-px pr-3 pl-12 font-mono text-small leading-6",
                "group-first:rounded-t-md group-first:border-t group-first:pt-2 target:bg-accent-soft",
                "group-last:rounded-b-md group-last:border-b group-last:pb-2",
                inMargin && "lg:mr-[25.5rem]",
              )}
            >
              <span aria-hidden="true" className="absolute left-0 w-9 text-right text-ink-faint select-none">
                {number}
              </span>
              <code className="block min-h-6 whitespace-pre-wrap [overflow-wrap:anywhere]">
                {pieces.map((piece) => (
                  <Piece key={piece.start} piece={piece} findings={findings} />
                ))}
              </code>
            </div>
            {remarks.has(number) && (
              <div className="my-2 space-y-3 pl-3 lg:float-right lg:clear-right lg:-mt-6 lg:mb-10 lg:w-[25.5rem] lg:pl-6">
                {remarks.get(number)?.map((finding) => (
                  <FindingRemark
                    key={finding.number}
                    finding={finding}
                    scheduled={scheduled}
                    now={now}
                    {...(as && { as })}
                  />
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
      {children}
    </div>
  );
}

function Piece({ piece, findings }: { piece: LinePiece; findings: readonly NumberedFinding[] }) {
  const active = useActiveFindings();
  const anchor = useAnchor();
  const here = findings.filter(({ number }) => piece.findings.includes(number));
  const flaws = here.filter(({ verdict }) => verdict !== "met");
  const pointed = here.find(({ number }) => active.includes(number));
  const shown = pointed ?? flaws[0] ?? here[0];
  if (!shown) return piece.text;
  const tone = toneOf(shown.verdict);
  const looks = classNames(
    "rounded-sm text-ink underline decoration-2 underline-offset-4",
    EVIDENCE[tone],
    pointed && LIT[tone],
  );
  const mine = (flaws.length > 0 ? flaws : here).map(({ number }) => number).join(" ");
  const marks = { "data-finding": mine, "data-evidence": pointed ? "lit" : "quiet", className: looks };
  const [first] = flaws;
  // What was right is not a link in the text: dozens of stops would hide the few that matter.
  if (!first) return <span {...marks}>{piece.text}</span>;
  return (
    <a {...marks} href={`#${anchor("finding", first.number)}`}>
      {piece.text}
    </a>
  );
}
