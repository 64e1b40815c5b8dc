/** How an operator states what must be said of its mutants. */
import type { Answer } from "@/lib/design";
import type { Claim, Model, Mutant } from "./claim";
import { claimOf, type Fact, factsOf, lossesOf } from "./facts";

/** A mutant before the oracle looked at it. */
export interface Draft {
  readonly what: string;
  readonly answer: Answer;
  /** Must be said whatever the facts show. */
  readonly must?: readonly Claim[];
  /** May follow whatever the facts show. */
  readonly may?: readonly Claim[];
  /** Why nothing need be said of it, where the operator knows. */
  readonly reason?: string;
  /** It changes a deliberate copy: what that serves is beyond this oracle. */
  readonly touchesCopy?: boolean;
}

export interface Operator {
  readonly name: string;
  /** Of all that no longer holds: what is the cause. The rest follows from it and may be said. */
  readonly cause: (lost: readonly Fact[]) => readonly Fact[];
  readonly draw: (model: Model) => readonly Draft[];
}

const before = new WeakMap<Model, readonly Fact[]>();

function factsBefore(model: Model): readonly Fact[] {
  const known = before.get(model) ?? factsOf(model, model.answer);
  before.set(model, known);
  return known;
}

function expect(model: Model, operator: Operator, draft: Draft): Mutant {
  const facts = factsBefore(model);
  const said = (fact: Fact) => claimOf(fact, model);
  const { lost, doubtful } = lossesOf(facts, factsOf(model, draft.answer));
  const cause = operator.cause(lost);
  const must = draft.reason !== undefined ? [] : [...(draft.must ?? []), ...cause.map(said)];
  const served = draft.touchesCopy === true ? facts.filter(({ kind }) => kind === "pattern") : [];
  const may = [
    ...(draft.may ?? []),
    ...lost.map(said),
    ...doubtful.map(said),
    ...facts.filter(({ holds }) => holds !== "yes").map(said),
    ...served.map(said),
  ];
  const reason =
    must.length > 0
      ? ""
      : (draft.reason ??
        (doubtful.length > 0 || served.length > 0
          ? "the scenario does not decide it"
          : "nothing that the scenario asks is lost"));
  return { operator: operator.name, what: draft.what, answer: draft.answer, must, may, reason };
}

export function mutantsOf(model: Model, operators: readonly Operator[]): readonly Mutant[] {
  return operators.flatMap((operator) => operator.draw(model).map((draft) => expect(model, operator, draft)));
}
