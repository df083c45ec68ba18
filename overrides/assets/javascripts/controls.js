// The controls of the frame: menu and search as dialogs that Back closes, settings, back to top.

const place = document.querySelector("[data-kb-storage]").dataset;
const store = {
  get(name) {
    try {
      return localStorage.getItem(place.kbStorage + name);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      if (value === null) localStorage.removeItem(place.kbStorage + name);
      else localStorage.setItem(place.kbStorage + name, value);
    } catch {
      /* storage is off or full: the choice holds for this page */
    }
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
  } catch {
    /* off or full */
  }
}

// --- Dialogs ----------------------------------------------------------------------------------

// An open dialog is a step of the history of its own, so that Back closes it and no more. Closed
// otherwise, it takes the step back, which takes a moment; one opened meanwhile gets its step then.
let leaving = false;
const opened = (dialog) => history.state?.kbOpen === dialog.id;

function step(dialog) {
  history.pushState({ ...history.state, kbOpen: dialog.id }, "");
}

function show(dialog) {
  if (dialog.open) return;
  dialog.dispatchEvent(new Event("kb:open"));
  dialog.showModal();
  if (!leaving && !opened(dialog)) step(dialog);
}

const dialogs = {
  drawer: document.getElementById("kb-drawer"),
  search: document.getElementById("kb-search-dialog"),
};

for (const [name, dialog] of Object.entries(dialogs)) {
  const openers = document.querySelectorAll(`[data-kb-opens="${name}"]`);
  const tell = () => {
    for (const opener of openers) opener.setAttribute("aria-expanded", String(dialog.open));
  };
  for (const opener of openers) opener.addEventListener("click", () => show(dialog));
  for (const closer of dialog.querySelectorAll(`[data-kb-closes="${name}"]`)) {
    closer.addEventListener("click", () => dialog.close());
  }
  dialog.addEventListener("kb:show", () => show(dialog));
  dialog.addEventListener("toggle", tell);
  dialog.addEventListener("close", () => {
    tell();
    // It may be open anew: the event comes later than the closing.
    if (dialog.open || leaving || !opened(dialog)) return;
    leaving = true;
    history.back();
  });
  // A tap beside the dialog is on its backdrop, which is the dialog itself.
  dialog.addEventListener("click", (event) => {
    if (event.target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) dialog.close();
  });
}

addEventListener("popstate", () => {
  const ours = leaving;
  leaving = false;
  for (const dialog of Object.values(dialogs)) {
    if (!dialog.open || opened(dialog)) continue;
    if (ours) step(dialog);
    else dialog.close();
  }
});

// A page chosen in the menu takes the menu's step: Back from there leads to the page before it.
dialogs.drawer.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  location.replace(link.href);
});
// The menu of a page to which Back returned is closed, whatever its step says.
if (history.state?.kbOpen === "kb-drawer") {
  history.replaceState({ ...history.state, kbOpen: undefined }, "");
}
// A window made wide has no menu; it must not leave the page shut.
matchMedia("(min-width: 76.25em)").addEventListener("change", () => dialogs.drawer.close());

// --- Header -----------------------------------------------------------------------------------

// Anchors land right below the header, also where large text or spacing has made it higher.
const header = document.querySelector(".kb-header");
if (globalThis.ResizeObserver) {
  new ResizeObserver(() => {
    const sticks = getComputedStyle(header).position === "sticky";
    document.documentElement.style.scrollPaddingTop = sticks ? `${header.offsetHeight}px` : "";
  }).observe(header);
}

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
  const next = event.relatedTarget;
  if (next && !settings.parentElement.contains(next)) showSettings(false);
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
    if (chosen() !== choice) {
      // nothing could be stored
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
  if (!keys || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key !== "/" && event.key !== "f") return;
  const at = document.activeElement;
  const types = "input:not([type=radio], [type=checkbox]), select, textarea";
  if (at?.matches(types) || at?.isContentEditable || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  dispatchEvent(new Event("kb:search"));
});

// --- Contents ---------------------------------------------------------------------------------

// The part that is being read: the last one whose heading has come near the top.
const parts = [...document.querySelectorAll(".kb-toc a")]
  .map((link) => ({ link, heading: document.getElementById(link.hash.slice(1)) }))
  .filter(({ heading }) => heading);
// Nothing is offered that a script has hidden, and what it has shown is.
function offer() {
  for (const { link, heading } of parts) {
    link.parentElement.hidden = heading.closest("[hidden]") !== null;
  }
}
offer();
addEventListener("kb:shown", offer);
function follow() {
  const edge = innerHeight / 4;
  const near = ({ link, heading }) =>
    !link.parentElement.hidden && heading.getBoundingClientRect().top < edge;
  const read = parts.filter(near).pop();
  for (const part of parts) {
    if (part === read) part.link.setAttribute("aria-current", "true");
    else part.link.removeAttribute("aria-current");
  }
}

// --- Back to top ------------------------------------------------------------------------------

const top_ = document.querySelector("[data-kb-top]");
let last = scrollY;
addEventListener(
  "scroll",
  () => {
    // Offered to who goes up again, not to who reads on.
    top_.hidden = !(
      scrollY > innerHeight &&
      (scrollY < last || (scrollY === last && !top_.hidden))
    );
    last = scrollY;
    follow();
  },
  { passive: true },
);
top_.addEventListener("click", () => {
  scrollTo(0, 0);
  document.querySelector(".kb-brand").focus({ preventScroll: true });
});
