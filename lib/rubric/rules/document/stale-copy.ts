import { code } from "../../context";
import { strictCopies } from "../../copies";
import type { Judgement, Rule } from "../../rule";

export const staleCopy: Rule = {
  id: "document/stale-copy",
  dimension: "document",
  stores: ["document"],
  doc: {
    title: "Do not copy what must be exact",
    asks: "Is a value that must be strong copied into other documents?",
    why: "A copy is corrected later, document by document. That is fine for a name beside a post; of a price, a balance or a state that people act on, the old value is a wrong answer.",
    mend: "Refer to it and read it where it is kept, or copy it as a fact of that moment under a name that says so (`price_at_sale`).",
    examples: [
      {
        title: "A stock figure copied into reviews",
        scenario: "product-catalog",
        sheet:
          "---\nscenario: product-catalog\nstore: MongoDB\n---\nproducts: _id (PK), title, brand, created_at, variants [ { sku, price, stock } ]\nreviews: _id (PK), product_id (ref -> products._id), rating, body, created_at, price (copy of products.price)",
        says: [
          { subject: "variant.price", verdict: "violated" },
          { subject: "variant", verdict: "violated" },
        ],
      },
      {
        title: "A title may lag",
        scenario: "product-catalog",
        sheet:
          "---\nscenario: product-catalog\nstore: MongoDB\n---\nproducts: _id (PK), title, brand, created_at, variants [ { sku, price, stock } ]\nreviews: _id (PK), product_id (ref -> products._id), rating, body, created_at, product_title (copy of products.title)",
        says: [],
      },
    ],
  },
  check: (context) =>
    strictCopies(context).flatMap(({ subject, written, span }): readonly Judgement[] => {
      const message = `${code(written)} is a copy of something that must be exact: between its change and the copy's, people act on the old value.`;
      const fix = "Read it where it is kept, or name it as the value of that moment.";
      const said = { verdict: "violated", stake: "integrity", message, fix, span } as const;
      const [entity = subject] = subject.split(".");
      return [
        { ...said, subject },
        { ...said, subject: entity, follows: true },
      ];
    }),
};
