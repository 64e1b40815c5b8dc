/**
 * SHA-1 (RFC 3174) of a text's UTF-8, as 20 bytes. Anki finds equal first fields by its first four; it protects nothing.
 */
export function sha1(text: string): Uint8Array {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const view = padded(new TextEncoder().encode(text));
  for (let at = 0; at < view.byteLength; at += 64) mix(state, view, at);
  const digest = new DataView(new ArrayBuffer(20));
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word);
  return new Uint8Array(digest.buffer);
}

function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const whole = new Uint8Array(length);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(length - 4, (bytes.length * 8) >>> 0);
  return view;
}

function mix(state: number[], view: DataView, at: number): void {
  const words = Array.from({ length: 80 }, (_, index) => (index < 16 ? view.getUint32(at + index * 4) : 0));
  for (let index = 16; index < 80; index++) {
    const word = (back: number) => words[index - back] ?? 0;
    words[index] = rotate(word(3) ^ word(8) ^ word(14) ^ word(16), 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (const [round, word] of words.entries()) {
    const { value, key } = choose(round, b, c, d);
    const next = (rotate(a, 5) + value + e + key + word) >>> 0;
    [a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
  }
  for (const [index, word] of [a, b, c, d, e].entries()) state[index] = ((state[index] ?? 0) + word) >>> 0;
}

function choose(round: number, b: number, c: number, d: number): { readonly value: number; readonly key: number } {
  if (round < 20) return { value: (b & c) | (~b & d), key: 0x5a827999 };
  if (round < 40) return { value: b ^ c ^ d, key: 0x6ed9eba1 };
  if (round < 60) return { value: (b & c) | (b & d) | (c & d), key: 0x8f1bbcdc };
  return { value: b ^ c ^ d, key: 0xca62c1d6 };
}

function rotate(word: number, by: number): number {
  return ((word << by) | (word >>> (32 - by))) >>> 0;
}
