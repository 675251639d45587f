// What the tests of the offline copy do in the page. A "frame" is a small page of its own version: one of the site's icons.
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const sha = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));
/** Instead of waiting for ever, a test says what it waits for. */
const within = (what, promise) => Promise.race([promise, new Promise((late) => setTimeout(() => late(`waited for ${what()}`), 8000))]);
const frame = (root) => within(() => "a page", new Promise((ready) => {
  const made = document.createElement("iframe");
  made.onload = () => ready(made);
  made.style.display = "none";
  made.src = `${root}icons/icon.svg`;
  document.body.append(made);
}));
/** The files that a page gets otherwise than a version has them. */
const mixed = async (made, root, hashes) => {
  if (typeof made === "string") return [made];
  const wrong = [];
  await Promise.all(Object.entries(hashes).map(async ([path, hash]) => {
    const got = made.contentWindow.fetch(root + path).then((said) => said.arrayBuffer());
    const bytes = await within(() => path, got).catch(() => new ArrayBuffer(0));
    if (typeof bytes === 'string') wrong.push(bytes);
    else if (await sha(bytes) !== hash) wrong.push(path);
  }));
  return wrong;
};
/** The versions of a scope that are whole. */
const versions = async (root) => {
  const name = `zhilan:${root}:`;
  const found = [];
  for (const key of await caches.keys()) {
    if (!key.startsWith(name) || key.endsWith(":notes")) continue;
    if (await caches.match(`${location.origin}${root}?whole`, { cacheName: key })) found.push(key.slice(name.length));
  }
  return found;
};
/** How an attempt ends, with its worker: "installed", "redundant", "refused" before there was a worker. */
const ended = async (begin, registration) => {
  const last = () => registration?.waiting ?? registration?.active;
  const before = last();
  let worker;
  try {
    const begun = await within(() => "the worker's script", begin());
    if (typeof begun === "string") return [begun];
    registration ??= begun;
    // The browser may be at a try of its own, so only what is there now is this one.
    worker = registration.installing ?? (last() === before ? undefined : last());
  } catch {
    return ["refused"];
  }
  // Gone before it could be looked at; or, when later than installed, it was that, too.
  const state = () => (!worker || worker.state === "redundant" ? "redundant" : worker.state === "installing" ? undefined : "installed");
  const told = await within(() => `an end of ${worker.state}`, new Promise((done) => {
    const look = () => state() && done(state());
    worker?.addEventListener("statechange", look);
    look();
  }));
  return [told, worker];
};
const asked = (worker, ask, version) => within(() => `an answer to ${ask} from a worker that is ${worker.state}`, new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data);
  worker.postMessage({ ask, version }, [port2]);
}));
const remove = async (root) => {
  await (await navigator.serviceWorker.getRegistration(root))?.unregister();
  for (const key of await caches.keys()) if (key.startsWith(`zhilan:${root}:`)) await caches.delete(key);
};
