// The page of results: its query is the fragment of its address, so it is a bookmark, and Back and
// Forward go through what was asked.

import { fragment } from "./address.js";

const asked = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
const address = (query) => fragment(query) || location.pathname;

/** @param {import("./find.js").Find} find */
export function results(find) {
  // What was asked last stays in the history; the letters on the way to it do not.
  let settled = true;
  const name = document.title;
  const moved = () => {
    document.title = find.query.trim() ? `${find.query.trim()} – ${name}` : name;
    dispatchEvent(new Event("kb:moved"));
  };
  const read = () => {
    settled = true;
    find.ask(asked());
    moved();
  };
  find.field.addEventListener("input", () => {
    const put = settled && asked().trim() ? "pushState" : "replaceState";
    settled = false;
    history[put](history.state, "", address(find.query));
    moved();
  });
  find.onSubmit = (query) => {
    settled = true;
    find.client.ask(query);
  };
  addEventListener("hashchange", read);
  addEventListener("popstate", read);
  read();
  if (!asked()) find.field.focus({ preventScroll: true });
}
