"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";

interface FocusState {
  /** Findings that are pointed at. */
  readonly active: readonly number[];
  /** Before every id, where a page shows more than one sheet. */
  readonly scope: string;
}

const Focus = createContext<FocusState>({ active: [], scope: "" });

/** The findings that are pointed at, have the focus, or were tapped; evidence and remark are shown together. */
export function useActiveFindings(): readonly number[] {
  return useContext(Focus).active;
}

/** The ids of lines and findings on the page: `line-3`, `finding-7`. */
export function useAnchor(): (kind: "line" | "finding", number: number) => string {
  const { scope } = useContext(Focus);
  return (kind, number) => `${scope}${kind}-${number}`;
}

const NONE: readonly number[] = [];

function findingsAt(target: EventTarget | null): readonly number[] {
  const marked = target instanceof Element ? target.closest("[data-finding]") : null;
  const numbers = marked?.getAttribute("data-finding")?.split(" ").map(Number) ?? [];
  return numbers.length > 0 && numbers.every(Number.isInteger) ? numbers : NONE;
}

/** What each way of pointing says; the quickest one counts. */
interface Pointed {
  readonly mouse: readonly number[];
  readonly keys: readonly number[];
  readonly tap: readonly number[];
}

const UNPOINTED: Pointed = { mouse: NONE, keys: NONE, tap: NONE };

/** Where the browser says that fingers are the pointer, `pointerover` ends with the touch: the tap stays. */
function listeners(change: (next: Partial<Pointed>) => void): Readonly<Record<string, (event: Event) => void>> {
  const isMouse = (event: Event) => !(event instanceof PointerEvent) || event.pointerType !== "touch";
  return {
    pointerover: (event) => isMouse(event) && change({ mouse: findingsAt(event.target) }),
    pointerleave: () => change({ mouse: NONE }),
    focusin: (event) => change({ keys: findingsAt(event.target) }),
    focusout: () => change({ keys: NONE }),
    click: (event) => change({ tap: findingsAt(event.target) }),
    keydown: (event) => event instanceof KeyboardEvent && event.key === "Escape" && change(UNPOINTED),
  };
}

/** Around a report: whatever carries `data-finding` lights up its counterpart when it is pointed at, focused or tapped. */
export function FindingFocus({ scope = "", children }: { scope?: string; children: ReactNode }) {
  const [pointed, setPointed] = useState(UNPOINTED);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = box.current;
    if (!here) return;
    const listen = listeners((next) => setPointed((before) => ({ ...before, ...next })));
    for (const [name, listener] of Object.entries(listen)) here.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listen)) here.removeEventListener(name, listener);
    };
  }, []);
  const { mouse, keys, tap } = pointed;
  const state = useMemo(() => {
    const active = [mouse, keys, tap].find((numbers) => numbers.length > 0) ?? NONE;
    return { active, scope };
  }, [mouse, keys, tap, scope]);
  return (
    <Focus value={state}>
      <div ref={box}>{children}</div>
    </Focus>
  );
}
