import { Inflate, Zip, ZipDeflate } from "fflate";
import { megabytes } from "../limits";
import { FileRefused } from "../refusal";
import type { Steps } from "../steps";

/** One file of an archive, not unpacked yet. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated; others are refused when it is unpacked. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: Uint8Array;
  /** As the archive says; it may lie, so that unpacking counts for itself. */
  readonly size: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** So small that what one piece unpacks to, a thousand times as much at most, stays small too. */
const PIECE = 16 * 1024;
const MOST_ENTRIES = 65_535;

const DAMAGED = "This archive is damaged: its list of files cannot be read. Export it again, or download it again.";

/**
 * The files of a zip archive by their names, from its central directory; nothing is unpacked. Names are keys here, never
 * paths: nothing is ever written by them.
 * @throws FileRefused `damaged`
 */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < Math.min(count, MOST_ENTRIES); index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new FileRefused("damaged", DAMAGED);
    const entry = readEntry(bytes, view, at);
    if (!entries.has(entry.name)) entries.set(entry.name, entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

function findEnd(view: DataView): number {
  // A comment of up to 64 kB may follow it.
  const least = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= least; at--) if (view.getUint32(at, true) === END) return at;
  throw new FileRefused(
    "damaged",
    "This archive is not whole: its end is missing. The download may have stopped; export or download it again.",
  );
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  const packedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw new FileRefused("damaged", DAMAGED);
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packedSize > bytes.length) throw new FileRefused("damaged", DAMAGED);
  return {
    name,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    packed: bytes.subarray(from, from + packedSize),
    size: view.getUint32(at + 24, true),
  };
}

/**
 * Unpacks one file, piece by piece, and stops as soon as it is larger than it may be, whatever the archive says.
 * @throws FileRefused `too-large`, `damaged`
 */
export function* unpack(entry: ZipEntry, most: number): Steps<Uint8Array> {
  if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) {
    throw new FileRefused(
      "damaged",
      `“${entry.name}” in this archive is packed in a way that is not read. Export it again.`,
    );
  }
  if (Math.max(entry.size, entry.packed.length) > most) throw tooLarge(entry.name, most);
  if (entry.method === 0) return entry.packed;
  const sink = new Sink(entry.name, most);
  const inflate = new Inflate((piece) => sink.take(piece));
  for (let at = 0; at < entry.packed.length; at += PIECE) {
    try {
      inflate.push(entry.packed.subarray(at, at + PIECE), at + PIECE >= entry.packed.length);
    } catch (error) {
      if (error instanceof FileRefused) throw error;
      throw new FileRefused("damaged", `“${entry.name}” in this archive is damaged. Export or download it again.`);
    }
    yield;
  }
  if (sink.length !== entry.size) {
    throw new FileRefused("damaged", `“${entry.name}” in this archive is not whole. Export or download it again.`);
  }
  return sink.whole();
}

/** Pieces as they come, up to a limit. */
export class Sink {
  #length = 0;
  readonly #pieces: Uint8Array[] = [];

  constructor(
    private readonly name: string,
    private readonly most: number,
  ) {}

  get length(): number {
    return this.#length;
  }

  take(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > this.most) throw tooLarge(this.name, this.most);
    this.#pieces.push(piece);
  }

  whole(): Uint8Array {
    return joined(this.#pieces);
  }
}

export function tooLarge(name: string, most: number): FileRefused {
  return new FileRefused(
    "too-large",
    `“${name}” in this file unpacks to more than ${megabytes(most)}. Export fewer decks at once, without pictures and sounds.`,
  );
}

const PACKED_AT_ONCE = 128 * 1024;

/** An archive of a few files, deflated piece by piece. @param now its date, epoch milliseconds */
export function* writeZip(files: Readonly<Record<string, Uint8Array>>, now: number): Steps<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [name, content] of Object.entries(files)) {
    const file = new ZipDeflate(name, { level: 6 });
    // A zip's clock goes from 1980 to 2099.
    file.mtime = Math.min(Math.max(now, Date.UTC(1981, 0)), Date.UTC(2098, 0));
    zip.add(file);
    for (let at = 0; at === 0 || at < content.length; at += PACKED_AT_ONCE) {
      file.push(content.subarray(at, at + PACKED_AT_ONCE), at + PACKED_AT_ONCE >= content.length);
      yield;
    }
  }
  zip.end();
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
