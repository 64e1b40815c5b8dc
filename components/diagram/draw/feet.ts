import type { End } from "../graph/model";
import type { Ink, Shape } from "./shape";

/** A point on a box's border and the direction in which the edge leaves it, as a unit vector. */
export interface Foot {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** How far a foot reaches out from its box. */
export const FOOT_LENGTH = 20;

const round = (n: number) => Math.round(n * 100) / 100;

/** A point `out` along the edge and `aside` across it. */
function point({ x, y, dx, dy }: Foot, out: number, aside: number): string {
  return `${round(x + dx * out - dy * aside)} ${round(y + dy * out + dx * aside)}`;
}

const bar = (foot: Foot, out: number) => `M${point(foot, out, -5)}L${point(foot, out, 5)}`;

const MANY_LENGTH = 11;

/** The crow's foot: three toes for many, a bar for one, and beyond them a ring for none or a bar for at least one. */
export function crowsFoot(foot: Foot, { many, optional }: End, ink: Ink): readonly Shape[] {
  const inner = many
    ? `M${point(foot, 0, -6)}L${point(foot, MANY_LENGTH, 0)}L${point(foot, 0, 6)}`
    : bar(foot, optional ? 7 : 6);
  const outer = optional ? "" : bar(foot, many ? MANY_LENGTH + 4 : 11);
  const feet: Shape = { kind: "path", d: inner + outer, fill: null, stroke: ink };
  return optional ? [feet, ring(foot, many ? MANY_LENGTH + 4 : 14.5, ink)] : [feet];
}

function ring(foot: Foot, out: number, ink: Ink): Shape {
  const r = 3.75;
  const [near, far] = [point(foot, out - r, 0), point(foot, out + r, 0)];
  return { kind: "path", d: `M${near}A${r} ${r} 0 1 0 ${far}A${r} ${r} 0 1 0 ${near}Z`, fill: "paper", stroke: ink };
}

/** A full arrow head that points at the box. */
export function arrowHead(foot: Foot, ink: Ink): readonly Shape[] {
  const d = `M${point(foot, 0.5, 0)}L${point(foot, 9, -4)}L${point(foot, 9, 4)}Z`;
  return [{ kind: "path", d, fill: ink, stroke: ink }];
}

/** A light arrow head: a value is carried here. */
export function openArrow(foot: Foot, ink: Ink): readonly Shape[] {
  const d = `M${point(foot, 8, -4.5)}L${point(foot, 0.5, 0)}L${point(foot, 8, 4.5)}`;
  return [{ kind: "path", d, fill: null, stroke: ink }];
}
