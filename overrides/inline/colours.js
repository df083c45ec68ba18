// The only script that stands in the page: sets the colours before the first paint. The same text on
// every page, so that one hash in the policy admits it; of what is stored only the two known values
// are taken. It also says that scripts run, so that styles keep room for what they will show.
(() => {
  document.documentElement.classList.add("kb-scripts");
  let scheme;
  try {
    const { kbStorage, kbStoredBefore } = document.currentScript.parentNode.dataset;
    scheme =
      localStorage.getItem(kbStorage + ".scheme") ||
      localStorage.getItem(JSON.parse(kbStoredBefore)[".scheme"]);
  } catch {}
  if (scheme !== "slate" && scheme !== "default") {
    scheme = matchMedia("(prefers-color-scheme:dark)").matches ? "slate" : "default";
  }
  document.body.setAttribute("data-md-color-scheme", scheme);
})();
