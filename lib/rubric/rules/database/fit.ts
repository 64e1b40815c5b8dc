import { STORE_TYPES } from "@/lib/design";
import type { Judgement, Rule } from "../../rule";

export const fit: Rule = {
  id: "database/fit",
  dimension: "database",
  stores: STORE_TYPES,
  doc: {
    title: "Choose a type of database that can keep what must be kept",
    asks: "Can the chosen type of database serve the patterns and keep the promises of the brief?",
    why: "The type shapes everything after it. Most of the time a relational database is enough; another type needs a specific reason in the brief.",
    mend: "Start from relational. Leave it only for something that the brief says and that a relational database does badly.",
    examples: [
      {
        title: "A graph for an auction",
        scenario: "auction",
        sheet: "---\nscenario: auction\nstore: Neo4j\n---\nnode User: id (PK)",
        says: [{ subject: "graph", verdict: "violated" }],
      },
      {
        title: "Nothing chosen",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nusers: id (PK)",
        says: [{ subject: "relational", verdict: "missed" }],
      },
      {
        title: "Relational",
        scenario: "auction",
        sheet: "---\nscenario: auction\nstore: PostgreSQL\n---\nusers: id (PK)",
        says: [],
      },
    ],
  },
  check({ scenario, answer, store }): readonly Judgement[] {
    const said = answer.decisions.store;
    const { fit: suits, why } = scenario.stores[store];
    if (!said) {
      const message = "You did not say which type of database this is for; it was read as relational.";
      return [
        {
          subject: store,
          verdict: "missed",
          stake: "decision",
          message,
          fix: "Write `store: PostgreSQL`, or the type you mean.",
          span: null,
        },
      ];
    }
    if (suits !== "poor") {
      return [
        {
          subject: store,
          verdict: "met",
          stake: "fatal",
          message: `${said.value.engine ?? store} fits. ${why}`,
          fix: "",
          span: said.span,
        },
      ];
    }
    const best = Object.entries(scenario.stores).flatMap(([type, one]) => (one.fit === "best" ? [type] : []));
    const message = `A ${store} store does not fit here. ${why}`;
    const fix = `Choose a ${best.join(" or ")} store.`;
    return [{ subject: store, verdict: "violated", stake: "fatal", message, fix, span: said.span }];
  },
};
