// The service worker of Zhilan. It keeps whole versions of the site, each in a cache of its own, and answers a page
// from the version that the page was opened with. `cargo xtask seal` fills in the two constants and writes it as sw.js.
//
// What the reader can rely on:
// - A file is kept only if it has the size and SHA-256 it was published with; a version counts once all of it is there.
// - Pages are opened with the chosen version. Another one is chosen only by a page, when its reader agrees.
//   Any worker answers for any version, so it does not matter which one runs: none takes over while pages are open.
// - Caches are named zhilan:<scope>:<version>; no others are read or removed.
const VERSION = "";
const FILES = [];

const scope = new URL(registration.scope);
const NAME = `zhilan:${scope.pathname}:`;
/** Which version is chosen, which came last, and which one each open page has. */
const NOTES = `${NAME}notes`;
/** Its entry stands in the cache of a version that is whole, and holds its size in bytes. */
const WHOLE = `${scope.href}?whole`;
const CHOSEN = `${scope.href}?chosen`;
const NEWEST = `${scope.href}?newest`;
const page = (id) => `${scope.href}?page=${id}`;
/** How long the opening of a page may take, in milliseconds. */
const OPENING = 10_000;

const TYPES = {
  css: "text/css", html: "text/html; charset=utf-8", js: "text/javascript", json: "application/json", png: "image/png",
  svg: "image/svg+xml", wasm: "application/wasm", webmanifest: "application/manifest+json",
};

/** The versions of pages opened since this worker started: notes of them may still be on their way. */
const opened = new Map();

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(choose(false)));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const path = url.pathname.slice(scope.pathname.length) || "index.html";
  const ours = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  if (request.method === "GET" && ours && path !== "sw.js") event.respondWith(answer(event, path));
});
addEventListener("message", (event) => {
  const { data, source, ports } = event;
  const does = { state: () => state(source.id, data.version), choose: () => choose(true) }[data?.ask];
  if (does) event.waitUntil(does().catch(() => ({})).then((told) => ports[0]?.postMessage(told)));
});

/** Does something to versions while no other worker does. */
const alone = (what, how = {}) => (navigator.locks ? navigator.locks.request(NAME, how, what) : what());

async function install() {
  try {
    await alone(async () => {
      await fill();
      await note(NEWEST, VERSION);
    });
  } catch (error) {
    // Half a version in a full storage would be in everybody's way; after any other fault the next try goes on from here.
    if (error.name === "QuotaExceededError" && !(await whole(VERSION))) await caches.delete(NAME + VERSION);
    throw error;
  }
}

/** Brings every file of this version, then says that it is whole. */
async function fill() {
  const cache = await caches.open(NAME + VERSION);
  const others = (await versions()).filter((version) => version !== VERSION);
  const queue = [...FILES];
  let fault;
  const work = async () => {
    while (queue.length > 0 && !fault) await bring(queue.pop(), cache, others).catch((error) => { fault = error; });
  };
  await Promise.all(Array.from({ length: 6 }, work));
  if (fault) throw fault;
  const bytes = FILES.reduce((sum, [, , size]) => sum + size, 0);
  await cache.put(WHOLE, new Response(String(bytes)));
}

/** A file of this version as it was published: from this cache, another version's, the browser's memory or the host. */
async function bring([path, hash, size], cache, others = []) {
  const url = scope.href + path;
  const sources = [
    () => cache.match(url),
    ...others.map((version) => () => caches.match(url, { cacheName: NAME + version })),
    () => fetch(url),
    () => fetch(url, { cache: "reload" }),
  ];
  for (const [at, source] of sources.entries()) {
    // Whatever a host says besides, only the bytes count.
    const bytes = await source().then((said) => said?.arrayBuffer()).catch(() => undefined);
    if (bytes?.byteLength !== size || (await sha256(bytes)) !== hash) continue;
    const type = TYPES[path.split(".").pop()] ?? "application/octet-stream";
    const file = new Response(bytes, { headers: { "Content-Type": type } });
    if (at > 0) await cache.put(url, file.clone());
    return file;
  }
  throw new Error(`${path} did not come as it was published`);
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The versions of which there is something here. */
async function versions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== NOTES);
  return names.map((name) => name.slice(NAME.length));
}

/** The size of a version in bytes if it is whole, else nothing. */
async function whole(version) {
  const said = version && (await caches.match(WHOLE, { cacheName: NAME + version }));
  return said ? Number(await said.text()) : undefined;
}

/** A noted version, and when it was noted if that matters. */
async function noted(key) {
  const said = await caches.match(key, { cacheName: NOTES });
  return said ? (await said.text()).split(" ") : [];
}

async function note(key, version, time = 0) {
  await (await caches.open(NOTES)).put(key, new Response(`${version} ${time}`));
}

/** The version that pages are opened with; none if it is no longer whole. */
async function chosen() {
  const [version] = await noted(CHOSEN);
  return (await whole(version)) === undefined ? undefined : version;
}

/** Chooses this version: where the reader agreed, or where there is no other. */
async function choose(agreed) {
  if ((agreed || !(await chosen())) && (await whole(VERSION))) await note(CHOSEN, VERSION);
}

/** What a page of a version can be told: its size if it is whole here, and the size of another one that waits. */
async function state(id, version) {
  opened.set(id, version);
  // In a full storage the note above has to do.
  await note(page(id), version).catch(() => undefined);
  // A browser may have thrown the files away; then they are brought again.
  if (!(await whole(VERSION))) await alone(fill).catch(() => undefined);
  // Who already has this version open, say by a forced reload, is not led back.
  await choose(version === VERSION).catch(() => undefined);
  await alone(tidy, { ifAvailable: true });
  // Not while another worker is still in charge.
  await clients.claim().catch(() => undefined);
  return { bytes: await whole(version), newer: version === VERSION ? undefined : await whole(VERSION) };
}

/** Removes the versions that are neither new, chosen nor open in a page, and the notes of closed pages. */
async function tidy(lock) {
  // A worker that another one is about to follow does not know what that one needs.
  const [newest = VERSION] = await noted(NEWEST);
  if (lock === null || newest !== VERSION) return;
  const living = new Set((await clients.matchAll({ includeUncontrolled: true })).map((client) => client.id));
  const needed = new Set([VERSION, await chosen()]);
  const notes = await caches.open(NOTES);
  for (const { url } of await notes.keys()) {
    const id = new URL(url).searchParams.get("page");
    if (id === null) continue;
    const [version, time] = await noted(url);
    // A page that is just being opened is not among the clients yet.
    if (living.has(id) || Date.now() - time < OPENING) {
      needed.add(version);
    } else {
      opened.delete(id);
      await notes.delete(url);
    }
  }
  for (const version of await versions()) {
    // The reader may have chosen meanwhile.
    if (!needed.has(version) && version !== (await chosen())) await caches.delete(NAME + version);
  }
}

async function answer(event, path) {
  const { request, clientId, resultingClientId } = event;
  const opens = request.mode === "navigate";
  let version;
  if (opens || !("resultingClientId" in event)) {
    version = await chosen();
    if (opens && version && resultingClientId) {
      opened.set(resultingClientId, version);
      event.waitUntil(note(page(resultingClientId), version, Date.now()).catch(() => undefined));
    }
  } else {
    // A page that nobody knows was not opened from here, and goes on as it began.
    version = opened.get(clientId) ?? (await noted(page(clientId)))[0];
  }
  const held = version && { cacheName: NAME + version };
  const kept = held && (await caches.match(scope.href + path, held));
  if (kept) return kept;
  const file = version === VERSION && FILES.find(([known]) => known === path);
  if (file) return bring(file, await caches.open(NAME + VERSION)).catch(() => Response.error());
  const said = await fetch(request).catch(() => Response.error());
  const lost = opens && (said.status === 404 || said.type === "error") && held;
  const page404 = lost && (await caches.match(`${scope.href}404.html`, held));
  return page404 ? new Response(page404.body, { status: 404, headers: page404.headers }) : said;
}
