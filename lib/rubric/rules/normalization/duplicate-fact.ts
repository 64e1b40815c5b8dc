import { code } from "../../context";
import { silentCopies } from "../../copies";
import type { Rule } from "../../rule";

export const duplicateFact: Rule = {
  id: "normalization/duplicate-fact",
  dimension: "normalization",
  stores: ["relational"],
  doc: {
    title: "Keep each fact in one place",
    asks: "Is a fact of one thing kept in the rows of another as well, without being said to be a copy?",
    why: "What is kept twice will differ one day: the e-mail is changed in one table and not in the other, and nobody knows which one is right.",
    mend: "Drop it and join; or say what it is (`copy of users.name`), which pattern needs it, and who keeps it right.",
    examples: [
      {
        title: "The author's name in each post",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username (unique)\nposts: id (PK), author_id (FK -> users.id), author_username, content, created_at",
        says: [{ subject: "posts.author_username", verdict: "violated" }],
      },
      {
        title: "The author's name once",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username (unique)\nposts: id (PK), author_id (FK -> users.id), content, created_at",
        says: [],
      },
    ],
  },
  check: (context) =>
    silentCopies(context).map(({ written, of, span }) => ({
      subject: written,
      verdict: "violated",
      stake: "check",
      message: `${code(written)} repeats ${code(of ?? "")}: when one is changed, the other still says the old value.`,
      fix: "Drop it and join, or say that it is a copy and what for.",
      span,
    })),
};
