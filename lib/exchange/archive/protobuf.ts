/**
 * As much of protobuf as Anki's newer collections need: the fields of one message, unknown ones skipped.
 * https://protobuf.dev/programming-guides/encoding/
 */
export interface Message {
  /** The last value of each field that is a number. */
  readonly numbers: ReadonlyMap<number, number>;
  /** The last value of each field that is text, bytes or a message of its own. */
  readonly bytes: ReadonlyMap<number, Uint8Array>;
}

/** Reads as far as the bytes make sense; never throws. */
export function readMessage(data: Uint8Array): Message {
  const numbers = new Map<number, number>();
  const bytes = new Map<number, Uint8Array>();
  let at = 0;
  while (at < data.length) {
    const key = readVarint(data, at);
    const field = Math.floor(key.value / 8);
    at = key.next;
    const wire = key.value % 8;
    if (wire === 0) {
      const { value, next } = readVarint(data, at);
      numbers.set(field, value);
      at = next;
    } else if (wire === 2) {
      const { value, next } = readVarint(data, at);
      bytes.set(field, data.subarray(next, next + value));
      at = next + value;
    } else if (wire === 5 || wire === 1) {
      at += wire === 5 ? 4 : 8;
    } else {
      return { numbers, bytes };
    }
  }
  return { numbers, bytes };
}

export function textOf(message: Message, field: number): string {
  return new TextDecoder().decode(message.bytes.get(field) ?? new Uint8Array());
}

/** Seven bits a byte, the lowest first; past 2^53 it is no longer exact, which no field here needs. */
function readVarint(data: Uint8Array, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let scale = 1;
  for (let at = from; at < data.length && at < from + 10; at++) {
    const byte = data[at] ?? 0;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) return { value, next: at + 1 };
  }
  return { value, next: data.length };
}
