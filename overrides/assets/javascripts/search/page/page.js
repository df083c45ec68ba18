// Ties the search to the page that is open.
import { fragment } from "./address.js";
import { Find } from "./find.js";
import { land } from "./landing.js";
import { missing } from "./missing.js";
import { results } from "./results.js";

function tie() {
  const lang = missing() ?? document.documentElement.lang;
  const template = document.querySelector(`template[data-kb-search="${lang}"]`);
  const form = document.querySelector("form.kb-find");
  if (!template || !form) return;

  // A query in the address, as a browser's own search sends it, belongs to the page of results.
  const url = new URL(location.href);
  const given = url.searchParams.get("q");
  const page = document.querySelector("[data-kb-results-page]");
  if (given !== null) {
    url.searchParams.delete("q");
    const { kbResults } = template.dataset;
    if (given.trim() && kbResults && !page) {
      location.replace(new URL(kbResults, location.href).href + fragment(given));
      return;
    }
    if (given.trim() && page) url.hash = fragment(given);
    history.replaceState(history.state, "", url);
  }

  const find = new Find(form, template, Boolean(page));
  addEventListener("kb:search", () => find.enter());
  const dialog = document.getElementById("kb-search-dialog");
  dialog.addEventListener("kb:open", () => find.lend());
  dialog.addEventListener("close", () => find.takeBack());
  if (page) results(find);
  // A dialog is for narrow windows; what is typed stays.
  matchMedia("(min-width: 60em)").addEventListener("change", () => dialog.close());

  // Back from a result: the query and its results, as they were left.
  const { kbOpen, kbQuery } = history.state ?? {};
  if (kbQuery && !page) {
    find.field.value = kbQuery;
    if (kbOpen === dialog.id) dialog.dispatchEvent(new Event("kb:show"));
    else find.ask(kbQuery);
  }
}

tie();
land();
