// The off switch: published in the place of sw.js, it removes the offline copy of this scope from every device that
// still asks for sw.js, and then itself. Development builds carry it, so that no old copy answers for them.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(off()));

async function off() {
  const name = `zhilan:${new URL(registration.scope).pathname}:`;
  const ours = (await caches.keys()).filter((key) => key.startsWith(name));
  await Promise.all(ours.map((key) => caches.delete(key)));
  await registration.unregister();
  // Open pages load again, from the host: their version is gone.
  for (const client of await clients.matchAll({ includeUncontrolled: true, type: "window" })) client.postMessage({ zhilan: "off" });
}
