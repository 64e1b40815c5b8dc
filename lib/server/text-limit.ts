/** What the database takes for one sheet (the tables check it too). */
const MOST_BYTES = 64 * 1024;

export function isTooLong(text: string): boolean {
  return Buffer.byteLength(text, "utf8") > MOST_BYTES;
}
