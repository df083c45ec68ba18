// The controls of the header: menu, search, settings. Material keeps the state of menu and
// search in two checkboxes; this gives them buttons, focus that goes in and comes back, and Esc.

const place = document.querySelector("[data-kb-storage]").dataset;
const store = {
  get(name) {
    try { return localStorage.getItem(place.kbStorage + name); } catch { return null; }
  },
  set(name, value) {
    try {
      if (value === null) localStorage.removeItem(place.kbStorage + name);
      else localStorage.setItem(place.kbStorage + name, value);
    } catch { /* storage is off or full: the choice holds for this page */ }
  },
};
// What was stored before names had the site's path (sites of one origin share one store) is moved.
for (const [name, before] of Object.entries(JSON.parse(place.kbStoredBefore))) {
  try {
    const value = localStorage.getItem(before);
    if (value !== null && localStorage.getItem(place.kbStorage + name) === null) {
      localStorage.setItem(place.kbStorage + name, value);
      localStorage.removeItem(before);
    }
  } catch { /* off or full */ }
}

// --- Menu and search --------------------------------------------------------------------------

const drawer = document.getElementById("kb-drawer");
const dialog = document.getElementById("kb-search-dialog");
const query = dialog && dialog.querySelector("input");
const panels = {
  drawer: { element: drawer, enter: () => drawer.querySelector("button") },
  search: { element: dialog, enter: () => query },
};
const box = (name) => document.getElementById("__" + name);
const set = (name, open) => { if (box(name).checked !== open) box(name).click(); };

function openSearch() {
  set("search", true);
  query.focus();
  query.select();
}

for (const name of Object.keys(panels)) {
  const panel = panels[name];
  const opener = document.querySelector(`[data-kb-opens="${name}"]`);
  if (!panel.element || !opener) continue;
  let before = null;
  opener.addEventListener("click", () => (name === "search" ? openSearch() : set(name, true)));
  for (const closer of document.querySelectorAll(`[data-kb-closes="${name}"]`)) {
    closer.addEventListener("click", () => set(name, false));
  }
  // Remembered before the panel takes the focus, for the way back.
  document.addEventListener("focusin", (event) => {
    if (!panel.element.contains(event.target)) before = event.target;
  });
  box(name).addEventListener("change", () => {
    const open = box(name).checked;
    opener.setAttribute("aria-expanded", String(open));
    if (name === "drawer") shut(open);
    if (open) {
      // The drawer becomes visible with the next style; focus before that would be refused.
      requestAnimationFrame(() => panel.enter().focus());
      return;
    }
    setTimeout(() => {
      if (box(name).checked) return; // opened anew meanwhile
      const lost = document.activeElement === document.body;
      if (!lost && !panel.element.contains(document.activeElement)) return;
      const back = before && before.isConnected && before.offsetParent ? before : opener;
      back.focus();
    });
  });
  if (name === "drawer") {
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") set(name, false);
    });
  }
  panel.element.addEventListener("keydown", (event) => {
    // Material closes the search on Tab, and no keyboard would reach its buttons and results.
    if (event.key === "Tab" && name === "search") event.stopPropagation();
  });
  panel.element.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (name === "search" && box(name).checked && next && !panel.element.contains(next)) {
      set(name, false);
    }
  });
}

// Material's results hear arrow keys only; Tab is what people try first.
const results = dialog && dialog.querySelector(".md-search-result__list");
if (results) {
  new MutationObserver(() => {
    for (const link of results.querySelectorAll("a[tabindex]")) link.removeAttribute("tabindex");
  }).observe(results, { childList: true, subtree: true });
}

// While the drawer covers the page, the page cannot be reached behind it.
function shut(open) {
  for (const part of document.querySelectorAll(".md-header, .md-main, .md-footer")) {
    part.inert = open;
  }
}
// A window made wide hides the drawer; it must not leave the page shut.
matchMedia("(min-width: 76.25em)").addEventListener("change", () => set("drawer", false));

// --- Settings ---------------------------------------------------------------------------------

const settings = document.getElementById("kb-settings");
const settingsButton = document.querySelector("[data-kb-settings]");
const dark = matchMedia("(prefers-color-scheme: dark)");

function showSettings(open) {
  settings.hidden = !open;
  settingsButton.setAttribute("aria-expanded", String(open));
}
settingsButton.addEventListener("click", () => showSettings(settings.hidden));
settings.parentElement.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || settings.hidden) return;
  showSettings(false);
  settingsButton.focus();
});
document.addEventListener("click", (event) => {
  if (!settings.parentElement.contains(event.target)) showSettings(false);
});
settings.parentElement.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !settings.parentElement.contains(event.relatedTarget)) showSettings(false);
});

const chosen = () => {
  const scheme = store.get(".scheme");
  return scheme === "slate" || scheme === "default" ? scheme : "auto";
};
function applyScheme() {
  const choice = chosen();
  const scheme = choice === "auto" ? (dark.matches ? "slate" : "default") : choice;
  document.body.setAttribute("data-md-color-scheme", scheme);
  press(choice);
}
function press(choice) {
  for (const button of settings.querySelectorAll("[data-kb-scheme]")) {
    button.setAttribute("aria-pressed", String(button.dataset.kbScheme === choice));
  }
}
for (const button of settings.querySelectorAll("[data-kb-scheme]")) {
  button.addEventListener("click", () => {
    const choice = button.dataset.kbScheme;
    store.set(".scheme", choice === "auto" ? null : choice);
    applyScheme();
    if (chosen() !== choice) { // nothing could be stored
      document.body.setAttribute("data-md-color-scheme", choice);
      press(choice);
    }
  });
}
dark.addEventListener("change", applyScheme);
press(chosen());

// --- Single-key shortcuts, which speech input may press unasked (WCAG 2.1.4) -------------------

const keysButton = settings.querySelector("[data-kb-keys]");
let keys = store.get(".keys") !== "off";
keysButton.setAttribute("aria-pressed", String(keys));
keysButton.addEventListener("click", () => {
  keys = !keys;
  store.set(".keys", keys ? null : "off");
  keysButton.setAttribute("aria-pressed", String(keys));
});
addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || !"/fspn.,".includes(event.key)) return;
  const at = document.activeElement;
  if (at && (at.matches("input:not([type=radio], [type=checkbox]), select, textarea") || at.isContentEditable)) return;
  if (box("search").checked) return;
  // Material's own handler would hear it too: one shortcut, one owner.
  event.stopPropagation();
  if (!keys || !query || !"/fs".includes(event.key)) return;
  event.preventDefault();
  openSearch();
}, true);
