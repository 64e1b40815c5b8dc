import { type Asker, type Candidate, flawsAt, isFlawed, whereFlawed } from "../ask";

/** They take away what the question asks for: it is not slow, it cannot be asked. */
const UNASKABLE: readonly string[] = ["drop-attribute", "turn-reference", "embed-list"];

const SLOW = "Which of these is slow on this design?";
const KEYLESS = "Which of these can no key of this design answer?";

/** The one pattern that is not served. */
export const askSlow: Asker = ({ scenario, store }, { operator }, graded) => {
  if (UNASKABLE.includes(operator)) return [];
  const candidates: readonly Candidate[] = scenario.patterns.map(({ id, asks }) => ({
    text: asks,
    evidence: { kind: "pattern", id },
  }));
  const slow = candidates.filter(({ evidence }) => isFlawed(graded.report, evidence));
  /** Without a place in the sheet the design lacks what the question asks for. */
  if (slow.some(({ evidence }) => flawsAt(graded.report, evidence).some(({ at }) => at === null))) return [];
  const isKeyed = store === "key-value" || store === "wide-column";
  return [whereFlawed(graded, "slow", isKeyed ? KEYLESS : SLOW, candidates)];
};
