import { Decompress, decompress } from "fzstd";
import { FileRefused } from "../refusal";
import type { Steps } from "../steps";
import { Sink, tooLarge } from "./zip";

const MAGIC = 0xfd2fb528;
const PIECE = 64 * 1024;
/** Zstandard's own default limit for a window. */
const MOST_WINDOW = 128 * 1024 * 1024;

/** Bytes that a frame says it holds, and the memory that it wants. RFC 8878, 3.1.1.1. */
interface Frame {
  readonly size: number | null;
  readonly window: number;
}

/**
 * Unpacks what Zstandard packed, up to a limit that counts what really comes out. A frame that names its size is unpacked
 * into just that; one that does not comes in pieces.
 * @throws FileRefused `too-large`, `damaged`
 */
export function* unpackZstd(name: string, packed: Uint8Array, most: number): Steps<Uint8Array> {
  const frame = readFrame(packed);
  if (frame === null) throw damaged(name);
  if ((frame.size ?? 0) > most || frame.window > Math.max(MOST_WINDOW, frame.size ?? 0)) throw tooLarge(name, most);
  try {
    if (frame.size !== null) return decompress(packed, new Uint8Array(frame.size));
    return yield* inPieces(name, packed, most);
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw damaged(name);
  }
}

function* inPieces(name: string, packed: Uint8Array, most: number): Steps<Uint8Array> {
  const sink = new Sink(name, most);
  const stream = new Decompress((piece) => sink.take(piece));
  for (let at = 0; at < packed.length; at += PIECE) {
    stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    yield;
  }
  return sink.whole();
}

function damaged(name: string): FileRefused {
  return new FileRefused("damaged", `“${name}” in this file is damaged. Export or download it again.`);
}

function readFrame(bytes: Uint8Array): Frame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 14 || view.getUint32(0, true) !== MAGIC) return null;
  const descriptor = view.getUint8(4);
  const single = (descriptor & 0x20) !== 0;
  const at = 5 + (single ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  const size = frameSize(view, at, descriptor >> 6, single);
  const window = single ? (size ?? 0) : windowSize(view.getUint8(5));
  return { size, window };
}

function frameSize(view: DataView, at: number, flag: number, single: boolean): number | null {
  if (flag === 0) return single ? view.getUint8(at) : null;
  if (flag === 1) return view.getUint16(at, true) + 256;
  return flag === 2 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}
