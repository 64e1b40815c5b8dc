import type { DiagramGraph } from "../graph/model";
import type { Band, Component, Skeleton } from "./skeleton";
import {
  GAP_LABEL,
  GAP_PARTS,
  GAP_X,
  GAP_Y,
  labelSize,
  loopWidth,
  PASS_GAP,
  SECTION_HEAD,
  SECTION_PAD,
  type Size,
  type Slot,
} from "./spaces";

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** An edge's way through one band: straight down at `x` from `top` to `bottom`. `label`: its words stand here. */
export interface Passage {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly label: boolean;
}

/** Where everything stands, in pixels from the upper left corner. */
export interface Places {
  /** By the node's index. */
  readonly boxes: readonly Box[];
  /** By the node's index: upper and lower limit of the band that it stands in. */
  readonly bands: readonly { readonly top: number; readonly bottom: number }[];
  /** By the edge's index, from above to below. */
  readonly passages: readonly (readonly Passage[])[];
  /** Frames around second stores. */
  readonly frames: readonly (Box & { readonly section: number })[];
  readonly width: number;
  readonly height: number;
}

/** Writes while it places; read as `Places` afterwards. */
interface Sheet {
  readonly graph: DiagramGraph;
  readonly sizes: readonly Size[];
  readonly boxes: Box[];
  readonly bands: { top: number; bottom: number }[];
  readonly passages: Passage[][];
}

function sizeOf({ graph, sizes }: Sheet, { kind, of }: Slot): Size {
  const edge = graph.edges[of];
  if (kind === "label" && edge) return labelSize(edge);
  const { width = 0, height = 0 } = kind === "node" ? (sizes[of] ?? {}) : {};
  return { width: width + (kind === "node" ? loopWidth(graph, of) : 0), height };
}

interface Laid {
  readonly slot: Slot;
  readonly left: number;
  readonly width: number;
}

/** Each slot as near to its wish as those at its left allow. */
function layRow(sheet: Sheet, { slots }: Band): readonly Laid[] {
  let free = Number.NEGATIVE_INFINITY;
  let before: Slot["kind"] = "node";
  return slots.map((slot) => {
    const { width } = sizeOf(sheet, slot);
    const gap = before === "node" && slot.kind === "node" ? GAP_X : PASS_GAP;
    const left = Math.round(Math.max(slot.wish - width / 2, free + gap));
    free = left + width;
    before = slot.kind;
    return { slot, left, width };
  });
}

function placeSlot(sheet: Sheet, { slot, left, width }: Laid, x: number, top: number, bottom: number): void {
  if (slot.kind === "node") {
    const { width: own, height } = sheet.sizes[slot.of] ?? { width: 0, height: 0 };
    sheet.boxes[slot.of] = { x: x + left, y: top, width: own, height };
    sheet.bands[slot.of] = { top, bottom };
    return;
  }
  const passage = { x: x + left + width / 2, top, bottom, label: slot.kind === "label" };
  sheet.passages[slot.of] = [...(sheet.passages[slot.of] ?? []), passage];
}

const hasBox = (row: readonly Laid[]) => row.some(({ slot }) => slot.kind === "node");

/** Places one part with its upper left corner at x, y; answers the room that it took. */
function placeComponent(sheet: Sheet, { bands }: Component, x: number, y: number): Size {
  const rows = bands.map((band) => layRow(sheet, band));
  const least = Math.min(...rows.flat().map(({ left }) => left));
  const most = Math.max(...rows.flat().map(({ left, width }) => left + width));
  let top = y;
  for (const [i, row] of rows.entries()) {
    const height = Math.max(...row.map(({ slot }) => sizeOf(sheet, slot).height));
    for (const laid of row) placeSlot(sheet, laid, x - least, top, top + height);
    const next = rows[i + 1];
    if (next) top += height + (hasBox(row) && hasBox(next) ? GAP_Y : GAP_LABEL);
    else top += height;
  }
  return { width: most - least, height: top - y };
}

/** Places the shelves of one store below each other. */
function placeShelves(sheet: Sheet, components: readonly Component[], x: number, y: number): Size {
  let [top, right, shelf, height, width] = [y, x, 0, 0, 0];
  for (const component of components) {
    if (component.shelf !== shelf) {
      [top, right, shelf, height] = [top + height + GAP_PARTS, x, component.shelf, 0];
    }
    const taken = placeComponent(sheet, component, right, top);
    width = Math.max(width, right + taken.width - x);
    height = Math.max(height, taken.height);
    right += taken.width + GAP_X;
  }
  return { width, height: top + height - y };
}

/** Puts every box and passage where the skeleton and the sizes say; nothing overlaps. */
export function place(graph: DiagramGraph, { components }: Skeleton, sizes: readonly Size[]): Places {
  const sheet: Sheet = { graph, sizes, boxes: [], bands: [], passages: graph.edges.map(() => []) };
  const frames: (Box & { section: number })[] = [];
  const main = components.filter(({ section }) => section === null);
  let { width, height } = placeShelves(sheet, main, 0, 0);
  for (const section of graph.sections.keys()) {
    const own = components.filter((component) => component.section === section);
    if (own.length === 0) continue;
    const y = height === 0 ? 0 : height + GAP_PARTS;
    const taken = placeShelves(sheet, own, SECTION_PAD, y + SECTION_HEAD);
    const frame = { width: taken.width + 2 * SECTION_PAD, height: taken.height + SECTION_HEAD + SECTION_PAD };
    frames.push({ section, x: 0, y, ...frame });
    [width, height] = [Math.max(width, frame.width), y + frame.height];
  }
  // One width for all frames: they read as chapters of one page.
  return {
    ...sheet,
    frames: frames.map((frame) => ({ ...frame, width: Math.max(width, frame.width) })),
    width,
    height,
  };
}
