import { type DeviceStore, openDeviceStore } from "./device-store";
import type { Letter, Reply } from "./letter";
import { memoryStore } from "./memory-store";
import { type Outbox, type OutboxState, openOutbox } from "./outbox";

export interface DeviceParts {
  readonly send: (letter: Letter) => Promise<Reply>;
  readonly onState: (state: OutboxState) => void;
  readonly onRefused: (message: string) => void;
  readonly onSent: (letter: Letter, reply: Reply & { ok: true }) => void;
  /** Another tab did something with this item. */
  readonly onElsewhere: (itemId: string) => void;
}

/** What a page has of this device: a place to keep things, an outbox, and the other tabs. */
export interface Device {
  readonly store: DeviceStore;
  readonly outbox: Outbox;
  readonly tellTabs: (itemId: string) => void;
  readonly close: () => void;
}

export async function openDevice(personId: string, parts: DeviceParts): Promise<Device> {
  const store = await openDeviceStore(personId).catch(memoryStore);
  const tabs = typeof BroadcastChannel === "function" ? new BroadcastChannel(`reviews:${personId}`) : null;
  tabs?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string") parts.onElsewhere(data);
  });
  const outbox = openOutbox({
    send: parts.send,
    store,
    alone: (run) => alone(`reviews:${personId}`, run),
    later: (run, milliseconds) => setTimeout(run, milliseconds),
    onChange: parts.onState,
    onRefused: (_, message) => parts.onRefused(message),
    onSent: parts.onSent,
  });
  return { store, outbox, tellTabs: (itemId) => tabs?.postMessage(itemId), close: () => tabs?.close() };
}

/** Locks are missing where the page came over plain http; ids make sending twice harmless there too. */
async function alone(name: string, run: () => Promise<void>): Promise<void> {
  if ("locks" in navigator) await navigator.locks.request(name, run);
  else await run();
}
