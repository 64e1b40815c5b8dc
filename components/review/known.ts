import type { DeviceStore } from "./device-store";
import type { Known } from "./session-state";

/** A queue that was read within this time of a rating may not have counted it. */
const ON_ITS_WAY = 60_000;

export interface KnownHere {
  readonly known: Known;
  /** This queue was here before: the page was kept, and no newer one could be fetched. */
  readonly kept: boolean;
}

/**
 * What this device knows that the queue does not. A queue that is new here has counted all that was sent;
 * one that was kept has counted nothing since.
 * @param readAt when the server read the queue, by the server's clock. @param now by this device's.
 */
export async function knownBeside(store: DeviceStore, readAt: number, now: number): Promise<KnownHere> {
  const [newest, noted, unsent] = await Promise.all([store.newest(), store.noted(), store.unsent()]);
  const kept = readAt <= newest;
  const counts = ({ itemId, at }: (typeof noted)[number]) => kept || unsent.has(itemId) || now - at < ON_ITS_WAY;
  const known = new Map(noted.filter(counts).map(({ itemId, memory }) => [itemId, memory]));
  if (!kept) {
    await store.forget(noted.flatMap(({ itemId }) => (known.has(itemId) ? [] : [itemId])));
    await store.setNewest(readAt);
  }
  return { known, kept };
}
