/** What PostgreSQL's own account of a run says: `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)`. */
export interface PlanNode {
  readonly type: string;
  readonly index: string | null;
  readonly relation: string | null;
  /** Rows that the node read, kept or thrown away, over all its loops. */
  readonly read: number;
  /** Rows that it gave on, over all its loops. */
  readonly given: number;
  readonly thrown: number;
  readonly loops: number;
  readonly children: readonly PlanNode[];
}

export interface Account {
  readonly root: PlanNode;
  /** Rows read by all scans. */
  readonly touched: number;
  /** Blocks of 8 kB, in memory or not. */
  readonly buffers: number;
  /** Rows of the result. */
  readonly found: number;
  /** Rows that were asked for: those that the LIMIT of each look-up let through, where there are such; else the result. */
  readonly asked: number;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const count = (node: Json, name: string): number => (typeof node[name] === "number" ? node[name] : 0);
const word = (node: Json, name: string): string | null => (typeof node[name] === "string" ? node[name] : null);

const isScan = (type: string) => /Scan$/.test(type) && !/^(Subquery|Function|CTE|WorkTable|Values|Result)/.test(type);

function readNode(node: Json): PlanNode {
  const type = word(node, "Node Type") ?? "";
  const loops = count(node, "Actual Loops");
  const given = count(node, "Actual Rows") * loops;
  const lost = ["Rows Removed by Filter", "Rows Removed by Index Recheck"].map((name) => count(node, name) * loops);
  const thrown = Math.round(lost.reduce((sum, one) => sum + one, 0));
  const plans = Array.isArray(node.Plans) ? node.Plans.filter(isObject) : [];
  return {
    type,
    index: word(node, "Index Name"),
    relation: word(node, "Relation Name"),
    read: Math.round(given) + thrown,
    given: Math.round(given),
    thrown,
    loops,
    children: plans.map(readNode),
  };
}

/** The node and all below it, the node first. */
export function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

/** Rows read below a node. What a bitmap collects was looked up first: the greater of the two counts, not both. */
function touchedBy(node: PlanNode): number {
  const below = node.children.reduce((sum, child) => sum + touchedBy(child), 0);
  if (!isScan(node.type)) return below;
  return node.type === "Bitmap Heap Scan" ? Math.max(node.read, below) : node.read + below;
}

/** Rows that a LIMIT inside a loop let through, over all rounds; 0 where there is none. */
function letThrough(node: PlanNode, isInLoop = false): number {
  if (node.type === "Limit" && isInLoop) return node.given;
  const within = isInLoop || node.type === "Nested Loop";
  return node.children.reduce((sum, child) => sum + letThrough(child, within), 0);
}

/** Reads what `EXPLAIN … FORMAT JSON` gave; throws where it is nothing of the kind. */
export function readAccount(given: unknown): Account {
  const parsed: unknown = typeof given === "string" ? JSON.parse(given) : given;
  const [first] = Array.isArray(parsed) ? parsed : [parsed];
  if (!isObject(first) || !isObject(first.Plan)) throw new Error("PostgreSQL gave no plan");
  const root = readNode(first.Plan);
  return {
    root,
    touched: touchedBy(root),
    buffers: count(first.Plan, "Shared Hit Blocks") + count(first.Plan, "Shared Read Blocks"),
    found: root.given,
    asked: Math.max(root.given, letThrough(root)),
  };
}

const number = (n: number) => n.toLocaleString("en-US");
const rows = (n: number) => `${number(n)} ${n === 1 ? "row" : "rows"}`;

const SCANS: Readonly<Record<string, string>> = {
  "Seq Scan": "reads the whole of",
  "Index Scan": "goes through",
  "Index Only Scan": "reads only",
  "Bitmap Heap Scan": "collects rows of",
  "Bitmap Index Scan": "looks in",
  "Tid Scan": "goes straight into",
};

function scanWords(node: PlanNode, written: (name: string) => string): string {
  const where = node.index === null ? (node.relation ?? "the table") : written(node.index);
  const times = node.loops > 1 ? `, ${number(node.loops)} times` : "";
  const kept = node.thrown > 0 ? `, and throws ${rows(node.thrown)} away` : "";
  return `${SCANS[node.type] ?? node.type.toLowerCase()} ${where}${times}: reads ${rows(node.read)}${kept}`;
}

const STEPS: Readonly<Record<string, string>> = {
  Sort: "sorts what it found",
  "Incremental Sort": "sorts what it found, part by part",
  Limit: "stops when it has enough",
};

/** The plan as a person would tell it, from the inside out. `written`: an index by its name, as the candidate wrote it. */
export function planWords({ root }: Account, written: (name: string) => string): string {
  const told = nodesOf(root)
    .toReversed()
    .flatMap((node) => {
      if (isScan(node.type) && node.type !== "Bitmap Index Scan") return [scanWords(node, written)];
      if (node.type === "Bitmap Index Scan")
        return [`looks in ${node.index === null ? "an index" : written(node.index)}`];
      return STEPS[node.type] ?? [];
    });
  const sentence = told.join("; then ");
  return sentence === "" ? "" : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Names of the indexes that a plan walks. */
export function indexesIn({ root }: Account): readonly string[] {
  return [...new Set(nodesOf(root).flatMap(({ index }) => index ?? []))];
}
