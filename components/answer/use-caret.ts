import { useState } from "react";

/** Where the caret stands in the sheet. A store, so that a step draws only what follows it. */
export interface Caret {
  readonly subscribe: (listener: () => void) => () => void;
  /** An offset into the sheet; null until the design was entered. */
  readonly read: () => number | null;
  readonly move: (offset: number) => void;
}

function caretStore(): Caret {
  const listeners = new Set<() => void>();
  let at: number | null = null;
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => at,
    move: (offset) => {
      if (offset === at) return;
      at = offset;
      for (const listener of listeners) listener();
    },
  };
}

export function useCaret(): Caret {
  const [caret] = useState(caretStore);
  return caret;
}
