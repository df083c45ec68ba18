// The site without a network. Each version of the site is one cache, and what is kept of a version
// is what the build made, to the byte: a file is looked at when it is kept and again when it is
// shown, because every site of the same origin can write to these caches.
//
// A new version is fetched in the background and waits. It takes over when the reader agrees (the
// page's notice sends "activate") or when the site is open in one window only and goes to a new
// page. A file that cannot be had as it was built (missing, or altered on its way) is not kept and
// comes from the network; it never keeps a new version out. Only where the network fails does the
// old version stay until the next try.

const FILES = /*KB_FILES*/; // address below the scope -> SHA-256 of the content
const ONLINE = /*KB_ONLINE*/; // addresses that exist and are never kept
const BASE = new URL(self.registration.scope);
const PREFIX = /*KB_STORAGE*/ + ` ${BASE.pathname} `;
const MISSING = "404.html";
const AT_ONCE = 4;
// While a question is open this worker cannot be replaced: none stays open for long.
const PATIENCE = 8000; // milliseconds
const FRESH = { cache: "no-store", redirect: "manual", credentials: "omit" };
const TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  ico: "image/x-icon",
  woff2: "font/woff2",
};

const at = (path) => new URL(path, BASE);
const WORKER = at("sw.js");
const SINCE = at("sw.js?since"); // under this name a cache holds when its version was met
const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");
const digest = async (data) => hex(await crypto.subtle.digest("SHA-256", data));
const name = (async () => PREFIX + (await digest(new TextEncoder().encode(JSON.stringify(FILES)))))();
const own = async () => caches.open(await name);

const decoded = (path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
const NAMES = new Map([...Object.keys(FILES), ...ONLINE].map((path) => [decoded(path), path]));
/** The address as the lists have it, however it is written; undefined if it is in none. */
const listed = (url) => NAMES.get(decoded(url.pathname.slice(BASE.pathname.length)).replace(/(^|\/)index\.html$/, "$1"));

// --- What is kept -----------------------------------------------------------------------------

/** The file of this version from a cache, or undefined when it is not there as it was built.
 * Nothing but the content is taken from the cache: headers can be planted too. */
async function kept(cache, path) {
  const found = await cache.match(at(path));
  if (!found) return undefined;
  const data = await found.arrayBuffer();
  return (await digest(data)) === FILES[path] ? made(path, data) : undefined;
}

function made(path, data) {
  const kind = path === "" || path.endsWith("/") ? "html" : path.split(".").pop().toLowerCase();
  return new Response(data, { headers: { "content-type": TYPES[kind], "x-content-type-options": "nosniff" } });
}

/** Keeps a file, from an earlier version or the network. False if it is not what was built;
 * throws where there is no network or no room. */
async function fill(cache, earlier, path) {
  if (await kept(cache, path)) return true;
  for (const old of earlier) {
    const found = await kept(old, path);
    if (found) {
      await cache.put(at(path), found);
      return true;
    }
  }
  const answer = await fetch(at(path), { cache: "no-cache", credentials: "omit" });
  return keep(cache, path, await answer.arrayBuffer());
}

/** Keeps `data` if it is the file of this version. Its status does not count: 404.html may well be
 * served with 404. */
async function keep(cache, path, data) {
  if ((await digest(data)) !== FILES[path]) return false;
  await cache.put(at(path), made(path, data));
  return true;
}

/** Tries for what is missing still, one after the other, until one cannot be had. */
async function complete() {
  const cache = await own();
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.keys(FILES).filter((path) => !there.has(at(path).href));
  missing.sort(() => Math.random() - 0.5); // else one file that never comes would bar the rest
  for (const path of missing) if (!(await fill(cache, [], path))) return;
}

// --- A new version ----------------------------------------------------------------------------

async function install() {
  const target = await name;
  const keys = await caches.keys();
  const earlier = await Promise.all(
    keys.filter((key) => key.startsWith(PREFIX) && key !== target).map((key) => caches.open(key)),
  );
  const cache = await caches.open(target);
  const left = Object.keys(FILES);
  let lost = "";
  const take = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      try {
        if (!(await fill(cache, earlier, path))) console.warn(`not as it was built, not kept: ${path}`);
      } catch (error) {
        lost = error.name;
        // No room: what is not kept comes from the network. Every further try would fail too.
        if (lost === "QuotaExceededError") left.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  const full = lost === "QuotaExceededError";
  // A first version is worth nothing without its files. A later one is, as long as there is a
  // network: it ends an old one.
  if ((full && !earlier.length) || (lost && !full && !(await reached()))) {
    if (!keys.includes(target)) await caches.delete(target);
    throw new Error(lost);
  }
  await cache.put(SINCE, new Response(String(Date.now()))).catch(() => {});
}

/** Whether the server answers at all. */
async function reached() {
  return fetch(WORKER, { method: "HEAD", ...FRESH, signal: AbortSignal.timeout(PATIENCE) }).then(() => true, () => false);
}

async function drop(current) {
  for (const key of await caches.keys()) {
    if (key.startsWith(PREFIX) && key !== current) await caches.delete(key);
  }
}

// --- Answers ----------------------------------------------------------------------------------

// Loads the page anew as soon as the new version answers. Asked a moment earlier, this one would
// answer still, and Chromium may leave such a page without its scripts for ever.
const CHANGING = `<!doctype html><meta name="color-scheme" content="light dark"><script>
const workers = navigator.serviceWorker, again = () => location.reload();
workers.addEventListener("controllerchange", again);
workers.getRegistration().then((registration) => registration && registration.waiting || again());
</script>`;

let told; // the waiting version that has been asked to take over: once, for it may not listen

async function answer(request, url) {
  const navigates = request.mode === "navigate";
  if (navigates) {
    const { waiting } = self.registration;
    if (waiting && waiting !== told && (await self.clients.matchAll()).length < 2) {
      told = waiting;
      waiting.postMessage("activate");
      return new Response(CHANGING, { headers: { "content-type": TYPES.html, Refresh: "3" } });
    }
  }
  const path = listed(url);
  // Opening a cache makes one, and a copy that has been removed is not to come back.
  if (!(await caches.has(await name))) return fetch(request);
  const cache = await own();
  if (path in FILES) {
    const found = await kept(cache, path);
    if (found) return found;
    await cache.delete(at(path)); // for `complete` to see that it is missing
  }
  if (navigates && path === undefined && listed(new URL(url.pathname + "/", url))) {
    return Response.redirect(url.origin + url.pathname + "/" + url.search);
  }
  try {
    return await fetch(request);
  } catch (error) {
    // A page that exists is not said to be missing: the browser tells that there is no network.
    if (!navigates || path !== undefined) throw error;
    // The page of the address's own language: that of the longest folder above it.
    const missing = Object.keys(FILES)
      .filter((path) => path.endsWith(MISSING))
      .sort((a, b) => b.length - a.length)
      .find((path) => url.pathname.startsWith(BASE.pathname + path.slice(0, -MISSING.length)));
    const page = missing !== undefined && (await kept(cache, missing));
    return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
  }
}

// --- How the copy stands, and the way out -----------------------------------------------------

/** What has become of the site behind the copy: "moved" when its address leads elsewhere, "gone"
 * when nothing is there, "left" when only the worker is, "" when all is well or cannot be known. */
async function fate(page) {
  const ask = (url, method) => fetch(url, { method, ...FRESH, signal: AbortSignal.timeout(PATIENCE) });
  const html = (given) => (given.headers.get("content-type") || "").startsWith("text/html");
  const lost = (given) => [404, 410].includes(given.status) || (given.ok && html(given));
  let script = await ask(WORKER, "HEAD");
  if (lost(script)) script = await ask(WORKER, "GET"); // some servers know no HEAD
  if (script.type === "opaqueredirect") return "moved";
  if (!lost(script)) return "";
  if (script.ok) return "gone"; // one page for every address
  const url = new URL(page);
  url.search = ""; // what a reader searches for is nobody's business
  const shown = await ask(url, "GET");
  return shown.ok && html(shown) ? "left" : "gone";
}

async function since() {
  const found = await (await own()).match(SINCE);
  const time = Number(found && (await found.text()));
  if (time > 0 && time <= Date.now()) return time;
  await (await own()).put(SINCE, new Response(String(Date.now())));
  return Date.now();
}

async function leave() {
  await drop();
  await self.registration.unregister();
}

const asked = {
  activate: () => self.skipWaiting(),
  /** Tells the page how old the copy is and what has become of the site. */
  async look(client) {
    const known = await since();
    const found = await fate(client.url).catch(() => "");
    if (found === "left") await leave();
    client.postMessage({ since: known, fate: found });
  },
  complete: () => complete().catch(() => {}), // no room or no network: another time
  /** Removes the copy, if the reader is not left with nothing. */
  async leave(client) {
    const online = await reached();
    if (online) await leave();
    client.postMessage({ left: online });
  },
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(name.then(drop)));
self.addEventListener("message", (event) => {
  if (Object.hasOwn(asked, event.data)) event.waitUntil(asked[event.data](event.source));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(BASE.href)) return;
  if (url.pathname === WORKER.pathname) return;
  if (request.mode !== "navigate" && !(listed(url) in FILES)) return;
  event.respondWith(answer(request, url));
});
