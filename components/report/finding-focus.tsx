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

function findingsAt(here: Element, target: EventTarget | null): readonly number[] {
  const marked = target instanceof Element && here.contains(target) ? target.closest("[data-finding]") : null;
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

type Change = (next: Partial<Pointed>) => void;
type Listeners = Readonly<Record<string, (event: Event) => void>>;

/**
 * A mouse counts when it is moved, not when the page is scrolled below it, so that it may rest while the keys are used. What
 * fingers point at ends with the touch: their tap stays instead.
 */
function inside(here: Element, change: Change): Listeners {
  const at = (event: Event) => findingsAt(here, event.target);
  const isMouse = (event: Event) => event instanceof PointerEvent && event.pointerType !== "touch";
  return {
    pointermove: (event) => isMouse(event) && change({ mouse: at(event) }),
    pointerleave: () => change({ mouse: NONE }),
    focusin: (event) => change({ keys: at(event), mouse: NONE }),
    focusout: () => change({ keys: NONE }),
  };
}

/** Wherever one taps or presses Escape: elsewhere means away from all findings. */
function anywhere(here: Element, change: Change): Listeners {
  return {
    click: (event) => change({ tap: findingsAt(here, event.target) }),
    keydown: (event) => event instanceof KeyboardEvent && event.key === "Escape" && change(UNPOINTED),
  };
}

/** Returns what takes the listeners away again. */
function listen(target: EventTarget, listeners: Listeners): () => void {
  for (const [name, listener] of Object.entries(listeners)) target.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) target.removeEventListener(name, listener);
  };
}

const isSame = (a: readonly number[], b: readonly number[]) => a.join() === b.join();

/** The same state where nothing new is pointed at: a moving mouse draws nothing again. */
function pointAt(before: Pointed, next: Partial<Pointed>): Pointed {
  const after = { ...before, ...next };
  const { mouse, keys, tap } = before;
  return isSame(mouse, after.mouse) && isSame(keys, after.keys) && isSame(tap, after.tap) ? before : after;
}

/** Around a report: whatever carries `data-finding` lights up its counterpart when it is pointed at, focused or tapped. */
export function FindingFocus({ scope = "", children }: { scope?: string; children: ReactNode }) {
  const [pointed, setPointed] = useState(UNPOINTED);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = box.current;
    if (!here) return;
    const change: Change = (next) => setPointed((before) => pointAt(before, next));
    const leaveInside = listen(here, inside(here, change));
    const leaveAnywhere = listen(document, anywhere(here, change));
    return () => {
      leaveInside();
      leaveAnywhere();
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
