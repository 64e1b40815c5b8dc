import type { DeviceStore } from "./device-store";
import type { Known } from "./session-state";

/** A queue that was read within this time of a rating may not have counted it. */
const ON_ITS_WAY = 60_000;

/**
 * What this device knows that a queue does not. One that the server has just read has counted all that was sent; one that was
 * kept here has counted nothing since.
 * @param now epoch milliseconds by this device's clock.
 */
export async function knownBeside(store: DeviceStore, kept: boolean, now: number): Promise<Known> {
  const [noted, unsent] = await Promise.all([store.noted(), store.unsent()]);
  const counts = ({ itemId, at }: (typeof noted)[number]) => kept || unsent.has(itemId) || now - at < ON_ITS_WAY;
  const known = new Map(noted.filter(counts).map(({ itemId, memory }) => [itemId, memory]));
  if (!kept) await store.forget(noted.flatMap(({ itemId }) => (known.has(itemId) ? [] : [itemId])));
  return known;
}
