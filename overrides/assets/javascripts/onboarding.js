// How far the reader has come on the onboarding path: kept on this device only, never sent.
const place = document.querySelector("[data-kb-storage]").dataset;
const KEY = place.kbStorage + ".onboarding";
const BEFORE = JSON.parse(place.kbStoredBefore)[".onboarding"]; // moved by controls.js, which runs later

const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? (BEFORE && localStorage.getItem(BEFORE)));
    return new Set(Array.isArray(kept) ? kept.filter((step) => typeof step === "string") : []);
  } catch {
    return new Set();
  }
};

// Whether the device kept it: a browser may refuse, or have no room.
const keep = (done) => {
  try {
    if (done.size > 0) localStorage.setItem(KEY, JSON.stringify([...done]));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
};

let done = read();
let kept = true;

const show = () => {
  for (const progress of document.querySelectorAll("[data-kb-path]")) {
    const steps = progress.dataset.kbPath.split(" ");
    const count = steps.filter((step) => done.has(step)).length;
    const words = progress.querySelector("[data-kb-path-count]");
    words.textContent = words.dataset.kbPathCount
      .replace("{done}", count)
      .replace("{all}", steps.length);
    progress.querySelector("progress").value = count;
    progress.querySelector("[data-kb-path-kept]").hidden = !kept;
    progress.querySelector("[data-kb-path-lost]").hidden = kept;
    progress.hidden = false;
  }
  for (const box of document.querySelectorAll("[data-kb-path-done]")) {
    box.checked = done.has(box.dataset.kbPathDone);
    box.closest("p").hidden = false;
  }
  for (const card of document.querySelectorAll("[data-kb-path-step]")) {
    const isDone = done.has(card.dataset.kbPathStep);
    card.toggleAttribute("data-kb-path-is-done", isDone);
    card.querySelector("[data-kb-path-mark]").hidden = !isDone;
  }
  for (const buttons of document.querySelectorAll("[data-kb-path-buttons]")) buttons.hidden = false;
};

document.addEventListener("change", ({ target }) => {
  const step = target.dataset.kbPathDone;
  if (!step) return;
  if (target.checked) done.add(step);
  else done.delete(step);
  kept = keep(done);
  show();
});

document.addEventListener("click", ({ target }) => {
  const reset = target.closest("[data-kb-path-reset]");
  if (reset && confirm(reset.dataset.kbPathReset)) {
    done = new Set();
    kept = keep(done);
    show();
  }
  if (target.closest("[data-kb-path-print]")) print();
});

// Another tab of the same reader, or a page that comes back from the browser's memory.
const again = () => {
  done = read();
  show();
};
addEventListener("storage", ({ key }) => (key === KEY || key === null) && again());
addEventListener("pageshow", ({ persisted }) => persisted && kept && again());

show();
