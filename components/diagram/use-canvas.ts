import { useEffect, useState } from "react";
import type { DiagramCanvas } from "./diagram-canvas";

interface Loaded {
  readonly Canvas: typeof DiagramCanvas | null;
  /** It cannot be had now: no connection. */
  readonly failed: boolean;
}

/** Fetches the canvas once it is wanted; a connection that comes back is another try. */
export function useCanvas(): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ Canvas: null, failed: false });
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      try {
        const { DiagramCanvas: Canvas } = await import("./diagram-canvas");
        if (!stop.signal.aborted) setLoaded({ Canvas, failed: false });
      } catch {
        if (!stop.signal.aborted) setLoaded({ Canvas: null, failed: true });
      }
    };
    window.addEventListener("online", () => void load(), { signal: stop.signal });
    void load();
    return () => stop.abort();
  }, []);
  return loaded;
}
