"use client";

import { useEffect } from "react";
import { keepForOffline } from "../shell/offline";

interface Kept {
  readonly personId: string;
  /** Null while developing: nothing is kept then. */
  readonly build: string | null;
  readonly readAt: number;
}

/** Has this page kept for when there is no network. Only once it is loaded, so that nothing waits for it. */
export function useOffline({ personId, build, readAt }: Kept): void {
  useEffect(() => {
    if (build === null || !("serviceWorker" in navigator)) return;
    const begin = () => {
      void loadLater().then(() => keepForOffline(build, { person: personId, readAt }).catch(() => undefined));
    };
    if (document.readyState === "complete") begin();
    else window.addEventListener("load", begin, { once: true });
    return () => window.removeEventListener("load", begin);
  }, [personId, build, readAt]);
}

/** What is opened by a key must be there without a network too. Where it cannot be fetched, the next visit does. */
function loadLater(): Promise<unknown> {
  const loads = [() => import("./item-info"), () => import("../shell/keys-dialog")];
  return Promise.allSettled(loads.map((load) => load()));
}
