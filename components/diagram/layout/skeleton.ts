import { type EdgeLabel, Graph, layout } from "@dagrejs/dagre";
import type { DiagramEdge, DiagramGraph } from "../graph/model";
import { GAP_X, labelSize, loopWidth, PASS_GAP, type Size, TARGET_WIDTH } from "./spaces";

/** Something that takes a place in a band: a box, an edge passing by, or the words on an edge. */
export interface Slot {
  readonly kind: "node" | "pass" | "label";
  /** Index of the node or of the edge. */
  readonly of: number;
  /** Where its middle would like to be. */
  readonly wish: number;
}

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

function rank(graph: DiagramGraph, members: readonly number[], sizes: readonly Size[]): Ranked {
  const inside = new Set(members);
  const drawn = new Graph({ multigraph: true });
  drawn.setGraph({ rankdir: "TB", nodesep: GAP_X, edgesep: PASS_GAP, ranksep: 60, ranker: "network-simplex" });
  drawn.setDefaultEdgeLabel(() => ({}));
  for (const i of members) {
    const { width = 0, height = 0 } = sizes[i] ?? {};
    drawn.setNode(String(i), { width: width + loopWidth(graph, i), height });
  }
  const edges = [...graph.edges.entries()].filter(([, edge]) => inside.has(edge.from) && isRanked(graph, edge));
  for (const [i, edge] of edges) {
    const [upper, lower] = upperOf(edge);
    const words = edge.words.length > 0 ? { ...labelSize(edge), labelpos: "c" as const } : {};
    drawn.setEdge(String(upper), String(lower), { ...words }, String(i));
  }
  layout(drawn);
  return bandsOf(drawn, members, edges);
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

/** Reads bands off the drawing: what stands at one height is one band. */
function bandsOf(drawn: Graph, members: readonly number[], edges: readonly (readonly [number, DiagramEdge])[]): Ranked {
  const boxes = members.map((of): Placed => {
    const { x = 0, y = 0 } = drawn.node(String(of));
    return { y, slot: { kind: "node", of, wish: x } };
  });
  const heights = new Set(boxes.map(({ y }) => level(y)));
  const lines = edges.flatMap(([i, edge]) => {
    const [upper, lower] = upperOf(edge);
    return slotsOf(drawn.edge(String(upper), String(lower), String(i)), edge, i, heights);
  });
  const levels = new Map<number, Slot[]>();
  for (const { y, slot } of [...boxes, ...lines]) levels.set(level(y), [...(levels.get(level(y)) ?? []), slot]);
  const bands = [...levels.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, slots]) => ({ slots: slots.toSorted((a, b) => a.wish - b.wish) }));
  return { bands, width: drawn.graph().width ?? 0 };
}

/** Ranks each connected part by itself, then puts the parts on shelves, in the order of the text. */
export function skeletonOf(graph: DiagramGraph, sizes: readonly Size[]): Skeleton {
  const parts = connected(graph).map((members) => ({
    section: graph.nodes[members[0] ?? 0]?.section ?? null,
    ...rank(graph, members, sizes),
  }));
  const filled = new Map<number | null, { shelf: number; width: number }>();
  const most = Math.max(TARGET_WIDTH, ...parts.map(({ width }) => width));
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
