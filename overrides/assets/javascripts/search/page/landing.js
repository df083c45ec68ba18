// The way from a result to its page: the words for which the reader came are marked there.
//
// They wait in the tab's own storage and go from there when they are read, so that no address has
// them: what stands in an address may reach a server's log. An address of earlier years has them
// in `?h=`; they go from there too.
import { highlight, unmark } from "./highlight.js";

const KEY = document.querySelector("[data-kb-storage]").dataset.kbStorage + ".words";

/** Remember `words` for the page at `address`, until it is opened. */
export function remember(address, words) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([address, words]));
  } catch {
    /* storage is off or full: the page opens without marks */
  }
}

/** Marks the words that were remembered for this page or stand in its address. */
export function land() {
  const words = remembered() ?? named();
  if (words !== null) mark(words);
}

/** Marks these words, and no others, on the page that is open. */
export function mark(words) {
  const content = document.querySelector(".md-content");
  if (!content) return;
  unmark(content);
  highlight(content, words.split(/\s+/));
}

function remembered() {
  try {
    const [address, words] = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    return address === location.href ? String(words) : null;
  } catch {
    return null; // nothing there, or not ours
  }
}

function named() {
  const url = new URL(location.href);
  const words = url.searchParams.get("h");
  if (words !== null) {
    url.searchParams.delete("h");
    history.replaceState(history.state, "", url);
  }
  return words;
}
