// The page's side of the search: ties the lazy worker to Material's field and result list.
//
// Runs before Material's script, because that makes its worker at once. Uses of Material: the
// elements with md- in their names, and that its script asks the global `Worker` for a worker.
import { land, mark, remember } from "./landing.js";
import { LazyWorker } from "./lazy.js";

const search = document.querySelector(".md-search[data-kb-engine]");

function tie() {
  const { kbEngine, kbIndex, kbKinds } = search.dataset;
  const field = search.querySelector(".md-search__input");
  const note = search.querySelector(".kb-search-note");
  const absolute = (address) => new URL(address, location.href).href;
  const NativeWorker = window.Worker;
  const lazy = new LazyWorker(
    () => new NativeWorker(absolute(kbEngine)),
    { index: absolute(kbIndex), kinds: JSON.parse(kbKinds) },
    (state) => {
      search.dataset.kbState = state;
      const words = search.querySelector('template[data-kb-for="' + state + '"]');
      note.replaceChildren(...(words ? [words.content.cloneNode(true)] : []));
    },
  );
  window.Worker = function Worker() {
    window.Worker = NativeWorker;
    return lazy.open();
  };

  field.addEventListener("focus", () => lazy.warm());
  // Material listens to keys only; pasting, dictating and swiping write without any.
  field.addEventListener("input", () => field.dispatchEvent(new Event("keyup")));

  // Material's keys know its results only, and Tab closes the search: the ways on that stand in a
  // note are reached with the same keys.
  search.addEventListener("keydown", (event) => {
    const step = { Tab: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...note.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = step && at >= 0 && stops[at + step];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  });

  // A result leads to its best section. Its address has no anchor when Material draws it, because
  // of a page with an anchor Material shows no text.
  const list = search.querySelector(".md-search-result__list");
  new MutationObserver(() => {
    for (const place of list.querySelectorAll("[data-kb-section]")) {
      place.closest("a").hash = place.dataset.kbSection;
      delete place.dataset.kbSection;
    }
  }).observe(list, { childList: true });
  list.addEventListener("click", ({ target }) => {
    const link = target.closest("a");
    if (!link) return;
    const { kbWords: words } = link.querySelector("[data-kb-words]").dataset;
    const page = (address) => address.split("#")[0];
    if (!link.hash || page(link.href) !== page(location.href)) return remember(link.href, words);
    // A section of the page that the reader is on: nothing is loaded, which would close the search.
    mark(words);
    const open = document.getElementById("__search");
    if (open.checked) open.click();
  });

  // The large field of the front page hands over to the search. Neither has a name, and the policy
  // lets no form go: what is typed never reaches a server.
  const form = document.querySelector("form.kb-search");
  form?.addEventListener("focusin", () => lazy.warm());
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    // On a phone the field lies in a dialog that is hidden, and refuses the focus, until opened.
    document.querySelector('[data-kb-opens="search"]')?.click();
    field.value = form.querySelector("input").value;
    field.focus();
    field.dispatchEvent(new Event("keyup"));
  });
}

if (search) tie();

land();
