import { ClaimRow, type ClaimRowProps } from "./claim-row";
import { isBusy, type ProofState } from "./proof-state";
import type { Claim } from "./protocol";

interface ClaimListProps {
  readonly state: ProofState;
  readonly onMend: ClaimRowProps["onMend"];
}

const GROUPS: readonly { readonly kind: Claim["kind"]; readonly title: string; readonly note: string }[] = [
  { kind: "invariant", title: "What must hold", note: "Rows that break a rule of the brief are thrown at the tables." },
  { kind: "pattern", title: "What is asked", note: "Each question runs on a small and on a large table." },
];

/** All that is tried, in the scenario's order; verdicts come one by one. */
export function ClaimList({ state, onMend }: ClaimListProps) {
  const { claims, sizes, proofs, before, mends } = state;
  const isEmpty = state.phase === "failed" && Object.keys(proofs).length === 0;
  if (!sizes || isEmpty) return null;
  return GROUPS.map(({ kind, title, note }) => {
    const own = claims.filter((claim) => claim.kind === kind);
    if (own.length === 0) return null;
    return (
      <section key={kind} aria-label={title}>
        <h3 className="font-medium">{title}</h3>
        <p className="text-small text-ink-soft">{note}</p>
        <ul className="mt-2 divide-y divide-line border-y border-line text-small leading-5">
          {own.map((claim) => (
            <ClaimRow
              key={claim.id}
              claim={claim}
              proof={proofs[claim.id] ?? null}
              before={before[claim.id] ?? null}
              sizes={sizes}
              mends={mends}
              busy={isBusy(state)}
              onMend={onMend}
            />
          ))}
        </ul>
      </section>
    );
  });
}
