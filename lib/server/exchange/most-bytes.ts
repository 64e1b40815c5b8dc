import { isJson, LIMITS, megabytes } from "@/lib/exchange";

/** Everything of a person is said in words, which takes more room than a package. */
const JSON_TIMES = 4;

/** How large a file may be that begins so, and what to say of a larger one. */
export function mostBytes(start: Uint8Array): { readonly bytes: number; readonly message: string } {
  const bytes = isJson(start) ? LIMITS.bytes * JSON_TIMES : LIMITS.bytes;
  return {
    bytes,
    message: `This file is larger than ${megabytes(bytes)}. Export it without pictures and sounds, or fewer decks at once.`,
  };
}
