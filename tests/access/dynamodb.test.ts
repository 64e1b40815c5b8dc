import dynalite from "dynalite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Lookup, pathsOf, serve } from "@/lib/access";
import { holdersOf } from "@/lib/align";
import { randomFrom, shuffled } from "@/lib/chance";
import { aDesign, anAttribute, anIndex, aTable, type Table } from "@/lib/design";

/**
 * What may be asked of partition and sort keys, by dynalite: DynamoDB's own rules in an implementation that was tested against it
 * (https://github.com/architect/dynalite). A lookup is served by a key where DynamoDB takes all of it as a key condition, and what
 * comes back first is what was asked for.
 */
type Item = Readonly<Record<string, number>>;
const COLUMNS = ["a", "b", "c", "d"] as const;
type Column = (typeof COLUMNS)[number];

interface Ask {
  readonly equal: readonly Column[];
  readonly range: Column | null;
  readonly order: Column | null;
  readonly limit: number | null;
}

interface Keys {
  readonly partition: Column;
  readonly sort: Column | null;
}

let server: ReturnType<typeof dynalite>;
let url = "";
beforeAll(async () => {
  server = dynalite({ createTableMs: 0 });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has a port");
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));

interface Answer {
  readonly Items?: readonly Readonly<Record<string, { readonly N: string }>>[];
  readonly message?: string;
  readonly __type?: string;
  readonly Table?: { readonly TableStatus: string };
}

async function send(operation: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/x-amz-json-1.0",
      "X-Amz-Target": `DynamoDB_20120810.${operation}`,
      "X-Amz-Date": "20260101T000000Z",
      Authorization:
        "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=a",
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

const schemaOf = ({ partition, sort }: Keys) => [
  { AttributeName: partition, KeyType: "HASH" },
  ...(sort ? [{ AttributeName: sort, KeyType: "RANGE" }] : []),
];

async function makeTable(name: string, main: Keys, global: Keys | null, items: readonly Item[]): Promise<void> {
  const used = new Set(
    [main, ...(global ? [global] : [])].flatMap(({ partition, sort }) => [partition, ...(sort ? [sort] : [])]),
  );
  const made = await send("CreateTable", {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [...used].map((one) => ({ AttributeName: one, AttributeType: "N" })),
    KeySchema: schemaOf(main),
    ...(global
      ? {
          GlobalSecondaryIndexes: [
            { IndexName: "other", KeySchema: schemaOf(global), Projection: { ProjectionType: "ALL" } },
          ],
        }
      : {}),
  });
  if (made.__type) throw new Error(made.message ?? made.__type);
  for (let tries = 0; tries < 100; tries++) {
    const { Table: table } = await send("DescribeTable", { TableName: name });
    if (table?.TableStatus === "ACTIVE") break;
    await new Promise((done) => setTimeout(done, 5));
  }
  for (let from = 0; from < items.length; from += 25) {
    const requests = items.slice(from, from + 25).map((item) => ({
      PutRequest: { Item: Object.fromEntries(Object.entries(item).map(([column, n]) => [column, { N: String(n) }])) },
    }));
    const put = await send("BatchWriteItem", { RequestItems: { [name]: requests } });
    if (put.__type) throw new Error(put.message ?? put.__type);
  }
}

const MIDDLE = 500;

function expected({ equal, range, order, limit }: Ask, items: readonly Item[]): readonly Item[] {
  const found = items.filter(
    (item) => equal.every((column) => item[column] === 0) && (range === null || (item[range] ?? 0) > MIDDLE),
  );
  const sorted = order === null ? found : found.toSorted((x, y) => (y[order] ?? 0) - (x[order] ?? 0));
  return limit === null ? sorted : sorted.slice(0, limit);
}

const textOf = (item: Item) => COLUMNS.map((column) => item[column] ?? "").join();

/** Whether DynamoDB answers the whole question by this key alone. */
async function isAnswered(name: string, index: string | null, ask: Ask, items: readonly Item[]): Promise<boolean> {
  const parts = [...ask.equal.map((column) => `${column} = :zero`), ...(ask.range ? [`${ask.range} > :middle`] : [])];
  if (parts.length === 0) return false;
  const answer = await send("Query", {
    TableName: name,
    ...(index ? { IndexName: index } : {}),
    KeyConditionExpression: parts.join(" AND "),
    ExpressionAttributeValues: {
      ...(ask.equal.length > 0 ? { ":zero": { N: "0" } } : {}),
      ...(ask.range ? { ":middle": { N: String(MIDDLE) } } : {}),
    },
    ScanIndexForward: false,
    ...(ask.limit === null ? {} : { Limit: ask.limit }),
  });
  if (!answer.Items) {
    expect(answer.__type).toContain("ValidationException");
    return false;
  }
  const got = answer.Items.map((item) =>
    Object.fromEntries(Object.entries(item).map(([column, { N }]) => [column, Number(N)])),
  );
  const wanted = expected(ask, items);
  if (ask.order !== null && ask.limit !== null) {
    const { order } = ask;
    const sortedBy = (all: readonly Item[]) => all.map((item) => item[order]).join();
    return sortedBy(got) === sortedBy(wanted);
  }
  if (ask.limit !== null) return got.length === wanted.length;
  return got.map(textOf).toSorted().join(";") === wanted.map(textOf).toSorted().join(";");
}

function lookupOf(table: Table, ask: Ask): Lookup {
  const [holder] = holdersOf(aDesign({ tables: [table] }), "key-value");
  if (!holder) throw new Error("a table is a holder");
  return {
    holder,
    table,
    equal: ask.equal.map((column) => ({ column, constant: null, others: [], given: "parameter" as const })),
    range: ask.range,
    order: ask.order,
    limit: ask.limit,
    free: new Set(),
    around: new Set(),
    standIns: new Set(),
    facts: new Map(),
    spelling: new Map(COLUMNS.map((column) => [column, column])),
  };
}

const draw = <T>(random: () => number, items: readonly [T, ...T[]]): T =>
  items[Math.floor(random() * items.length)] ?? items[0];

function keysOf(random: () => number): Keys {
  const partition = draw(random, COLUMNS);
  const others = COLUMNS.filter((column) => column !== partition);
  return { partition, sort: random() < 0.8 ? (others[Math.floor(random() * others.length)] ?? null) : null };
}

function askOf(random: () => number): Ask {
  const equal = COLUMNS.filter(() => random() < 0.35);
  const rest = COLUMNS.filter((column) => !equal.includes(column));
  const pick = () => rest[Math.floor(random() * rest.length)] ?? null;
  const range = random() < 0.4 ? pick() : null;
  const order = random() < 0.5 ? pick() : null;
  return { equal, range, order, limit: order !== null || random() < 0.3 ? 3 : null };
}

/**
 * So many that each combination of zeros has far more rows than any LIMIT: where four rows match, their first three may come in the wanted
 * order by accident.
 */
const ROWS = 240;

/** The values other than zero are all different, in an order of their own for each column, and the greatest ones come first. */
function itemsFor(random: () => number): readonly Item[] {
  const values = Array.from({ length: ROWS }, (_, i) => i * 4 + 1);
  const orders = COLUMNS.map(() => shuffled(values, `${random()}`));
  return Array.from({ length: ROWS }, (_, row) =>
    Object.fromEntries(COLUMNS.map((column, at) => [column, random() < 0.5 ? 0 : (orders[at]?.[row] ?? 0)])),
  );
}

interface Drawn {
  readonly name: string;
  readonly main: Keys;
  readonly global: Keys | null;
  readonly table: Table;
  readonly items: readonly Item[];
}

const columnsOf = ({ partition, sort }: Keys): readonly Column[] => (sort ? [partition, sort] : [partition]);

function drawTable(random: () => number, name: string): Drawn {
  const [main, global] = [keysOf(random), random() < 0.5 ? keysOf(random) : null];
  /** One row for each key, as a put with the same key writes over the first. */
  const byKey = new Map(
    itemsFor(random).map((item) => [
      columnsOf(main)
        .map((column) => item[column])
        .join(),
      item,
    ]),
  );
  const table = aTable("things", {
    attributes: COLUMNS.map((column) => anAttribute(column, { type: "number" })),
    partition: [main.partition],
    clustering: main.sort ? [{ path: main.sort, direction: "asc" }] : [],
    indexes: global ? [anIndex([...columnsOf(global)], { name: "other", partition: [global.partition] })] : [],
  });
  return { name, main, global, table, items: [...byKey.values()] };
}

async function compare({ name, main, global, table, items }: Drawn, ask: Ask): Promise<void> {
  const isOne = columnsOf(main).every((column) => ask.equal.includes(column));
  const lookup = lookupOf(table, ask);
  for (const path of pathsOf({ design: aDesign({ tables: [table] }), foreignKeysIndexed: false }, lookup.holder)) {
    /** One row by the table's own key: the rest of the question is checked there, and an index is of no use. */
    if (isOne && path.index) continue;
    const keyed: Ask = isOne
      ? { equal: ask.equal.filter((column) => columnsOf(main).includes(column)), range: null, order: null, limit: null }
      : ask;
    const shown = await isAnswered(name, path.index ? "other" : null, keyed, items);
    const said = serve(path, lookup).served === "served";
    expect(said, JSON.stringify({ main, global, index: path.index !== null, ask })).toBe(shown);
  }
}

const TABLES = 40;
const ASKS = 20;

describe("partition and sort keys serve what DynamoDB takes", () => {
  test.each(Array.from({ length: TABLES }, (_, at) => at))("table %i", async (at) => {
    const random = randomFrom(`${7_000 + at}`);
    const drawn = drawTable(random, `things${at}`);
    await makeTable(drawn.name, drawn.main, drawn.global, drawn.items);
    for (let one = 0; one < ASKS; one++) await compare(drawn, askOf(random));
  });
});
