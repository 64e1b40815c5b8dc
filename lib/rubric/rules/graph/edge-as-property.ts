import { relationId } from "@/lib/scenario";
import { code, spoken, tableName } from "../../context";
import { linksAsProperties } from "../../graph-links";
import { keptRelations, spanOf } from "../../relations";
import type { Context, Judgement, Rule } from "../../rule";

function judgeRelations(context: Context): readonly Judgement[] {
  return keptRelations(context).flatMap((kept): readonly Judgement[] => {
    const { place, relation, id } = kept;
    const from = context.alignment.entities.get(relation.from);
    if (!place || from?.holder.kind !== "node" || place.table !== from.table) return [];
    const [column = ""] = place.columns;
    if (place.how === "merged" || column === "" || column.startsWith("~")) return [];
    const message = `${code(`${place.table.name.text}.${column}`)} keeps the ${spoken(relation.as ?? relation.to)} as a property: the graph cannot walk along it, and finds its other end only by searching.`;
    const fix = `Make it an edge from ${tableName(place.table)} to its ${spoken(relation.as ?? relation.to)}.`;
    return [{ subject: id, verdict: "violated", stake: "integrity", message, fix, span: spanOf(place) }];
  });
}

function judgeLinks(context: Context): readonly Judgement[] {
  const links = linksAsProperties(context);
  return links.flatMap(({ link, end, table, attribute }, at): readonly Judgement[] => {
    const message = `${code(`${table.name.text}.${attribute.name.text}`)} keeps the ${spoken(end)} as a property: two ${tableName(table)} with the same one are not connected, so no path leads through it.`;
    const fix = `Make the ${spoken(end)} a node, and an edge to it from ${tableName(table)}.`;
    const said = { verdict: "violated", stake: "hot", message, fix, span: attribute.span } as const;
    const relations = context.scenario.relations.filter(({ from, to }) => from === link && to === end).map(relationId);
    /** One property that keeps the links of several kinds is one flaw. */
    const again = links.findIndex((one) => one.attribute === attribute) < at;
    return [
      { ...said, subject: link, ...(again ? { follows: true as const } : {}) },
      ...[end, ...relations].map((subject) => ({ ...said, subject, follows: true as const })),
    ];
  });
}

export const edgeAsProperty: Rule = {
  id: "graph/edge-as-property",
  dimension: "graph",
  stores: ["graph"],
  doc: {
    title: "Make a connection an edge",
    asks: "Is something that connects two things kept as a property of one of them?",
    why: "A graph walks along edges. An id in a property is a string: following it is a search, and that is the join one wanted to be rid of.",
    mend: "Make the other end a node and the connection an edge; put what belongs to the connection (a time, a role) on the edge.",
    examples: [
      {
        title: "An author's id in the post",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\nstore: Neo4j\n---\nnode User: id (PK), username\nnode Post: id (PK), author_id, content, created_at\nedge User -FOLLOWS-> User: created_at",
        says: [{ subject: "post->author", verdict: "violated" }],
      },
      {
        title: "An edge to the author",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\nstore: Neo4j\n---\nnode User: id (PK), username\nnode Post: id (PK), content, created_at\nedge User -FOLLOWS-> User: created_at\nedge User -POSTED-> Post",
        says: [],
      },
    ],
  },
  check: (context) => [...judgeRelations(context), ...judgeLinks(context)],
};
