import { spoken } from "../../context";
import { baseOf, columnOf, keptRelations, spanOf } from "../../relations";
import type { Rule } from "../../rule";

export const noJunction: Rule = {
  id: "relationships/no-junction",
  dimension: "relationships",
  stores: ["relational"],
  doc: {
    title: "Keep links as rows, not as lists of ids",
    asks: "Is a relation kept as a list of ids inside a column?",
    why: "A list cannot be checked by a reference, cannot be made unique, cannot be indexed from the other end, and grows until the row is too large.",
    mend: "Make a table with one row for each link, keyed by both ends.",
    examples: [
      {
        title: "Who one follows, as a list",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username, following_ids [id]\nposts: id (PK), author_id (FK -> users.id), content, created_at",
        says: [
          { subject: "follow", verdict: "violated" },
          { subject: "follow->followee", verdict: "violated" },
        ],
      },
      {
        title: "One row for each link",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username\nfollows: follower_id (PK, FK -> users.id), followee_id (PK, FK -> users.id)",
        says: [],
      },
    ],
  },
  check: (context) =>
    keptRelations(context).flatMap((kept) => {
      if (kept.place?.how !== "list") return [];
      const message = `${columnOf(kept.place)} keeps the links as a list: no reference checks them, nothing stops a double, and the other end cannot be asked.`;
      const fix = `Make a table for the ${spoken(kept.relation.from)} with one row for each link.`;
      const said = { verdict: "violated", ...baseOf(kept), message, fix, span: spanOf(kept.place) } as const;
      if (context.alignment.entities.has(kept.relation.from)) return [said];
      /** The list stands for the whole link: its entity is the subject, the relation follows. */
      return [
        { ...said, subject: kept.relation.from },
        { ...said, follows: true },
      ];
    }),
};
