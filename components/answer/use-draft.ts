"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { DeskActions, KeptDraft } from "./desk-contract";
import { onThisDevice } from "./device-store";
import { draftKeeper } from "./draft-keeper";
import type { DraftKeeper, DraftState } from "./draft-state";
import { localCopies } from "./local-copy";

interface DraftOptions {
  readonly slug: string;
  readonly person: string | null;
  readonly kept: KeptDraft | null;
  readonly blank: string;
  readonly save: DeskActions["save"];
}

/** The keeper of this page's sheet and its state; saves when one leaves the page and when the connection is back. */
export function useDraft({ slug, person, kept, blank, save }: DraftOptions): [DraftState, DraftKeeper] {
  const [keeper] = useState(() =>
    draftKeeper({
      slug,
      person,
      kept,
      blank,
      save,
      copies: localCopies(onThisDevice, slug),
      isOnline: () => navigator.onLine,
    }),
  );
  const state = useSyncExternalStore(keeper.subscribe, keeper.read, keeper.read);

  useEffect(() => {
    keeper.restore();
    const flush = () => void keeper.flush();
    const whenHidden = () => {
      if (document.visibilityState === "hidden") flush();
    };
    window.addEventListener("online", flush);
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", whenHidden);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", whenHidden);
      flush();
      keeper.stop();
    };
  }, [keeper]);

  return [state, keeper];
}
