/** The page that is open, as the worker that keeps it for offline must know it. */
export interface OpenedPage {
  readonly person: string;
  /** When the server read what the page shows, epoch milliseconds. */
  readonly readAt: number;
}

/**
 * Has the review page kept on this device, and what it needs. Where the browser keeps nothing, nothing happens.
 * @param build each build has a worker of its own, so that none serves what another has made.
 */
export async function keepForOffline(build: string, page: OpenedPage): Promise<void> {
  const registration = await navigator.serviceWorker.register(`/review-worker.js?build=${encodeURIComponent(build)}`);
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) return;
  await untilActive(worker);
  worker.postMessage({ kind: "opened", ...page, assets: assetsOfPage() });
}

function untilActive(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state !== "activated" && worker.state !== "redundant") return;
      worker.removeEventListener("statechange", look);
      resolve();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** What this page has loaded that never changes: scripts, styles, fonts. */
function assetsOfPage(): readonly string[] {
  const { origin } = location;
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  return names.filter((name) => name.startsWith(`${origin}/_next/static/`) || name.startsWith(`${origin}/icon.svg`));
}

/** Nobody who comes after this person on this device sees a page of theirs. */
export function forgetKeptPages(): void {
  if ("serviceWorker" in navigator) navigator.serviceWorker.controller?.postMessage({ kind: "forget" });
}

/** Whether this page was kept on this device, as its worker has marked it. Only what came with the page was: the mark goes. */
export function takeKeptMark(): boolean {
  const { dataset } = document.documentElement;
  const kept = dataset.kept !== undefined;
  delete dataset.kept;
  return kept;
}
