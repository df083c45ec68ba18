// The worker of a site that ends or moves, and of `make serve`: it removes the copies that an
// earlier worker of this place has left, and then itself.

const PREFIX = /*KB_STORAGE*/ + ` ${new URL(self.registration.scope).pathname} `;

async function retire() {
  const copies = (await caches.keys()).filter((key) => key.startsWith(PREFIX));
  await Promise.all(copies.map((key) => caches.delete(key)));
  const windows = await self.clients.matchAll({ type: "window" });
  await self.registration.unregister();
  // Only where there was a copy to see, so that no page is loaded over and over.
  if (copies.length) await Promise.allSettled(windows.map((window) => window.navigate(window.url)));
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("message", () => self.skipWaiting()); // a page of the copy says "activate"
self.addEventListener("activate", (event) => event.waitUntil(retire()));
