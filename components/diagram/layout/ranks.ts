import { GAP_X, GAP_Y, type Size, TARGET_WIDTH } from "./spaces";

/** One line between two boxes, from the upper to the lower; `edge` is its index in the graph. */
export interface Link {
  readonly upper: number;
  readonly lower: number;
  readonly edge: number;
}

/** Width of a drawing as a part of its height: a column beside the text, or a whole window and a file. */
export type Aspect = "tall" | "wide";
const ASPECTS: Readonly<Record<Aspect, number>> = { tall: 0.6, wide: 1.5 };

/** How wide a rank may become, so that the whole has about the asked shape. */
export function widthLimit(sizes: readonly Size[], aspect: Aspect): number {
  const area = sizes.reduce((sum, { width, height }) => sum + (width + GAP_X) * (height + GAP_Y), 0);
  return Math.max(TARGET_WIDTH, Math.sqrt(area * ASPECTS[aspect]));
}

function listed(links: readonly Link[], end: "upper" | "lower"): ReadonlyMap<number, readonly Link[]> {
  const lists = new Map<number, Link[]>();
  for (const link of links) lists.set(link[end], [...(lists.get(link[end]) ?? []), link]);
  return lists;
}

/** Turns round what would close a circle, so that every link leads down. Without recursion: a chain may be long. */
export function withoutCircles(members: readonly number[], links: readonly Link[]): readonly Link[] {
  const below = listed(links, "upper");
  const state = new Map<number, "open" | "done">();
  const back = new Set<Link>();
  for (const first of members) {
    const path = state.has(first) ? [] : [{ node: first, next: 0 }];
    state.set(first, state.get(first) ?? "open");
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const link = below.get(top.node)?.[top.next++];
      if (!link) {
        state.set(top.node, "done");
        path.pop();
      } else if (state.get(link.lower) === "open") back.add(link);
      else if (!state.has(link.lower)) {
        state.set(link.lower, "open");
        path.push({ node: link.lower, next: 0 });
      }
    }
  }
  return links.map((link) => (back.has(link) ? { ...link, upper: link.lower, lower: link.upper } : link));
}

interface Ranking {
  readonly members: readonly number[];
  readonly above: ReadonlyMap<number, readonly Link[]>;
  readonly below: ReadonlyMap<number, readonly Link[]>;
  readonly widthOf: (node: number) => number;
  readonly limit: number;
}

/** Each node behind all that are above it. */
function inOrder({ members, above, below }: Ranking): readonly number[] {
  const waits = new Map(members.map((node) => [node, above.get(node)?.length ?? 0]));
  const order = members.filter((node) => waits.get(node) === 0);
  for (const node of order) {
    for (const { lower } of below.get(node) ?? []) {
      const left = (waits.get(lower) ?? 0) - 1;
      waits.set(lower, left);
      if (left === 0) order.push(lower);
    }
  }
  return order;
}

/** How many ranks hang below each node. */
function depths({ below }: Ranking, order: readonly number[]): ReadonlyMap<number, number> {
  const depth = new Map<number, number>();
  for (const node of order.toReversed()) {
    depth.set(node, Math.max(0, ...(below.get(node) ?? []).map(({ lower }) => 1 + (depth.get(lower) ?? 0))));
  }
  return depth;
}

/** Fills rank after rank up to the limit; what most hangs on comes first, else the order of the text. */
function fill(ranking: Ranking, order: readonly number[]): Map<number, number> {
  const { above, widthOf, limit } = ranking;
  const depth = depths(ranking, order);
  const ranks = new Map<number, number>();
  let left = order.toSorted((a, b) => (depth.get(b) ?? 0) - (depth.get(a) ?? 0) || a - b);
  for (let rank = 0; left.length > 0; rank++) {
    let width = 0;
    const isFree = (node: number) => (above.get(node) ?? []).every(({ upper }) => (ranks.get(upper) ?? rank) < rank);
    for (const node of left.filter(isFree)) {
      if (width > 0 && width + widthOf(node) > limit) continue;
      width += widthOf(node);
      ranks.set(node, rank);
    }
    left = left.filter((node) => !ranks.has(node));
  }
  return ranks;
}

/** Moves what more hangs on than it hangs from down to it, where there is room: lines become short. */
function settleDown({ above, below, widthOf, limit }: Ranking, order: readonly number[], ranks: Map<number, number>) {
  const widths: number[] = [];
  const widen = (rank: number, by: number) => {
    widths[rank] = (widths[rank] ?? 0) + by;
  };
  for (const [node, rank] of ranks) widen(rank, widthOf(node));
  for (const node of order.toReversed()) {
    const lower = (below.get(node) ?? []).map((link) => ranks.get(link.lower) ?? 0);
    if (lower.length === 0 || lower.length < (above.get(node)?.length ?? 0)) continue;
    const from = ranks.get(node) ?? 0;
    let to = Math.min(...lower) - 1;
    while (to > from && (widths[to] ?? 0) + widthOf(node) > limit) to--;
    if (to <= from) continue;
    widen(from, -widthOf(node));
    widen(to, widthOf(node));
    ranks.set(node, to);
  }
}

/** The rank of each node, from above: every link leads down, and no rank is wider than the limit unless one box is. */
export function ranksOf(
  members: readonly number[],
  links: readonly Link[],
  widthOf: (node: number) => number,
  limit: number,
): ReadonlyMap<number, number> {
  const ranking = { members, above: listed(links, "lower"), below: listed(links, "upper"), widthOf, limit };
  const order = inOrder(ranking);
  const ranks = fill(ranking, order);
  settleDown(ranking, order, ranks);
  const used = [...new Set(ranks.values())].sort((a, b) => a - b);
  return new Map([...ranks].map(([node, rank]) => [node, used.indexOf(rank)]));
}
