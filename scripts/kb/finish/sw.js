// The site without a network. Each version of the site is one cache, filled as a whole or not at
// all, and a page and all that it asks for come from the same version.
//
// A new version is fetched in the background and waits. It takes over when the reader agrees (the
// page's notice sends "activate") or when the site is open in one window only and goes to a new
// page. If a file is missing, changes under way, or the disk is full, the version is dropped and
// the old one stays.

const FILES = /*KB_FILES*/; // address below the scope -> SHA-256 of the content
const BASE = new URL(self.registration.scope);
const PREFIX = `tietopankki ${BASE.pathname} `;
const AT_ONCE = 4;

const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");
const digest = async (data) => hex(await crypto.subtle.digest("SHA-256", data));
const name = (async () => PREFIX + (await digest(new TextEncoder().encode(JSON.stringify(FILES)))))();

async function own() {
  return caches.open(await name);
}

// --- A new version ----------------------------------------------------------------------------

async function install() {
  const target = await name;
  const earlier = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== target);
  try {
    const cache = await caches.open(target);
    const left = Object.entries(FILES);
    const take = async () => {
      for (let next = left.pop(); next; next = left.pop()) await fill(cache, earlier, ...next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
  } catch (error) {
    await caches.delete(target);
    throw error;
  }
}

async function fill(cache, earlier, path, hash) {
  const url = new URL(path, BASE);
  if (await cache.match(url)) return;
  for (const key of earlier) {
    const old = await (await caches.open(key)).match(url);
    if (old && old.headers.get("x-kb-hash") === hash) return cache.put(url, old);
  }
  const answer = await fetch(url, { cache: "no-cache", credentials: "omit" });
  const data = await answer.arrayBuffer();
  // 404.html may well be served with 404; what counts is that it is the file of this version.
  if ((await digest(data)) !== hash) throw new Error(`not of this version: ${path}`);
  const headers = { "content-type": answer.headers.get("content-type") || "", "x-kb-hash": hash };
  await cache.put(url, new Response(data, { headers }));
}

async function activate() {
  const current = await name;
  for (const key of await caches.keys()) {
    if (key.startsWith(PREFIX) && key !== current) await caches.delete(key);
  }
}

// --- Answers ----------------------------------------------------------------------------------

async function answer(request) {
  const url = new URL(request.url);
  const cache = await own();
  if (request.mode === "navigate") {
    const waiting = self.registration.waiting;
    if (waiting && (await self.clients.matchAll()).length < 2) {
      waiting.postMessage("activate");
      return new Response("", { headers: { Refresh: "0" } });
    }
  }
  const found = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (found) return found;
  if (request.mode === "navigate" && (await cache.match(url.origin + url.pathname + "/"))) {
    return Response.redirect(url.origin + url.pathname + "/" + url.search);
  }
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    const english = url.pathname.startsWith(BASE.pathname + "en/");
    const page = await cache.match(new URL(english ? "en/404.html" : "404.html", BASE));
    return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "activate") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(BASE.href)) return;
  if (request.url === new URL("sw.js", BASE).href) return;
  event.respondWith(answer(request));
});
