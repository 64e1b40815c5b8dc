import fc from "fast-check";
import {
  type Attribute,
  aCheck,
  aDesign,
  aKey,
  anAttribute,
  anEdge,
  anIndex,
  aReference,
  aTable,
  aTemplate,
  type Design,
  type Table,
} from "@/lib/design";
import { partsOf } from "@/lib/notation/shorthand/template";

/** Names as people give them, with a few that need quotes: keywords, spaces, other scripts. */
const name = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "index",
      "key",
      "order items",
      "PK",
      "naïve",
      "用户",
      'say "x"',
      "gsi1",
      "unique",
      "desc",
      "ttl",
    ),
  },
);
const names = (min: number, max: number) =>
  fc.uniqueArray(name, {
    minLength: min,
    maxLength: max,
    selector: (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""),
  });

const type = fc.option(
  fc.constantFrom(
    "text",
    "bigint",
    "varchar(255)",
    "numeric(10, 2)",
    "timestamp with time zone",
    "enum('a', 'b')",
    "uuid",
  ),
  {
    nil: null,
  },
);
const duration = fc.option(fc.constantFrom("30d", "10m", "1 year"), { nil: null });
const value = fc.option(fc.constantFrom("0", "now()", "'open'", "gen_random_uuid()", "null"), { nil: null });

function attributes(depth: number, min: number): fc.Arbitrary<Attribute[]> {
  return names(min, 5).chain((all) => fc.tuple(...all.map((word) => attribute(word, depth))));
}

function attribute(word: string, depth: number): fc.Arbitrary<Attribute> {
  const shape = fc.constantFrom(
    ...(depth > 0 ? (["scalar", "list", "object", "objects"] as const) : (["scalar", "list"] as const)),
  );
  return shape.chain((kind) => {
    const nested = kind === "object" || kind === "objects" ? attributes(depth - 1, 0) : fc.constant([]);
    return fc
      .record({
        type: kind === "scalar" || kind === "list" ? type : fc.constant(null),
        attributes: nested,
        notNull: fc.boolean(),
        default: value,
        copyOf: fc.option(fc.record({ table: name, column: name }), { nil: null, freq: 6 }),
        ttl: fc.option(fc.constantFrom("30d", "10m"), { nil: null, freq: 6 }),
      })
      .map((part) => anAttribute(word, { ...part, shape: kind }));
  });
}

function pathsOf(list: readonly Attribute[], prefix = ""): string[] {
  return list.flatMap((item) => [prefix + item.name.text, ...pathsOf(item.attributes, `${prefix}${item.name.text}.`)]);
}

function table(word: string): fc.Arbitrary<Table> {
  return attributes(2, 1).chain((list) => {
    const paths = pathsOf(list);
    const some = fc.uniqueArray(fc.constantFrom(...paths), { minLength: 1, maxLength: 3 });
    const direction = fc.constantFrom("asc" as const, "desc" as const);
    const ordered = some.chain((all) =>
      fc.tuple(...all.map((path) => direction.map((way) => ({ path, direction: way })))),
    );
    const index = fc
      .record({
        columns: ordered,
        name: fc.option(name, { nil: null }),
        unique: fc.boolean(),
        include: fc.oneof(fc.constant([]), some),
        where: fc.option(fc.constantFrom("status = 'open'", "a in (1, 2)", "deleted_at is null"), { nil: null }),
        method: fc.option(fc.constantFrom("gin", "hash"), { nil: null }),
      })
      .map((part) => anIndex([], part));
    const secondary = fc
      .record({ name: fc.option(name, { nil: null }), columns: ordered, extra: some })
      .map(({ name: own, columns, extra }) =>
        anIndex([], {
          name: own,
          columns: [{ path: columns[0]?.path ?? "", direction: "asc" }, ...columns.slice(1)],
          partition: [columns[0]?.path ?? ""],
          include: extra.filter((path) => !columns.some((one) => one.path === path)),
        }),
      );
    const reference = fc
      .record({
        columns: some,
        target: fc.record({ table: name, columns: fc.oneof(fc.constant([]), names(1, 2)) }),
        enforced: fc.boolean(),
        onDelete: fc.option(fc.constantFrom("cascade", "set null"), { nil: null }),
      })
      .map(({ columns, target, ...part }) => aReference(columns, target.table, { ...part, target }));
    return fc
      .record({
        keys: fc.array(
          fc.record({ columns: some, primary: fc.boolean() }).map(({ columns, primary }) => aKey(columns, { primary })),
          { maxLength: 3 },
        ),
        references: fc.array(reference, { maxLength: 3 }),
        indexes: fc.array(fc.oneof(index, secondary), { maxLength: 3 }),
        checks: fc.array(
          fc
            .oneof(
              fc.constantFrom("a > b", "length(body) > 0", "status in ('a', 'b')", "x is not null or y > 1"),
              fc.constantFrom("score", ...paths.filter((path) => /^\w+$/.test(path))).map((path) => `${path} >= 0`),
            )
            .map((words) => aCheck(words)),
          { maxLength: 2 },
        ),
        partition: fc.oneof(fc.constant([]), some),
        clustering: fc.oneof(fc.constant([]), ordered),
        ttl: duration,
        shape: fc.constantFrom("table" as const, "node" as const),
      })
      .map((part) => aTable(word, { ...part, attributes: list }));
  });
}

const template = fc
  .record({
    key: fc.constantFrom("session:{token}", "feed:{user_id}:day:{day}", "USER#{id}", "top", "a b:{c}"),
    holds: fc.constantFrom("object", "value", "list", "set", "sorted set", "hash", "counter"),
    attributes: attributes(1, 0),
    by: fc.option(fc.constantFrom("created_at", "score"), { nil: null }),
    ttl: duration,
  })
  .map(({ key, ...part }) => aTemplate(key, { ...part, parts: partsOf(key) }));

const edge = fc
  .record({ name, from: name, to: name, attributes: attributes(1, 0) })
  .map(({ name: word, from, to, attributes: list }) => anEdge(word, from, to, { attributes: list }));

/** Designs with everything that shorthand can say. */
export const designs: fc.Arbitrary<Design> = names(0, 4)
  .chain((all) =>
    fc.record({
      tables: fc.tuple(...all.map(table)),
      templates: fc.array(template, { maxLength: 2 }),
      edges: fc.array(edge, { maxLength: 2 }),
      second: fc.boolean(),
    }),
  )
  .map(({ tables, templates, edges, second }) => {
    if (!second) return aDesign({ tables, templates, edges });
    const sections = [{ kind: "section" as const, engine: "Redis", span: { start: 0, end: 0 } }];
    return aDesign({ tables, edges, templates: templates.map((one) => ({ ...one, section: 0 })), sections });
  });

/** A default that a column of this type takes. */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  text: ["'open'", "'it''s'"],
  bigint: ["0", "42"],
  "varchar(255)": ["'x'"],
  "numeric(10,2)": ["0", "1.50"],
  timestamptz: ["now()"],
  uuid: ["gen_random_uuid()"],
  boolean: ["true", "false"],
  "enum('a', 'b')": ["'a'"],
  jsonb: ["'{}'"],
};

/** A column as every relational notation can say it. */
function column(word: string): fc.Arbitrary<Attribute> {
  return fc.constantFrom(...Object.keys(DEFAULTS)).chain((typeName) =>
    fc
      .record({
        notNull: fc.boolean(),
        default: fc.option(fc.constantFrom(...(DEFAULTS[typeName] ?? [])), { nil: null, freq: 2 }),
        list: fc.constantFrom(false, false, false, typeName !== "enum('a', 'b')" && typeName !== "jsonb"),
      })
      .map(({ notNull, default: words, list }) =>
        anAttribute(word, { type: typeName, notNull, shape: list ? "list" : "scalar", default: list ? null : words }),
      ),
  );
}

function relationalTable(word: string): fc.Arbitrary<Table> {
  return names(1, 6)
    .chain((all) => fc.tuple(...all.map(column)))
    .chain((list) => {
      const own = list.map((one) => one.name.text);
      const some = fc.uniqueArray(fc.constantFrom(...own), { minLength: 1, maxLength: 3 });
      const numbers = list.filter((one) => one.shape === "scalar" && /bigint|numeric/.test(one.type ?? ""));
      const plain = numbers
        .map((one) => one.name.text)
        .filter((text) => /^[a-z]\w*$/.test(text) && !/^(pk|index|key|unique|desc|ttl)$/i.test(text));
      const condition = () =>
        fc.constantFrom(...plain.flatMap((text) => [`${text} > 0`, `${text} is not null`, `${text} in (1, 2)`]));
      const perhaps = plain.length > 0 ? fc.option(condition(), { nil: null, freq: 2 }) : fc.constant(null);
      const ordered = some.chain((all) =>
        fc.tuple(
          ...all.map((path) =>
            fc.constantFrom("asc" as const, "desc" as const).map((direction) => ({ path, direction })),
          ),
        ),
      );
      const index = fc
        .record({ columns: ordered, unique: fc.boolean(), include: fc.oneof(fc.constant([]), some), where: perhaps })
        .map((part) => anIndex([], part));
      return fc
        .record({
          primary: some,
          uniques: fc.uniqueArray(some, { maxLength: 2, selector: (columns) => columns.join() }),
          indexes: fc.array(index, { maxLength: 3 }),
          check: perhaps,
        })
        .map(({ primary, uniques, indexes, check }) =>
          aTable(word, {
            attributes: list,
            keys: [
              aKey(primary, { primary: true }),
              ...uniques.filter((columns) => columns.join() !== primary.join()).map((columns) => aKey(columns)),
            ],
            indexes,
            checks: check === null ? [] : [aCheck(check)],
          }),
        );
    });
}

/** Columns that point at the primary key of a table, with its types. */
function pointing(from: Table, to: Table, onDelete: string | null, required: boolean): Table {
  const columns = to.keys[0]?.columns ?? [];
  const fresh = columns.map((path, i) => ({ path, name: `ref_${i}_${from.attributes.length}` }));
  const added = fresh.map(({ path, name: word }) => {
    const target = to.attributes.find((one) => one.name.text === path);
    return anAttribute(word, { type: target?.type ?? null, shape: target?.shape ?? "scalar", notNull: required });
  });
  const isPlain = added.every((one) => one.shape === "scalar" && !one.type?.startsWith("enum"));
  if (!isPlain) return from;
  const target = { table: to.name.text, columns };
  const reference = aReference(
    fresh.map(({ name: word }) => word),
    to.name.text,
    { target, onDelete },
  );
  return { ...from, attributes: [...from.attributes, ...added], references: [...from.references, reference] };
}

/** Designs that a relational store takes as they are: every name exists, every reference points at a key. */
export const relationalDesigns: fc.Arbitrary<Design> = names(1, 4)
  .chain((all) => fc.tuple(...all.map(relationalTable)))
  .chain((tables) => {
    const one = fc.nat(tables.length - 1);
    const link = fc.record({
      from: one,
      to: one,
      onDelete: fc.option(fc.constantFrom("cascade", "set null"), { nil: null }),
      required: fc.boolean(),
    });
    return fc.array(link, { maxLength: 4 }).map((links) => {
      const linked = [...tables];
      for (const { from, to, onDelete, required } of links) {
        const [own, target] = [linked[from], tables[to]];
        if (own && target) linked[from] = pointing(own, target, onDelete, required);
      }
      return aDesign({ tables: linked });
    });
  });
