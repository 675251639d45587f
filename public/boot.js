// Shows the message in index.html when the program cannot start or has stopped: the page never stays blank.
(() => {
  const show = () => document.getElementById("fallback")?.classList.add("shown");
  const started = () => !document.getElementById("boot");
  const trapped = (what) => typeof WebAssembly === "object" && what instanceof WebAssembly.RuntimeError;
  if (typeof WebAssembly !== "object") show();
  // Before the start every fault is fatal, a file that did not come among them; after it, only a trap is.
  addEventListener("error", (event) => {
    const file = event.target !== window && event.target?.tagName === "SCRIPT" && event.target.type === "module";
    if (trapped(event.error) || (!started() && (file || event.error))) show();
  }, true);
  addEventListener("unhandledrejection", (event) => {
    if (trapped(event.reason) || !started()) show();
  });
  // The offline copy is for sealed builds and comes last.
  const offline = async () => (document.documentElement.dataset.version ? import("./offline.js") : undefined);
  addEventListener("zhilan:complete", () => offline().catch(() => undefined), { once: true });
  // Where this version does not run, reloading takes the newest one that is kept on the device.
  document.getElementById("reload")?.addEventListener("click", () => {
    const reload = () => location.reload();
    offline().then((copy) => copy?.takeNewest()).then(reload, reload);
    setTimeout(reload, 2000);
  });
})();
