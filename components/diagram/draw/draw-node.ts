import type { DiagramNode, FootLine } from "../graph/model";
import { cut, widthOf, wrap } from "./measure";
import { drawRows, rowsHeight, rowsWidth } from "./rows";
import type { Ink, Shape } from "./shape";
import {
  EDGE,
  FOOT_CELLS,
  FOOT_ROW,
  HEAD,
  LEAST_WIDTH,
  LOOP,
  MOST_TITLE,
  PAD,
  RADIUS,
  ROW,
  SMALL,
  STEP,
  TEXT,
  TITLE,
} from "./sizes";

/** A box as it will be drawn: from its own corner at 0, 0. */
export interface DrawnNode {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const GHOST_WORDS = "not in the design";
/** Room for the key beside a template's title. */
const KEY_ICON = 22;

interface FootText {
  readonly text: string;
  readonly indent: number;
}

/** The lines of the foot; one that is long goes on below, indented. */
function footLines(foot: readonly FootLine[]): readonly FootText[] {
  return foot.flatMap(({ kind, words }) =>
    wrap(`${kind} ${words}`, FOOT_CELLS, 3).map((text, i) => ({ text, indent: i === 0 ? 0 : 12 })),
  );
}

function contentWidth(node: DiagramNode, foot: readonly FootText[]): number {
  const heading = widthOf(cut(node.title, MOST_TITLE), TITLE) + (node.kind === "template" ? KEY_ICON : 0);
  const holds = node.holds ? widthOf(cut(node.holds, FOOT_CELLS), TEXT) : 0;
  const ghost = node.kind === "ghost" ? widthOf(GHOST_WORDS, SMALL) : 0;
  const feet = foot.map(({ text, indent }) => widthOf(text, SMALL) + indent);
  return Math.max(heading, holds, ghost, rowsWidth(node.rows), ...feet);
}

function frame(node: DiagramNode, width: number, height: number): readonly Shape[] {
  const radius = node.kind === "label" ? HEAD / 2 : RADIUS;
  const outline: Ink = node.doubt ? "partly" : node.kind === "ghost" ? "missed" : "line-strong";
  const dash = node.doubt || node.kind === "ghost" ? "5 3" : undefined;
  return [
    {
      kind: "rect",
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      radius,
      fill: node.kind === "ghost" ? "paper" : "surface",
      stroke: outline,
      ...(dash ? { dash } : {}),
    },
  ];
}

/** The head in the store's hue: round above, straight below, or round all about where nothing follows. */
function head(node: DiagramNode, width: number, alone: boolean): readonly Shape[] {
  const r = (node.kind === "label" ? HEAD / 2 : RADIUS) - 1;
  const [left, right, top, bottom] = [1, width - 1, 1, alone ? HEAD - 1 : HEAD];
  const below = alone
    ? `V${bottom - r}Q${right} ${bottom} ${right - r} ${bottom}H${left + r}Q${left} ${bottom} ${left} ${bottom - r}`
    : `V${bottom}H${left}`;
  const d = `M${left} ${top + r}Q${left} ${top} ${left + r} ${top}H${right - r}Q${right} ${top} ${right} ${top + r}${below}Z`;
  const line: Shape = { kind: "path", d: `M1 ${HEAD + 0.5}H${width - 1}`, fill: null, stroke: node.store };
  return [{ kind: "path", d, fill: `${node.store}-soft`, stroke: null }, ...(alone ? [] : [line])];
}

/** A small key: what is looked up by it stands beside. */
function keyIcon(x: number, y: number, ink: Ink): Shape {
  const d = `M${x} ${y}a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0 -6.5 0M${x + 6.5} ${y}h7.5v3M${x + 11} ${y}v2.25`;
  return { kind: "path", d, fill: null, stroke: ink };
}

function drawTitle(node: DiagramNode, width: number): readonly Shape[] {
  const text = cut(node.title, MOST_TITLE);
  const textWidth = widthOf(text, TITLE);
  const words = { kind: "text", y: 18.5, text, size: TITLE, width: textWidth, fill: "ink", bold: true } as const;
  if (node.kind === "template") return [keyIcon(PAD, 14, node.store), { ...words, x: PAD + KEY_ICON }];
  if (node.kind === "label") return [{ ...words, x: (width - textWidth) / 2 }];
  return [{ ...words, x: PAD, ...(node.kind === "ghost" ? { fill: "missed" as const } : {}) }];
}

function drawFoot(lines: readonly FootText[], width: number, top: number): readonly Shape[] {
  if (lines.length === 0) return [];
  const words = lines.map(({ text, indent }, i): Shape => {
    const y = top + EDGE + 12 + i * FOOT_ROW;
    const x = PAD + indent;
    return { kind: "text", x, y, text, size: SMALL, width: widthOf(text, SMALL), fill: "ink-soft" };
  });
  return [{ kind: "path", d: `M1 ${top + 0.5}H${width - 1}`, fill: null, stroke: "line" }, ...words];
}

/** `in doubt`, on the upper border: it takes no room, so that nothing moves while one types. */
function doubtTag(width: number): readonly Shape[] {
  const words = "in doubt";
  const textWidth = widthOf(words, SMALL);
  const x = width - textWidth - 18;
  return [
    {
      kind: "rect",
      x: x - 5,
      y: -8.5,
      width: textWidth + 10,
      height: 16,
      radius: 4,
      fill: "partly-soft",
      stroke: null,
    },
    { kind: "text", x, y: 3.5, text: words, size: SMALL, width: textWidth, fill: "partly" },
  ];
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly footTop: number;
  readonly foot: readonly FootText[];
}

function layOut(node: DiagramNode, loops: number): Layout {
  const foot = footLines(node.foot);
  const asked = Math.max(LEAST_WIDTH, contentWidth(node, foot) + 2 * PAD);
  const lines = rowsHeight(node.rows) + (node.holds ? ROW : 0);
  const body = node.kind === "ghost" ? ROW : lines === 0 ? 0 : lines + 2 * EDGE;
  const feet = foot.length === 0 ? 0 : foot.length * FOOT_ROW + 2 * EDGE;
  const height = Math.max(HEAD + body + feet, loops === 0 ? 0 : loops * LOOP + 16);
  return { width: Math.ceil(asked / STEP) * STEP, height, footTop: HEAD + body, foot };
}

/** What a ghost or a key template says in place of lines. */
function drawSaid(node: DiagramNode): readonly Shape[] {
  const ghost = node.kind === "ghost";
  const text = ghost ? GHOST_WORDS : cut(node.holds ?? "", FOOT_CELLS);
  if (text === "") return [];
  const size = ghost ? SMALL : TEXT;
  const y = ghost ? HEAD + 8 : HEAD + EDGE + 14;
  return [{ kind: "text", x: PAD, y, text, size, width: widthOf(text, size), fill: ghost ? "missed" : "ink-soft" }];
}

/** Draws a box; `loops` edges come back to it and need its side. */
export function drawNode(node: DiagramNode, loops = 0): DrawnNode {
  const { width, height, footTop, foot } = layOut(node, loops);
  const top = HEAD + EDGE + (node.holds ? ROW : 0);
  return {
    width,
    height,
    shapes: [
      ...frame(node, width, height),
      ...(node.kind === "ghost" ? [] : head(node, width, height === HEAD)),
      ...drawTitle(node, width),
      ...drawSaid(node),
      ...drawRows(node.rows, PAD, width - PAD, top),
      ...drawFoot(foot, width, footTop),
      ...(node.doubt ? doubtTag(width) : []),
    ],
  };
}
