import { type EdgeLabel, Graph, layout } from "@dagrejs/dagre";
import type { DiagramEdge, DiagramGraph } from "../graph/model";
import { type Narrowed, narrowed } from "./narrow";
import { type Aspect, type Link, ranksOf, widthLimit, withoutCircles } from "./ranks";
import { GAP_X, labelSize, loopWidth, PASS_GAP, type Size, type Slot } from "./spaces";

/** Boxes of one rank side by side, or the words between two ranks. */
export interface Band {
  readonly slots: readonly Slot[];
}

/** Boxes that edges hold together, from what is referred to down to what refers. */
export interface Component {
  readonly section: number | null;
  readonly bands: readonly Band[];
  /** Components on one shelf stand side by side; shelves stand below each other. */
  readonly shelf: number;
}

/** Who stands where, without sizes: it holds while only the contents of boxes change. */
export interface Skeleton {
  readonly components: readonly Component[];
}

/** Equal for graphs that have the same skeleton. */
export function topologyOf({ nodes, edges }: DiagramGraph): string {
  const boxes = nodes.map(({ section, kind }) => `${section ?? "-"}${kind === "ghost" ? "g" : ""}`);
  const lines = edges.map(
    ({ from, to, kind, words }) => `${from}>${to}${kind === "relation" ? "r" : ""}${words.length}`,
  );
  return `${boxes.join(",")};${lines.join(",")}`;
}

/** What is above: for a reference what is referred to, for a relation where it starts. */
export function upperOf({ kind, from, to }: DiagramEdge): readonly [upper: number, lower: number] {
  return kind === "relation" ? [from, to] : [to, from];
}

/** True for an edge that dagre ranks by: between two boxes of one store. */
export function isRanked({ nodes }: DiagramGraph, { from, to }: DiagramEdge): boolean {
  return from !== to && nodes[from]?.section === nodes[to]?.section;
}

/** Nodes in groups that edges hold together, in the order of their first nodes. */
function connected(graph: DiagramGraph): readonly (readonly number[])[] {
  const group = graph.nodes.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at] ?? at;
    return at;
  };
  for (const edge of graph.edges) {
    if (!isRanked(graph, edge)) continue;
    const [a, b] = [root(edge.from), root(edge.to)];
    group[Math.max(a, b)] = Math.min(a, b);
  }
  const members = new Map<number, number[]>();
  for (const i of group.keys()) members.set(root(i), [...(members.get(root(i)) ?? []), i]);
  return [...members.values()];
}

interface Ranked {
  readonly bands: readonly Band[];
  readonly width: number;
}

interface Asked {
  readonly graph: DiagramGraph;
  readonly sizes: readonly Size[];
  readonly limit: number;
}

/** Ranks that a line may pass by among the boxes; one that passes more goes around them, at the right. */
const MOST_PASSED = 5;

function rank({ graph, sizes, limit }: Asked, members: readonly number[]): Ranked {
  const inside = new Set(members);
  const edges = [...graph.edges.entries()].filter(([, edge]) => inside.has(edge.from) && isRanked(graph, edge));
  const links = withoutCircles(
    members,
    edges.map(([edge, one]) => ({ upper: upperOf(one)[0], lower: upperOf(one)[1], edge })),
  );
  const roomOf = (i: number) => (sizes[i]?.width ?? 0) + loopWidth(graph, i) + GAP_X;
  const ranks = ranksOf(members, links, roomOf, limit);
  const passed = ({ upper, lower }: Link) => (ranks.get(lower) ?? 0) - (ranks.get(upper) ?? 0) - 1;
  const hasWords = ({ edge }: Link) => (graph.edges[edge]?.words.length ?? 0) > 0;
  const [near, far] = [
    links.filter((link) => hasWords(link) || passed(link) <= MOST_PASSED),
    links.filter((link) => !hasWords(link) && passed(link) > MOST_PASSED),
  ];
  const drawn = arrange(graph, members, near, ranks, sizes);
  return bandsOf({ graph, sizes, limit, drawn, members, near, far, ranks });
}

/** Asks dagre who stands where within the ranks. */
function arrange(
  graph: DiagramGraph,
  members: readonly number[],
  links: readonly Link[],
  ranks: ReadonlyMap<number, number>,
  sizes: readonly Size[],
): Graph {
  const drawn = new Graph({ multigraph: true });
  drawn.setGraph({ rankdir: "TB", nodesep: GAP_X, edgesep: PASS_GAP, ranksep: 60, ranker: "none" });
  drawn.setDefaultEdgeLabel(() => ({}));
  for (const i of members) {
    const { width = 0, height = 0 } = sizes[i] ?? {};
    // Dagre keeps every second rank for the words on edges.
    drawn.setNode(String(i), { width: width + loopWidth(graph, i), height, rank: 2 * (ranks.get(i) ?? 0) });
  }
  for (const { upper, lower, edge } of links) {
    const { words = [] } = graph.edges[edge] ?? {};
    const label = words.length > 0 ? { ...labelSize({ words }), labelpos: "c" as const } : {};
    drawn.setEdge(String(upper), String(lower), label, String(edge));
  }
  layout(drawn);
  return drawn;
}

const level = (y: number) => Math.round(y * 10);

/** The places of one edge: its words, and where it passes by a rank of boxes. */
function slotsOf(line: EdgeLabel, edge: DiagramEdge, of: number, boxes: ReadonlySet<number>): readonly Placed[] {
  const { x, y, points = [] } = line;
  const words = edge.words.length > 0 && x !== undefined && y !== undefined ? { x, y } : null;
  const passes = points
    .slice(1, -1)
    .filter((point) => boxes.has(level(point.y)) && (!words || level(point.y) !== level(words.y)))
    .map((point): Placed => ({ y: point.y, slot: { kind: "pass", of, wish: point.x } }));
  return words ? [...passes, { y: words.y, slot: { kind: "label", of, wish: words.x } }] : passes;
}

interface Placed {
  readonly y: number;
  readonly slot: Slot;
}

interface Arranged extends Asked {
  readonly drawn: Graph;
  readonly members: readonly number[];
  readonly near: readonly Link[];
  readonly far: readonly Link[];
  readonly ranks: ReadonlyMap<number, number>;
}

/** Lanes at the right of all boxes for lines that go a long way; a lane is used again below where one has ended. */
function lanesOf({ drawn, members, far, ranks }: Arranged, right: number): readonly Placed[] {
  const heights = new Map(members.map((i) => [ranks.get(i) ?? 0, drawn.node(String(i)).y ?? 0]));
  const taken: number[] = [];
  const from = ({ upper }: Link) => ranks.get(upper) ?? 0;
  return far
    .toSorted((a, b) => from(a) - from(b))
    .flatMap((link) => {
      const [first, last] = [from(link) + 1, (ranks.get(link.lower) ?? 0) - 1];
      const free = taken.findIndex((until) => until < first);
      const lane = free === -1 ? taken.length : free;
      taken[lane] = last;
      const slot: Slot = { kind: "pass", of: link.edge, wish: right + (lane + 1) * PASS_GAP };
      return Array.from({ length: last - first + 1 }, (_, i) => ({ y: heights.get(first + i) ?? 0, slot }));
    });
}

/** Reads bands off the drawing: what stands at one height is one band. */
function bandsOf(arranged: Arranged): Ranked {
  const { graph, drawn, members, near } = arranged;
  const boxes = members.map((of): Placed => {
    const { x = 0, y = 0 } = drawn.node(String(of));
    return { y, slot: { kind: "node", of, wish: x } };
  });
  const heights = new Set(boxes.map(({ y }) => level(y)));
  const lines = near.flatMap(({ upper, lower, edge }) => {
    const one = graph.edges[edge];
    return one ? slotsOf(drawn.edge(String(upper), String(lower), String(edge)), one, edge, heights) : [];
  });
  const levels = byLevel([...boxes, ...lines]);
  const { bands, width } = fitted(arranged, [...levels.values()]);
  const lanes = byLevel(lanesOf(arranged, width));
  return {
    bands: [...levels.keys()].map((y, i) => ({ slots: [...(bands[i] ?? []), ...(lanes.get(y) ?? [])] })),
    width,
  };
}

/** What stands at one height, from left to right; heights from above. */
function byLevel(placed: readonly Placed[]): ReadonlyMap<number, readonly Slot[]> {
  const levels = new Map<number, Slot[]>();
  for (const { y, slot } of placed) levels.set(level(y), [...(levels.get(level(y)) ?? []), slot]);
  const sorted = [...levels.entries()].sort(([a], [b]) => a - b);
  return new Map(sorted.map(([y, slots]) => [y, slots.toSorted((a, b) => a.wish - b.wish)]));
}

/** As dagre has it where that is narrow enough: it draws straighter lines, but lets them push boxes far aside. */
function fitted({ graph, sizes, limit, drawn, near }: Arranged, bands: readonly (readonly Slot[])[]): Narrowed {
  const width = drawn.graph().width ?? 0;
  if (width <= limit) return { bands, width };
  return narrowed(bands, near, ({ kind, of }) => {
    if (kind === "node") return (sizes[of]?.width ?? 0) + loopWidth(graph, of);
    return kind === "label" ? labelSize(graph.edges[of] ?? { words: [] }).width : 0;
  });
}

/** Ranks each connected part by itself, then puts the parts on shelves, in the order of the text. */
export function skeletonOf(graph: DiagramGraph, sizes: readonly Size[], aspect: Aspect): Skeleton {
  const limit = widthLimit(sizes, aspect);
  const parts = connected(graph).map((members) => ({
    section: graph.nodes[members[0] ?? 0]?.section ?? null,
    ...rank({ graph, sizes, limit }, members),
  }));
  const filled = new Map<number | null, { shelf: number; width: number }>();
  const most = Math.max(limit, ...parts.map(({ width }) => width));
  const components = parts.map(({ section, bands, width }) => {
    const open = filled.get(section) ?? { shelf: 0, width: 0 };
    const fits = open.width === 0 || open.width + GAP_X + width <= most;
    const next = fits
      ? { shelf: open.shelf, width: open.width + (open.width === 0 ? 0 : GAP_X) + width }
      : { shelf: open.shelf + 1, width };
    filled.set(section, next);
    return { section, bands, shelf: next.shelf };
  });
  return { components };
}
