import { STORE_TYPES } from "@/lib/design";
import { code, listed } from "../../context";
import type { Judgement, Rule } from "../../rule";

export const unjustified: Rule = {
  id: "database/unjustified",
  dimension: "database",
  stores: STORE_TYPES,
  doc: {
    title: "Say why you chose it",
    asks: "Is there any reason given for the type of database?",
    why: "“PostgreSQL” alone is a name. What is judged is whether you can say what in the brief asks for it.",
    mend: "Add a line such as `because: [relationships, transactions]`.",
    examples: [
      {
        title: "A store and no reason",
        scenario: "auction",
        sheet: "---\nscenario: auction\nstore: PostgreSQL\n---\nusers: id (PK)",
        says: [{ subject: "relational", verdict: "missed" }],
      },
      {
        title: "A store and its reasons",
        scenario: "auction",
        sheet: "---\nscenario: auction\nstore: PostgreSQL\nbecause: [transactions]\n---\nusers: id (PK)",
        says: [],
      },
    ],
  },
  check({ scenario, answer, store }): readonly Judgement[] {
    const [first] = answer.decisions.because;
    const base = { subject: store, stake: "decision" as const };
    if (first) return [{ verdict: "met", ...base, message: "You said why you chose it.", fix: "", span: first.span }];
    const { reasons } = scenario.stores[store];
    const fix =
      reasons.length > 0
        ? `Add \`because:\` with ${listed(reasons.map(code))}.`
        : "Add `because:` with what in the brief asks for it.";
    const message = "You gave no reason for the type of database.";
    return [{ verdict: "missed", ...base, message, fix, span: answer.decisions.store?.span ?? null }];
  },
};
