// The page's side of the offline copy, a module that boot.js loads once the first view is complete. What the reader can be
// told stands at the root element: data-offline, how much is kept in MB (for the line of the footer also as --offline), and
// data-update while another version waits. The event zhilan:offline says that it changed.
const root = document.documentElement;
const { version } = root.dataset;
const container = navigator.serviceWorker;
const HOUR = 3_600_000;
let registration;
let asked = Date.now();

const tell = (bytes, waits) => {
  const size = (bytes / 1e6).toFixed(1);
  if (bytes) {
    root.dataset.offline = size;
    root.style.setProperty("--offline", `" · ${size} MB"`);
  }
  root.toggleAttribute("data-update", waits);
  // The whole application has the words for it; it is kept, too.
  if (waits && !("zhilanWanted" in globalThis)) {
    globalThis.zhilanWanted = "";
    import("./vendor/whole.js").catch(() => { delete globalThis.zhilanWanted; });
  }
  dispatchEvent(new Event("zhilan:offline"));
};

// The newest worker knows the newest version; it may still wait for the end of another one.
const newest = () => registration?.waiting ?? registration?.active;

const ask = (what) => new Promise((answered) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => answered(data);
  newest().postMessage({ ask: what, version }, [port2]);
});

const look = async () => {
  if (!newest()) return;
  const { bytes, newer } = await ask("state");
  tell(bytes, !!newer);
};

const follow = (worker) => worker?.addEventListener("statechange", () => {
  if (["installed", "activated"].includes(worker.state)) look();
});

const begin = async () => {
  // Who asked the browser to save data is not sent megabytes unasked.
  if (!container || !version || !isSecureContext || navigator.connection?.saveData) return;
  const sole = globalThis.trustedTypes?.createPolicy("zhilan-offline", { createScriptURL: () => "./sw.js" });
  registration = await container.register(sole ? sole.createScriptURL("") : "./sw.js", { updateViaCache: "none" });
  follow(registration.installing ?? newest());
  registration.addEventListener("updatefound", () => follow(registration.installing));
  container.addEventListener("message", ({ data }) => {
    if (data?.zhilan === "off") location.reload();
  });
  await look();
};

/** Has the next page opened with the newest version that is kept. */
export const takeNewest = async () => {
  registration ??= await container?.getRegistration();
  if (newest()) await ask("choose");
};

addEventListener("zhilan:update", () => takeNewest().then(() => location.reload()));
addEventListener("zhilan:later", () => tell(0, false));
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) look();
});
// A page that stays open for days asks now and then.
document.addEventListener("visibilitychange", () => {
  if (document.hidden || !registration || Date.now() - asked < HOUR) return;
  asked = Date.now();
  registration.update().catch(() => undefined);
});

// Without a copy the page works as before; the next visit tries again.
begin().catch(() => undefined);
