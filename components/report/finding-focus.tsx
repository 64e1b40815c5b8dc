"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";

const ActiveFinding = createContext<number | null>(null);

/** The finding that is pointed at or has the focus; its evidence and its remark are shown together. */
export function useActiveFinding(): number | null {
  return useContext(ActiveFinding);
}

function findingAt(target: EventTarget | null): number | null {
  const marked = target instanceof Element ? target.closest("[data-finding]") : null;
  const number = Number(marked?.getAttribute("data-finding"));
  return marked && Number.isInteger(number) ? number : null;
}

/** Around a report: whatever carries `data-finding` lights up its counterpart. Links do the same without a pointer. */
export function FindingFocus({ children }: { children: ReactNode }) {
  const [active, setActive] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = box.current;
    if (!here) return;
    const follow = (event: Event) => setActive(findingAt(event.target));
    const leave = () => setActive(null);
    const listen = { pointerover: follow, focusin: follow, pointerleave: leave, focusout: leave };
    for (const [name, listener] of Object.entries(listen)) here.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listen)) here.removeEventListener(name, listener);
    };
  }, []);
  return (
    <ActiveFinding value={active}>
      <div ref={box}>{children}</div>
    </ActiveFinding>
  );
}
