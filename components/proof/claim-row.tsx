"use client";

import { useState } from "react";
import type { Proof, Sizes } from "@/lib/proof";
import { Badge, ToneBadge } from "../ui/badge";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import { InlineCode } from "../ui/inline-code";
import { AttackEvidence } from "./attack-evidence";
import type { Claim, Mend } from "./protocol";
import { QueryEvidence } from "./query-evidence";
import { PROVED, sinceBefore } from "./verdict-words";

export interface ClaimRowProps {
  readonly claim: Claim;
  /** Null until its verdict is there. */
  readonly proof: Proof | null;
  /** From the last whole run. */
  readonly before: Proof | null;
  readonly sizes: Sizes;
  readonly mends: readonly Mend[];
  readonly busy: boolean;
  readonly onMend: (mend: Mend) => void;
}

const LINE =
  "grid grid-cols-[5.25rem_minmax(0,1fr)_1rem] sm:grid-cols-[6.5rem_minmax(0,1fr)_1rem] items-start gap-x-3 py-2.5";

/** One promise or question: its verdict, and below it what showed that. While it is tried again, the last verdict stays, faint. */
export function ClaimRow(props: ClaimRowProps) {
  const { claim, before, busy } = props;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const proof = props.proof ?? (busy ? before : null);
  if (!proof)
    return (
      <li className={classNames(LINE, "text-ink-faint")}>
        <span className="inline-flex items-center gap-1 px-1.5">
          <Icon name="dot" className="size-3.5" />
          {busy ? "Waiting" : "Not run"}
        </span>
        <ClaimWords claim={claim} />
      </li>
    );
  const changed = sinceBefore(proof, before);
  const open = chosen ?? (proof.verdict === "fails" || changed !== "");
  return (
    <li className={props.proof ? undefined : "opacity-60"} data-claim={claim.id} data-verdict={props.proof?.verdict}>
      <details
        open={open}
        onToggle={(event) => event.currentTarget.open !== open && setChosen(event.currentTarget.open)}
      >
        <summary
          className={classNames(LINE, "list-none rounded-sm hover:bg-hover/50 [&::-webkit-details-marker]:hidden")}
        >
          <span>
            <VerdictOf proof={proof} />
          </span>
          <ClaimWords claim={claim} changed={changed} />
          <Icon
            name="right"
            className={classNames("mt-1 size-3.5 text-ink-faint transition-transform", open && "rotate-90")}
          />
        </summary>
        <Evidence {...props} proof={proof} />
      </details>
    </li>
  );
}

function VerdictOf({ proof: { verdict } }: { proof: Proof }) {
  if (verdict === "not-applicable") return <Badge>Not tried</Badge>;
  const { tone, words } = PROVED[verdict];
  return <ToneBadge tone={tone}>{words}</ToneBadge>;
}

function ClaimWords({ claim: { kind, claim, id }, changed = "" }: { claim: Claim; changed?: string }) {
  return (
    <span className="min-w-0">
      {kind === "invariant" ? `“${claim}”` : claim} <span className="font-mono text-ink-faint">{id}</span>
      {changed !== "" && <span className="ml-2 font-medium text-accent-text">{changed}</span>}
    </span>
  );
}

function Evidence({ claim, proof, before, sizes, mends, busy, onMend }: ClaimRowProps & { proof: Proof }) {
  const { evidence, why } = proof;
  const own = proof.verdict === "fails" ? mends.filter(({ subject }) => subject === claim.id) : [];
  return (
    <div className="max-w-4xl space-y-4 pb-6 sm:pl-[7.25rem]">
      <p className="text-body">
        <InlineCode text={why.charAt(0).toUpperCase() + why.slice(1)} />
      </p>
      {own.map((mend) => (
        <Button key={mend.words} size="small" className="max-w-full" disabled={busy} onClick={() => onMend(mend)}>
          <span className="min-w-0 text-left whitespace-normal">
            Add <code className="[overflow-wrap:anywhere]">{mend.words}</code> and run again
          </span>
        </Button>
      ))}
      {evidence?.kind === "attack" && <AttackEvidence evidence={evidence} />}
      {evidence?.kind === "query" && <QueryEvidence proof={proof} asked={evidence} before={before} sizes={sizes} />}
    </div>
  );
}
