"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import type { OutboxState } from "./outbox";
import type { ShownQueue } from "./queue";
import type { Session } from "./session-state";
import { LEARN_AHEAD } from "./session-table";

/** The longest wait that a browser's timer takes. */
const LONGEST_TIMER = 2_147_483_647;
const SHORTEST_TIMER = 1_000;
const STALE_EVERY = 30_000;

interface MoreWork {
  readonly session: Session;
  readonly queue: ShownQueue;
  readonly sending: OutboxState["kind"];
  readonly kept: boolean;
  readonly tick: () => void;
}

/**
 * Brings what comes due while the table is clear: what is in its steps by this device's own clock, the rest from the server.
 */
export function useMoreWork({ session, queue, sending, kept, tick }: MoreWork): void {
  const saved = sending === "sent";
  const clear = session.table === null && session.limit !== "ended";
  const steps = clear ? (session.waiting[0]?.memory.due ?? null) : null;
  const ahead = session.limit === "asking" ? 0 : LEARN_AHEAD;
  useEffect(() => {
    if (steps === null) return;
    return after(steps - ahead - Date.now(), tick);
  }, [steps, ahead, tick]);

  const ask = useAsk();
  const given = session.acts.length;
  const empty = clear && session.limit !== "asking" && session.items.length === 0;
  // All is done and saved: what has come due meanwhile is asked for, now and when the next one is due.
  useEffect(() => {
    if (empty && saved && given > 0) ask();
  }, [empty, saved, given, ask]);
  const wait = queue.nextDue === null ? null : queue.nextDue - queue.readAt;
  useEffect(() => {
    if (!empty || !saved || wait === null) return;
    return after(wait, ask);
  }, [empty, saved, wait, ask]);

  // A kept queue gives way to a newer one as soon as there is one. And where nothing can be sent though the server answers, this
  // page may be of a build that is gone: what comes then is the whole new page.
  const waiting = sending === "waiting";
  useEffect(() => {
    if (!kept && !waiting) return;
    // What could be sent shows that the network is back, whatever the browser says of it.
    if (kept && saved) ask();
    const timer = setInterval(ask, STALE_EVERY);
    window.addEventListener("online", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", ask);
    };
  }, [kept, waiting, saved, ask]);
}

/**
 * Asks for the queue anew, where the server answers at all: the router would load the whole page again for an answer that
 * does not come, and what was done in this sitting would be gone from it.
 */
function useAsk(): () => void {
  const router = useRouter();
  const asking = useRef(false);
  return useCallback(() => {
    if (asking.current || !navigator.onLine) return;
    asking.current = true;
    void isReachable().then((reachable) => {
      asking.current = false;
      if (reachable) router.refresh();
    });
  }, [router]);
}

async function isReachable(): Promise<boolean> {
  const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
  return answer?.ok ?? false;
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, Math.min(Math.max(milliseconds, SHORTEST_TIMER), LONGEST_TIMER));
  return () => clearTimeout(timer);
}
