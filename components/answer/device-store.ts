/** A few small values kept in this browser. Storage may be full, forbidden or absent: then nothing is kept and `write` says so. */
export interface DeviceStore {
  readonly read: (key: string) => unknown;
  /** True where it was kept. */
  readonly write: (key: string, value: unknown) => boolean;
  readonly remove: (key: string) => void;
  readonly keys: () => readonly string[];
}

const PREFIX = "cardinality:";

function parse(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `storage` is asked for at each use: merely naming `localStorage` throws where it is forbidden. */
export function deviceStore(storage: () => Storage): DeviceStore {
  function attempt<T>(run: (kept: Storage) => T, otherwise: T): T {
    try {
      return run(storage());
    } catch {
      return otherwise;
    }
  }
  return {
    read: (key) => attempt((kept) => parse(kept.getItem(PREFIX + key)), null),
    write: (key, value) =>
      attempt((kept) => {
        kept.setItem(PREFIX + key, JSON.stringify(value));
        return true;
      }, false),
    remove: (key) => attempt((kept) => kept.removeItem(PREFIX + key), undefined),
    keys: () =>
      attempt(
        (kept) =>
          Array.from({ length: kept.length }, (_, i) => kept.key(i) ?? "")
            .filter((key) => key.startsWith(PREFIX))
            .map((key) => key.slice(PREFIX.length)),
        [],
      ),
  };
}

/** What this browser keeps between visits. */
export const onThisDevice: DeviceStore = deviceStore(() => window.localStorage);
