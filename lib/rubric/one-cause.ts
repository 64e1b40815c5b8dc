import type { Context, Judgement } from "./rule";

/** The entity that a judgement's subject is about: itself, that of an attribute or a relation, or an invariant's. */
function entityOf({ scenario }: Context, subject: string): string {
  const invariant = scenario.invariants.find(({ id }) => id === subject);
  if (!invariant) return /^\w+/.exec(subject)?.[0] ?? subject;
  const name = invariant.kind === "reference" ? invariant.relation : invariant.entity;
  return /^\w+/.exec(name)?.[0] ?? name;
}

/** What one row of several kinds lacks, it lacks once: the same flaw at the same place for the next kind follows from the first. */
export function chargedOnce(context: Context, judgements: readonly Judgement[]): readonly Judgement[] {
  const charged = new Map<string, string>();
  return judgements.map((judgement) => {
    const entity = entityOf(context, judgement.subject);
    const place = context.alignment.entities.get(entity);
    if (judgement.verdict === "met" || judgement.follows || place?.how !== "generic") return judgement;
    const flaw = [judgement.verdict, judgement.span?.start, place.table.name.text].join();
    const first = charged.get(flaw) ?? entity;
    charged.set(flaw, first);
    return first === entity ? judgement : { ...judgement, follows: true as const };
  });
}
