"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { VIEWS, type View } from "./desk-tabs";
import { onThisDevice } from "./device-store";

export interface Views {
  readonly view: View;
  readonly show: (view: View) => void;
  readonly briefOpen: boolean;
  readonly toggleBrief: () => void;
}

const BRIEF_FOLDED = "brief-folded";

/** Which part a phone shows, each keeping its scroll place, and whether the brief is folded away on a wide page. */
export function useViews(slug: string, begun: boolean): Views {
  const [view, setView] = useState<View>(begun ? "answer" : "brief");
  const [briefOpen, setBriefOpen] = useState(true);
  const places = useRef<Partial<Record<View, number>>>({});
  const moved = useRef(false);

  useEffect(() => {
    const kept = onThisDevice.read(`view:${slug}`);
    const known = VIEWS.find((one) => one === kept);
    if (known) setView(known);
    setBriefOpen(onThisDevice.read(BRIEF_FOLDED) !== true);
  }, [slug]);

  useLayoutEffect(() => {
    if (moved.current) window.scrollTo({ top: places.current[view] ?? 0, behavior: "instant" });
    moved.current = false;
  }, [view]);

  const show = useCallback(
    (next: View) => {
      setView((now) => {
        if (now !== next) places.current[now] = window.scrollY;
        return next;
      });
      moved.current = true;
      onThisDevice.write(`view:${slug}`, next);
    },
    [slug],
  );
  const toggleBrief = useCallback(() => {
    setBriefOpen((open) => {
      onThisDevice.write(BRIEF_FOLDED, open);
      return !open;
    });
  }, []);
  return { view, show, briefOpen, toggleBrief };
}
