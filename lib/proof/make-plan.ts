import type { Alignment } from "@/lib/align";
import type { ForbiddenDouble, floatMoney } from "@/lib/rubric";
import { type Ask, asksOf, isAsk } from "./asks";
import { attackAgain, Ground, planAttack } from "./attacks";
import { tablePlan } from "./fill";
import { Fixture } from "./fixture";
import { gapsOf } from "./gaps";
import type { ProofPlan, Sizes, Unrunnable } from "./plan";
import { probeOf } from "./probes";
import { rolesOf } from "./roles";
import { subjectsOf } from "./subject";
import { sumsOf } from "./sums";
import { truthStatements } from "./truth-plan";

/** What an answer is said to get wrong beyond the scenario's own invariants. */
export interface Suspected {
  /** Doubles that the design refuses though the brief allows them. */
  readonly forbidden?: readonly ForbiddenDouble[];
  /** Money that is kept as floating point. */
  readonly money?: ReturnType<typeof floatMoney>;
}

/**
 * All that is to be run to prove a relational design against its scenario: rows, queries and attacks. The same design gives the same plan,
 * to the letter. Sizes are rows a table.
 */
export function makePlan(alignment: Alignment, sizes: Sizes, suspected: Suspected = {}): ProofPlan {
  const { forbidden = [], money = [] } = suspected;
  const { scenario, design } = alignment;
  const subjects = subjectsOf(alignment);
  const asks = asksOf(alignment, subjects);
  const fixture = new Fixture(subjects, design);
  const ground = new Ground(alignment, subjects, fixture);
  const doubles = forbidden.map((one) => ({ ...one, id: `again ${one.subject}` }));
  const planned = [
    ...scenario.invariants.map((one) => planAttack(ground, one)),
    ...doubles.map((one) => attackAgain(ground, one, one.id)),
  ];
  const runnable = asks.filter(isAsk);
  const asked = (ask: Ask) => runnable.filter(({ subject }) => subject === ask.subject);
  const sums = sumsOf(subjects, money);
  const tables = subjects.filter((subject) => runnable.some((ask) => ask.subject === subject));
  const unasked = asks.flatMap((one): Unrunnable[] => (isAsk(one) ? [] : [{ id: one.pattern, why: one.why }]));
  const unattacked = planned.flatMap((one): Unrunnable[] => ("why" in one ? [one] : []));
  return {
    sizes,
    claims: [
      ...scenario.invariants.map(({ id, words }) => ({ id, kind: "invariant" as const, claim: words })),
      ...doubles.map(({ id, what, columns }) => ({
        id,
        kind: "invariant" as const,
        claim: `There may be a second ${what} with the same ${columns.join(", ")}`,
      })),
      ...sums.map(({ id, what, wanted }) => ({ id, kind: "invariant" as const, claim: `${what} make ${wanted}` })),
      ...scenario.patterns.map(({ id, asks: claim }) => ({ id, kind: "pattern" as const, claim })),
    ],
    tables: tables.map((subject) => {
      const own = runnable.filter((ask) => ask.subject === subject);
      return tablePlan(subject, rolesOf(subject, own), sizes);
    }),
    probes: runnable.map((ask) => probeOf(ask, rolesOf(ask.subject, asked(ask)), sizes)),
    truth: { build: truthStatements(subjects), attacks: planned.flatMap((one) => ("why" in one ? [] : [one])), sums },
    gaps: gapsOf(subjects),
    unrunnable: [...unasked, ...unattacked].filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at),
  };
}
