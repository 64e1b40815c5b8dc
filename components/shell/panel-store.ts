/** A key and what it does on the page that is open. */
export interface PageKey {
  /** As printed on the keyboard; alternatives are separate entries. */
  readonly keys: readonly string[];
  readonly does: string;
}

export type Panel = "palette" | "keys";

/** What the shell shows over the page. One for the whole window, so it lives beside the components, not in one. */
interface Shown {
  readonly panel: Panel | null;
  readonly pageKeys: readonly PageKey[];
}

export const NOTHING_SHOWN: Shown = { panel: null, pageKeys: [] };

let shown = NOTHING_SHOWN;
const listeners = new Set<() => void>();

function change(next: Partial<Shown>): void {
  shown = { ...shown, ...next };
  for (const listener of listeners) listener();
}

export function readShown(): Shown {
  return shown;
}

export function subscribeToShown(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function openPanel(panel: Panel): void {
  change({ panel });
}

export function closePanel(): void {
  change({ panel: null });
}

export function setPageKeys(pageKeys: readonly PageKey[]): void {
  change({ pageKeys });
}
