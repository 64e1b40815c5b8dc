import type { Rule } from "../../rule";

export const notNeeded: Rule = {
  id: "graph/not-needed",
  dimension: "graph",
  stores: ["graph"],
  doc: {
    title: "Use a graph for depth, not for relations",
    asks: "Does some question follow edges to a depth that is not known ahead?",
    why: "Relations alone are no reason for a graph: a relational store keeps and joins them well. Even the largest social graph was kept in MySQL. A graph pays off where a path has no fixed length.",
    mend: "Count the hops of each question. If all are one or two, choose a relational store.",
    examples: [
      {
        title: "A graph for an auction",
        scenario: "auction",
        sheet: "---\nscenario: auction\nstore: Neo4j\n---\nnode User: id (PK)",
        says: [{ subject: "graph", verdict: "violated" }],
      },
      {
        title: "Rings of unknown length",
        scenario: "fraud-rings",
        sheet: "---\nscenario: fraud-rings\nstore: Neo4j\n---\nnode Account: id (PK), status",
        says: [],
      },
    ],
  },
  check({ scenario, answer }) {
    if (scenario.stores.graph.fit !== "poor") return [];
    const message = `No question here goes deep: each is a hop or two, which a relational store does as well and keeps safer. ${scenario.stores.graph.why}`;
    const best = Object.entries(scenario.stores).flatMap(([type, one]) => (one.fit === "best" ? [type] : []));
    const fix = `Choose a ${best.join(" or ")} store, and keep each edge as a row of its own.`;
    const span = answer.decisions.store?.span ?? null;
    return [{ subject: "graph", verdict: "violated", stake: "fatal", message, fix, span, follows: true }];
  },
};
