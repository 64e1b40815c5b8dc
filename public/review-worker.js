/**
 * Keeps the review page on this device, so that it opens without a network, and says so in place of other pages.
 * Pages are kept for one build and one person: those of others go as soon as either is known to be another. Only what is asked
 * for by GET is ever kept, and of pages only these two.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const build = new URL(worker.location.href).searchParams.get("build") ?? "";
const STATIC = `static ${build}`;
const REVIEW = "/review";
const OFFLINE = "/offline";
/** A network that takes longer for the first byte is as good as none, where there is a page to show. */
const PATIENCE = 3_000;

/** @param {string} person */
const pagesOf = (person) => `pages ${build} ${person}`;
const isPages = (/** @type {string} */ name) => name.startsWith("pages ");

worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([worker.registration.navigationPreload?.enable(), worker.clients.claim()]));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  if (pathname.startsWith("/_next/static/") || pathname === "/icon.svg") event.respondWith(asset(request));
  else if (request.mode === "navigate")
    event.respondWith(pathname + search === REVIEW ? reviewPage(event) : otherPage(event));
});

worker.addEventListener("message", (event) => {
  const { kind, person, readAt, assets } = event.data ?? {};
  if (kind === "forget") event.waitUntil(forgetPages(() => true));
  if (kind === "opened") event.waitUntil(opened(person, readAt, assets).catch(() => undefined));
});

/** What is named by its content never changes. @param {Request} request */
async function asset(request) {
  const cache = await caches.open(STATIC);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone()).catch(() => undefined);
  return response;
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function fromNetwork(event) {
  return (await event.preloadResponse) ?? (await fetch(event.request));
}

/** The network's, where it comes in time; else the kept one. @param {FetchEvent} event */
function reviewPage(event) {
  const network = fromNetwork(event);
  const copied = network.then((response) => response.clone());
  event.waitUntil(copied.then(keepReview).catch(() => undefined));
  return firstOf(network);
}

/** @param {Promise<Response>} network @returns {Promise<Response>} */
async function firstOf(network) {
  const sound = network.then((response) => (response.status < 500 ? response : Promise.reject(response)));
  sound.catch(() => undefined);
  const kept = await keptPage(REVIEW);
  if (!kept) return await network.catch(offlinePage);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  return await Promise.race([sound.catch(() => kept), late]);
}

/** @param {FetchEvent} event */
async function otherPage(event) {
  return await fromNetwork(event).catch(offlinePage);
}

async function offlinePage() {
  return (await keptPage(OFFLINE)) ?? Response.error();
}

/** There is only one person's at a time. @param {string} path */
async function keptPage(path) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(pagesOf(""))) continue;
    const page = await (await caches.open(name)).match(path, { ignoreVary: true });
    if (page) return page;
  }
  return undefined;
}

/** Whose page it is stands in the page. One that is nobody's says that nobody is signed in any more. @param {Response} response */
async function keepReview(response) {
  if (!response.ok || response.redirected) return;
  const html = await response.text();
  const [, person] = /data-person="([^"]+)"/.exec(html) ?? [];
  await forgetPages((name) => person === undefined || name !== pagesOf(person));
  if (person !== undefined) await put(person, REVIEW, html.replace("<html ", '<html data-kept="" '), response.headers);
}

/** @param {(name: string) => boolean} which */
async function forgetPages(which) {
  const names = (await caches.keys()).filter((name) => isPages(name) && which(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** @param {string} person @param {string} path @param {string} html @param {Headers} from */
async function put(person, path, html, from) {
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8" });
  for (const name of ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"]) {
    headers.set(name, from.get(name) ?? "");
  }
  await (await caches.open(pagesOf(person))).put(path, new Response(html, { headers }));
}

/**
 * The page is open, and what it needed is known: what is missing for the next time without a network is fetched.
 * @param {string} person @param {number} readAt @param {readonly string[]} assets
 */
async function opened(person, readAt, assets) {
  await forgetPages((name) => name !== pagesOf(person));
  if ((await keptReadAt()) < readAt) await keepReview(await fetch(REVIEW, { headers: { Accept: "text/html" } }));
  if (!(await keptPage(OFFLINE))) await keepOfflinePage(person);
  await Promise.all(assets.map((url) => asset(new Request(url)).catch(() => undefined)));
  const names = await caches.keys();
  await Promise.all(names.filter((name) => !isPages(name) && name !== STATIC).map((name) => caches.delete(name)));
}

async function keptReadAt() {
  const html = (await (await keptPage(REVIEW))?.text()) ?? "";
  return Number(/data-read-at="(\d+)"/.exec(html)?.[1] ?? 0);
}

/** It stands in for pages of any address, so that the framework must not wake up in it: its scripts are left out. @param {string} person */
async function keepOfflinePage(person) {
  const response = await fetch(OFFLINE, { headers: { Accept: "text/html" } });
  if (!response.ok) return;
  const html = await response.text();
  const still = html.replace(/<script\b[\s\S]*?<\/script>/g, (script) => (/\bsrc=|__next/.test(script) ? "" : script));
  await put(person, OFFLINE, still, response.headers);
}
