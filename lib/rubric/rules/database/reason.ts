import { STORE_TYPES } from "@/lib/design";
import { code, listed } from "../../context";
import type { Judgement, Rule } from "../../rule";

export const reason: Rule = {
  id: "database/reason",
  dimension: "database",
  stores: STORE_TYPES,
  doc: {
    title: "Give reasons that are true here",
    asks: "Does each reason given for the database hold for that type in this scenario?",
    why: "An interviewer listens to the reason more than to the name. A reason that the brief does not bear out says that the choice was a habit.",
    mend: "Keep the reasons that you can point to in the brief; drop the rest.",
    examples: [
      {
        title: "A flexible schema that nobody asked for",
        scenario: "auction",
        sheet: "---\nscenario: auction\nstore: PostgreSQL\nbecause: [flexible-schema]\n---\nusers: id (PK)",
        says: [{ subject: "relational", verdict: "violated" }],
      },
      {
        title: "One true reason and one that is not",
        scenario: "auction",
        sheet: "---\nscenario: auction\nstore: PostgreSQL\nbecause: [transactions, expiry]\n---\nusers: id (PK)",
        says: [{ subject: "relational", verdict: "partial" }],
      },
      {
        title: "Reasons that hold",
        scenario: "auction",
        sheet: "---\nscenario: auction\nstore: PostgreSQL\nbecause: [relationships, transactions]\n---\nusers: id (PK)",
        says: [],
      },
    ],
  },
  check({ scenario, answer, store }): readonly Judgement[] {
    const { reasons, why } = scenario.stores[store];
    const said = answer.decisions.because;
    const [first] = said;
    if (reasons.length === 0 || !first) return [];
    const wrong = said.filter(({ value }) => !reasons.includes(value));
    const right = said.filter(({ value }) => reasons.includes(value)).map(({ value }) => code(value));
    const base = { subject: store, stake: "decision" as const };
    const [bad] = wrong;
    if (!bad) {
      const message = `${listed(right)}: ${right.length > 1 ? "these hold" : "this holds"} here. ${why}`;
      return [{ verdict: "met", ...base, message, fix: "", span: first.span }];
    }
    const names = listed(wrong.map(({ value }) => code(value)));
    const message = `${names} ${wrong.length > 1 ? "are not reasons" : "is no reason"} for a ${store} store here: the brief does not ask for it. ${why}`;
    const fix = `Say ${listed(reasons.map(code))} instead.`;
    return [{ verdict: right.length > 0 ? "partial" : "violated", ...base, message, fix, span: bad.span }];
  },
};
