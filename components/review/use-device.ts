"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Memory } from "@/lib/schedule";
import { knownBeside } from "./known";
import { itemOf, type Letter, type Reply } from "./letter";
import { type Device, openDevice } from "./open-device";
import type { OutboxState } from "./outbox";
import type { Known } from "./session-state";

export interface DeviceEvents {
  readonly send: (letter: Letter) => Promise<Reply>;
  readonly onSent: (letter: Letter, reply: Reply & { ok: true }) => void;
  /** Another tab did something with this item. */
  readonly onElsewhere: (itemId: string) => void;
}

export interface DeviceInUse {
  readonly state: OutboxState;
  /** What the server refused for good, in words; null where nothing was. */
  readonly refused: string | null;
  /** @param memory of the item from now on; null where it was put away. */
  readonly post: (letter: Letter, memory: Memory | null, at: number) => void;
  readonly takeBack: (isMeant: (letter: Letter) => boolean, undoing: Letter, memory: Memory, at: number) => void;
  /** @param kept whether the queue was kept on this device. */
  readonly knownBeside: (kept: boolean, now: number) => Promise<Known>;
  readonly retry: () => void;
}

/** What the page keeps on this device: it sends in the background, and tries again when the network is back. */
export function useDevice(personId: string, events: DeviceEvents): DeviceInUse {
  const [state, setState] = useState<OutboxState>({ kind: "sent" });
  const [refused, setRefused] = useState<string | null>(null);
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  const device = useRef<Promise<Device> | null>(null);

  const opened = useCallback(() => {
    device.current ??= openDevice(personId, {
      send: (letter) => latest.current.send(letter),
      onState: setState,
      onRefused: setRefused,
      onSent: (letter, reply) => latest.current.onSent(letter, reply),
      onElsewhere: (itemId) => latest.current.onElsewhere(itemId),
    });
    return device.current;
  }, [personId]);

  const retry = useCallback(() => void opened().then(({ outbox }) => outbox.retry()), [opened]);
  useEffect(() => {
    retry();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [retry]);

  const noting = useCallback(
    async (itemId: string, memory: Memory | null, at: number) => {
      setState((now) => (now.kind === "sent" ? { kind: "sending" } : now));
      const { store, tellTabs } = await opened();
      tellTabs(itemId);
      await store.note({ itemId, memory, at }).catch(() => undefined);
    },
    [opened],
  );

  return {
    state,
    refused,
    retry,
    post: useCallback(
      (letter, memory, at) => {
        void noting(itemOf(letter), memory, at);
        void opened().then(({ outbox }) => outbox.post(letter));
      },
      [noting, opened],
    ),
    takeBack: useCallback(
      (isMeant, undoing, memory, at) => {
        void noting(itemOf(undoing), memory, at);
        void opened().then(({ outbox }) => outbox.takeBack(isMeant, undoing));
      },
      [noting, opened],
    ),
    knownBeside: useCallback(
      async (kept, now) => {
        const { store } = await opened();
        return await knownBeside(store, kept, now).catch(() => new Map());
      },
      [opened],
    ),
  };
}
