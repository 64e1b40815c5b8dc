import type { Attribute, Table } from "@/lib/design";
import { plainName } from "@/lib/design";
import { code, tableName } from "../../context";
import type { Context, Judgement, Rule } from "../../rule";

/** Parts of one thing that are numbered by custom, not repetitions. */
const NUMBERED_PARTS = /(line|address|addr|street|dim|level|tier|step|day|version|sha|md|v)_?$/i;

/** `tag1`, `tag2`, `tag3` → the columns of each group of two and more. */
function numbered(table: Table): readonly (readonly Attribute[])[] {
  const groups = new Map<string, Attribute[]>();
  for (const attribute of table.attributes) {
    const stem = /^(.*\D)\d+$/.exec(attribute.name.text)?.[1];
    if (stem === undefined || NUMBERED_PARTS.test(stem)) continue;
    groups.set(stem, [...(groups.get(stem) ?? []), attribute]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function judgeGroup(table: Table, group: readonly Attribute[]): Judgement {
  const [first] = group;
  const names = group.map(({ name }) => code(name.text)).join(", ");
  const message = `${names} in ${tableName(table)} are one fact said ${group.length} times: the next one has no column, and a search must look in all of them.`;
  const fix = "Make a table with one row for each value.";
  const subject = `${table.name.text}.${first?.name.text ?? ""}`;
  return { subject, verdict: "violated", stake: "check", message, fix, span: first?.span ?? table.name.span };
}

/** True for a column that the aligner took for a relation kept as a list: that rule speaks. */
function isRelation({ alignment }: Context, table: Table, attribute: Attribute): boolean {
  const plain = plainName(attribute.name.text);
  return [...alignment.relations.values()].some(
    (place) => place.table === table && place.columns.some((column) => plainName(column) === plain),
  );
}

function judgeList(table: Table, attribute: Attribute): Judgement {
  const written = `${table.name.text}.${attribute.name.text}`;
  const message = `${code(written)} keeps many values in one column: none of them can be checked, made unique or found by an ordinary index.`;
  const fix = "Make a table with one row for each value.";
  return { subject: written, verdict: "violated", stake: "check", message, fix, span: attribute.span };
}

/** Lists of plain values, where the scenario does not keep an entity there. */
function lists(context: Context, table: Table): readonly Attribute[] {
  const embedded = new Set(
    context.alignment.placings.flatMap(({ holder }) => (holder.parent?.table === table ? [holder.path] : [])),
  );
  return table.attributes.filter(
    (attribute) =>
      (attribute.shape === "list" || attribute.shape === "objects" || /\[\]|\barray\b/i.test(attribute.type ?? "")) &&
      !embedded.has(attribute.name.text) &&
      !isRelation(context, table, attribute),
  );
}

export const repeatingGroup: Rule = {
  id: "normalization/repeating-group",
  dimension: "normalization",
  stores: ["relational"],
  doc: {
    title: "One value a column, one fact a row",
    asks: "Are there numbered columns (`tag1`, `tag2`) or lists of values in a column?",
    why: "First normal form: each column holds one value. Numbered columns run out; lists hide their values from keys, checks and indexes.",
    mend: "Give the values a table of their own, one row each, keyed by the row they belong to and the value.",
    examples: [
      {
        title: "Three tags a post",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username (unique)\nposts: id (PK), author_id (FK -> users.id), content, created_at, tag1, tag2, tag3",
        says: [{ subject: "posts.tag1", verdict: "violated" }],
      },
      {
        title: "One row a tag",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username (unique)\nposts: id (PK), author_id (FK -> users.id), content, created_at\npost_tags: post_id (PK, FK -> posts.id), tag (PK)",
        says: [],
      },
    ],
  },
  check: (context) =>
    context.alignment.design.tables
      .filter(({ section }) => section === null)
      .flatMap((table) => [
        ...numbered(table).map((group) => judgeGroup(table, group)),
        ...lists(context, table).map((attribute) => judgeList(table, attribute)),
      ]),
};
