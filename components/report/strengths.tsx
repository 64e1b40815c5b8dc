"use client";

import type { Dimension } from "@/lib/rubric";
import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import { InlineCode } from "../ui/inline-code";
import { useActiveFindings, useAnchor } from "./finding-focus";
import type { NumberedFinding } from "./mark-lines";
import { DIMENSION_ORDER, DIMENSION_WORDS } from "./report-words";

/** What was right, folded by dimension; each with its reason. */
export function Strengths({ findings }: { findings: readonly NumberedFinding[] }) {
  const met = findings.filter(({ verdict }) => verdict === "met");
  const groups = DIMENSION_ORDER.map((dimension) => ({
    dimension,
    own: met.filter((one) => one.dimension === dimension),
  }));
  if (met.length === 0)
    return <p className="text-ink-soft">Nothing was met yet. The model answer below shows one way.</p>;
  return (
    <div className="grid gap-x-8 lg:grid-cols-2">
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ dimension, own }) => (
          <Group key={dimension} dimension={dimension} findings={own} />
        ))}
    </div>
  );
}

function Group({ dimension, findings }: { dimension: Dimension; findings: readonly NumberedFinding[] }) {
  return (
    <details className="group border-b border-line">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
        <Icon name="right" className="size-3.5 text-ink-faint transition-transform group-open:rotate-90" />
        <span className="font-medium">{DIMENSION_WORDS[dimension]}</span>
        <span className="ml-auto inline-flex items-center gap-1 pr-1 font-mono text-small text-met">
          <Icon name="check" className="size-3.5" />
          {findings.length}
          <span className="sr-only"> met</span>
        </span>
      </summary>
      <div className="pt-1 pb-3 pl-3.5">
        <MetList findings={findings} />
      </div>
    </details>
  );
}

/** What was right, each with its reason. */
export function MetList({ findings }: { findings: readonly NumberedFinding[] }) {
  const active = useActiveFindings();
  const anchor = useAnchor();
  return (
    <ul className="space-y-1 text-small">
      {findings.map(({ number, subject, at, message }) => (
        <li
          key={number}
          id={anchor("finding", number)}
          data-finding={number}
          data-lit={active.includes(number) || undefined}
          className={classNames(
            "scroll-mt-20 rounded-sm px-2 py-1 transition-colors",
            active.includes(number) && "bg-met-soft",
          )}
        >
          <span className="font-mono font-medium break-words">{subject}</span>
          {at && (
            <a
              href={`#${anchor("line", at.line)}`}
              className="ml-2 inline-flex min-h-6 items-center font-mono text-ink-faint underline decoration-line-strong underline-offset-3 hover:text-ink"
            >
              line {at.line}
            </a>
          )}
          <span className="block text-ink-soft">
            <InlineCode text={message} />
          </span>
        </li>
      ))}
    </ul>
  );
}
