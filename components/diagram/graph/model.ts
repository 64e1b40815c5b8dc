import type { StoreType } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";

/** One end of an edge, as a crow's foot says it: how many at most (`many`), and whether there may be none (`optional`). */
export interface End {
  readonly many: boolean;
  readonly optional: boolean;
}

/** An attribute as a line of a box; `rows` are those of an embedded object. */
export interface Row {
  readonly name: string;
  readonly type: string | null;
  /** `objects` and `list` hold many. */
  readonly shape: "scalar" | "list" | "object" | "objects";
  /** What identifies or points, at the left: `PK`, `FK`, `K` (partition), `C↓` (clustering, descending). */
  readonly keys: readonly string[];
  /** What else holds, at the right: `UK`, `NN`, `copy`, `ttl 30d`. */
  readonly marks: readonly string[];
  readonly rows: readonly Row[];
}

/** What concerns several attributes, at a box's foot: `index (a, b ↓)`. */
export interface FootLine {
  readonly kind: string;
  readonly words: string;
}

export type NodeKind = "table" | "label" | "template" | "ghost";

/** One box of the drawing. */
export interface DiagramNode {
  /** Stable while the text changes: made of the kind and the name. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly title: string;
  readonly store: StoreType;
  readonly rows: readonly Row[];
  /** What a key template holds, where that is not an object: `sorted set of post_id by created_at`. */
  readonly holds: string | null;
  readonly foot: readonly FootLine[];
  /** Index into `DiagramGraph.sections`, or null for the main store. */
  readonly section: number | null;
  /** Where its name stands; null for a ghost. */
  readonly at: Span | null;
  /** Every place in the text that says something of it. */
  readonly spans: readonly Span[];
  /** What is written there is not understood yet. */
  readonly doubt: boolean;
  /** `bids: 5 columns, refers to auctions and users`. */
  readonly label: string;
}

/** `reference`: a crow's foot at both ends. `copy`: a fact kept twice. `relation`: an edge label of a graph. */
export interface DiagramEdge {
  readonly id: string;
  readonly kind: "reference" | "copy" | "relation";
  /** Index of the node that refers, copies, or that the relation leaves. */
  readonly from: number;
  readonly to: number;
  readonly fromEnd: End | null;
  readonly toEnd: End | null;
  /** Not enforced by the store. */
  readonly dashed: boolean;
  /** Lines of words on the edge; empty for references. */
  readonly words: readonly string[];
  /** `bids.auction_id refers to auctions.id`. */
  readonly label: string;
}

/** A second store: its boxes stand together under its name. */
export interface DiagramSection {
  readonly engine: string;
  readonly store: StoreType;
}

/** A design as boxes and lines, in the order of the text. Nodes are named by their index. */
export interface DiagramGraph {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  readonly sections: readonly DiagramSection[];
}

export const NO_GRAPH: DiagramGraph = { nodes: [], edges: [], sections: [] };
