// Keeps the whole folder for when there is no network. It holds public pages only: there is nothing else in the folder.
const KEPT = "pana-__VERSION__";
const FILES = "__FILES__";

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(KEPT);
    // A few at a time: a phone on a bad line should not open five hundred connections.
    for (let at = 0; at < FILES.length; at += 20) await cache.addAll(FILES.slice(at, at + 20));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("pana-") && name !== KEPT) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== location.origin) return;
  event.respondWith((async () => {
    const cache = await caches.open(KEPT);
    const address = new URL(event.request.url);
    address.search = "";
    if (address.pathname.endsWith("/")) address.pathname += "index.html";
    return (await cache.match(address.href)) ?? fetch(event.request);
  })());
});
