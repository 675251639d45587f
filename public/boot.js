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
  // Where this version does not run, reloading takes the newest one that is kept on the device.
  document.getElementById("reload")?.addEventListener("click", () => {
    const reload = () => location.reload();
    setTimeout(reload, navigator.serviceWorker?.controller ? 2000 : 0);
    navigator.serviceWorker?.getRegistration().then((registration) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = reload;
      (registration?.waiting ?? registration?.active)?.postMessage({ ask: "choose" }, [port2]);
    });
  });
  // The offline copy is for sealed builds and comes last.
  addEventListener("zhilan:complete", () => {
    if (document.documentElement.dataset.version) import("./offline.js").catch(() => undefined);
  }, { once: true });
})();
