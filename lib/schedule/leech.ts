/**
 * Whether a lapse makes an item a leech, or makes it one again: at `leechAfter` lapses, and then after every half as many
 * more (8, 12, 16 …), as Anki does: so somebody who goes on with it is asked again, but not each time.
 * @param lapses with the one just now.
 * @param leechAfter 0: never.
 */
export function isLeech(lapses: number, leechAfter: number): boolean {
  if (leechAfter <= 0 || lapses < leechAfter) return false;
  return (lapses - leechAfter) % Math.max(1, Math.ceil(leechAfter / 2)) === 0;
}
