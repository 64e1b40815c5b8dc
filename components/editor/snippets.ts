import type { StoreType } from "@/lib/design";

/** A piece of shorthand to fill in. `#{field}` is a place to type; the same field twice is typed once. */
export interface Snippet {
  readonly label: string;
  /** What it is for, in a few words. */
  readonly detail: string;
  readonly template: string;
}

const TABLE: Snippet = {
  label: "table",
  detail: "with a key",
  template: "#{table}: id (PK), #{column} (not null)",
};
const INDEX: Snippet = { label: "index", detail: "columns in order", template: "index #{table}(#{column})" };
const GSI: Snippet = {
  label: "gsi",
  detail: "DynamoDB, a second way in",
  template: "gsi #{name} on #{table}: #{attribute} (partition key), #{sort} (sort key)",
};

/** What each type of store is written with. */
export const SNIPPETS: Readonly<Record<StoreType, readonly Snippet[]>> = {
  relational: [
    TABLE,
    {
      label: "junction",
      detail: "many to many",
      template:
        "#{first_second}: #{first}_id (FK -> #{firsts}.id), #{second}_id (FK -> #{seconds}.id)\n" +
        "PK #{first_second}(#{first}_id, #{second}_id)",
    },
    INDEX,
    { label: "partial index", detail: "a part of the rows", template: "index #{table}(#{column}) where #{condition}" },
    { label: "unique together", detail: "several columns", template: "unique #{table}(#{first}, #{second})" },
    { label: "check", detail: "a rule for each row", template: "check #{table}(#{column} > 0)" },
  ],
  document: [
    {
      label: "collection",
      detail: "with an embedded object",
      template: "#{collection}: _id (PK), #{field}, #{part} { #{first}, #{second} }",
    },
    {
      label: "collection of lists",
      detail: "with an embedded list",
      template: "#{collection}: _id (PK), #{field}, #{items} [ { #{first}, #{second} } ]",
    },
    INDEX,
  ],
  "key-value": [
    {
      label: "key template",
      detail: "an object by its key",
      template: "#{name}:{#{id}} = { #{field}, #{other} } ttl #{30d}",
    },
    {
      label: "sorted set",
      detail: "in order, by key",
      template: "#{name}:{#{id}} = sorted set of #{member} by #{score}",
    },
    {
      label: "DynamoDB table",
      detail: "partition and sort key",
      template: "#{table}: #{partition} (partition key), #{sort} (sort key), #{attribute}",
    },
    GSI,
  ],
  "wide-column": [
    {
      label: "table by query",
      detail: "partition and clustering",
      template: "#{table_by_key}: #{key} (partition key), #{time} (clustering desc), #{id} (clustering), #{column}",
    },
  ],
  graph: [
    { label: "node", detail: "a label and its properties", template: "node #{Label}: id (PK), #{property}" },
    { label: "edge", detail: "from one label to another", template: "edge #{From} -#{VERB}-> #{To}: #{property}" },
    { label: "index of a label", detail: "where a search begins", template: "index #{Label}(#{property})" },
  ],
};

/** Before a store is chosen: one of each kind. */
const ANY: readonly Snippet[] = [
  TABLE,
  INDEX,
  SNIPPETS.document[0],
  SNIPPETS["key-value"][0],
  SNIPPETS.graph[0],
].filter((snippet) => snippet !== undefined);

export function snippetsFor(store: StoreType | null): readonly Snippet[] {
  return store === null ? ANY : SNIPPETS[store];
}
