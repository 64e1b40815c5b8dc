import type { Link } from "./ranks";
import { GAP_X, PASS_GAP, type Slot } from "./spaces";

/** One slot while it moves: its middle, and the slots of other bands that a line joins it to. */
interface Piece {
  readonly slot: Slot;
  readonly width: number;
  readonly joined: Piece[];
  x: number;
}

const ROUNDS = 6;

/** Distance between the middles of two neighbours that touch as closely as they may. */
function apart(a: Piece, b: Piece): number {
  const gap = a.slot.kind === "node" && b.slot.kind === "node" ? GAP_X : PASS_GAP;
  return (a.width + b.width) / 2 + gap;
}

/** Middles of a packed band, from its left border; its whole width last. */
function packed(band: readonly Piece[]): readonly number[] {
  let at = 0;
  const middles = band.map((piece, i) => {
    const before = band[i - 1];
    at = before ? at + apart(before, piece) : piece.width / 2;
    return at;
  });
  return [...middles, at + (band.at(-1)?.width ?? 0) / 2];
}

/** Values that never fall, as near to the wished ones as can be. */
function rising(wished: readonly number[]): readonly number[] {
  const groups: { sum: number; count: number }[] = [];
  for (const wish of wished) {
    let group = { sum: wish, count: 1 };
    for (let last = groups.at(-1); last && last.sum / last.count > group.sum / group.count; last = groups.at(-1)) {
      group = { sum: last.sum + group.sum, count: last.count + group.count };
      groups.pop();
    }
    groups.push(group);
  }
  return groups.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}

/** Each piece as near below and above what it is joined to as order and borders allow. */
function settleBand(band: readonly Piece[], width: number): void {
  const middles = packed(band);
  const spare = Math.max(0, width - (middles.at(-1) ?? 0));
  const wished = band.map(({ x, joined }, i) => {
    const wish = joined.length === 0 ? x : joined.reduce((sum, one) => sum + one.x, 0) / joined.length;
    return wish - (middles[i] ?? 0);
  });
  for (const [i, shift] of rising(wished).entries()) {
    const piece = band[i];
    if (piece) piece.x = (middles[i] ?? 0) + Math.min(Math.max(shift, 0), spare);
  }
}

/** Joins each line's two boxes over the places where it passes by. */
function join(bands: readonly (readonly Piece[])[], links: readonly Link[]): void {
  const boxes = new Map<number, Piece>();
  const passes = new Map<number, Piece[]>();
  for (const piece of bands.flat()) {
    const { kind, of } = piece.slot;
    if (kind === "node") boxes.set(of, piece);
    else passes.set(of, [...(passes.get(of) ?? []), piece]);
  }
  for (const { upper, lower, edge } of links) {
    const chain = [boxes.get(upper), ...(passes.get(edge) ?? []), boxes.get(lower)];
    for (const [i, piece] of chain.entries()) {
      const next = chain[i + 1];
      if (!piece || !next) continue;
      piece.joined.push(next);
      next.joined.push(piece);
    }
  }
}

export interface Narrowed {
  readonly bands: readonly (readonly Slot[])[];
  readonly width: number;
}

/** Keeps who stands beside whom, and draws everything together to the width of the fullest band. */
export function narrowed(
  bands: readonly (readonly Slot[])[],
  links: readonly Link[],
  widthOf: (slot: Slot) => number,
): Narrowed {
  const pieces = bands.map((band) =>
    band.map((slot): Piece => ({ slot, width: widthOf(slot), joined: [], x: slot.wish })),
  );
  join(pieces, links);
  const width = Math.max(0, ...pieces.map((band) => packed(band).at(-1) ?? 0));
  for (let round = 0; round < ROUNDS; round++) {
    for (const band of round % 2 === 0 ? pieces : pieces.toReversed()) settleBand(band, width);
  }
  return { bands: pieces.map((band) => band.map(({ slot, x }) => ({ ...slot, wish: x }))), width };
}
