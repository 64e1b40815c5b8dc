import type { Row } from "../graph/model";
import { POINTERS } from "../graph/rows";
import { cut, widthOf } from "./measure";
import type { Shape } from "./shape";
import { EDGE, GAP, MOST_NAME, MOST_TYPE, RADIUS, ROW, SMALL, TEXT } from "./sizes";

/** Space beside an embedded object's frame, and how far the second sheet of a list of objects looks out. */
const INSET = 6;
const STACK = 3;
/** How far the members of an object stand in from its name. */
const INDENT = 8;

const isMany = (row: Row) => row.shape === "objects" || row.shape === "list";
const nameOf = (row: Row) => cut(row.name, MOST_NAME) + (isMany(row) ? " [ ]" : "");
const typeOf = (row: Row) => (row.type ? cut(row.type, MOST_TYPE) : "");
const keysOf = (row: Row) => row.keys.join(" ");
const marksOf = (row: Row) => row.marks.join(" ");

/** Width of the column of keys at the left of these lines: none where no line has a key. */
function gutterOf(rows: readonly Row[]): number {
  const widest = Math.max(0, ...rows.map((row) => widthOf(keysOf(row), SMALL)));
  return widest === 0 ? 0 : widest + 8;
}

function frameHeight(row: Row): number {
  return ROW + rowsHeight(row.rows) + 4 + (row.shape === "objects" ? STACK : 0);
}

export function rowsHeight(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row.rows.length > 0 ? frameHeight(row) + EDGE : ROW), 0);
}

/** Width that these lines ask for, without what stands beside them. */
export function rowsWidth(rows: readonly Row[]): number {
  const gutter = gutterOf(rows);
  const widths = rows.map((row) => {
    const type = typeOf(row);
    const marks = marksOf(row);
    const line =
      gutter +
      widthOf(nameOf(row), TEXT) +
      (type ? 8 + widthOf(type, SMALL) : 0) +
      (marks ? GAP + widthOf(marks, SMALL) : 0);
    return row.rows.length > 0 ? Math.max(line, rowsWidth(row.rows) + INDENT) + 2 * INSET + STACK : line;
  });
  return Math.max(0, ...widths);
}

function drawLine(row: Row, left: number, right: number, y: number, gutter: number): readonly Shape[] {
  const base = y + 14;
  const [name, type, keys, marks] = [nameOf(row), typeOf(row), keysOf(row), marksOf(row)];
  const strong = row.keys.some((key) => !POINTERS.has(key));
  const nameWidth = widthOf(name, TEXT);
  const marksWidth = widthOf(marks, SMALL);
  const shapes: Shape[] = [
    { kind: "text", x: left + gutter, y: base, text: name, size: TEXT, width: nameWidth, fill: "ink", bold: strong },
  ];
  if (keys) {
    const width = widthOf(keys, SMALL);
    shapes.push({
      kind: "text",
      x: left,
      y: base,
      text: keys,
      size: SMALL,
      width,
      fill: strong ? "ink" : "ink-faint",
      bold: strong,
    });
  }
  if (type) {
    const x = left + gutter + nameWidth + 8;
    shapes.push({
      kind: "text",
      x,
      y: base,
      text: type,
      size: SMALL,
      width: widthOf(type, SMALL),
      fill: "ink-faint",
    });
  }
  if (marks) {
    const x = right - marksWidth;
    shapes.push({ kind: "text", x, y: base, text: marks, size: SMALL, width: marksWidth, fill: "ink-faint" });
  }
  return shapes;
}

/** An embedded object in a frame of its own; a list of them as a pile. */
function drawFrame(row: Row, left: number, right: number, y: number, gutter: number): readonly Shape[] {
  const many = row.shape === "objects";
  const x = left - INSET + 2;
  const width = right - left + 2 * (INSET - 2) - (many ? STACK : 0);
  const height = frameHeight(row) - (many ? STACK : 0);
  const frame = { kind: "rect", width, height, radius: RADIUS - 2, fill: "surface", stroke: "line-strong" } as const;
  return [
    ...(many ? [{ ...frame, x: x + STACK, y: y + STACK }] : []),
    { ...frame, x, y },
    ...drawLine({ ...row, type: null }, left + 2, right - 2 - (many ? STACK : 0), y + 1, keysOf(row) ? gutter : 0),
    ...drawRows(row.rows, left + INSET + INDENT, right - INSET - (many ? STACK : 0), y + ROW),
  ];
}

/** Lines from `y` down, between `left` and `right`. */
export function drawRows(rows: readonly Row[], left: number, right: number, top: number): readonly Shape[] {
  const gutter = gutterOf(rows);
  const shapes: Shape[] = [];
  let y = top;
  for (const row of rows) {
    const framed = row.rows.length > 0;
    shapes.push(...(framed ? drawFrame(row, left, right, y + 1, gutter) : drawLine(row, left, right, y, gutter)));
    y += framed ? frameHeight(row) + EDGE : ROW;
  }
  return shapes;
}
