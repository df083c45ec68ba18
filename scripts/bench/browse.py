"""Types queries into the search of a built site in Chromium and reads what it shows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from kb.export.browser import LAUNCH_ARGS, chromium_path

# Tells when a worker has answered: ours, or any engine behind Material's worker protocol.
_LISTEN = """
const Native = window.Worker;
window.kbAnswers = 0;
window.Worker = class extends Native {
  constructor(...args) {
    super(...args);
    this.addEventListener("message", ({ data }) => {
      if (data.results || data.type === 3) window.kbAnswers += 1;
    });
  }
};
// The longest time, in ms, for which the page answered to nothing; 0 below what a browser reports.
window.kbLongest = 0;
new PerformanceObserver((list) => {
  const longest = list.getEntries().map(({ duration }) => duration);
  window.kbLongest = Math.max(window.kbLongest, ...longest);
}).observe({ type: "longtask", buffered: true });
window.kbType = async (text) => {
  const field = document.querySelector("[data-kb-search-field], .md-search__input");
  const turn = () => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });
  const before = window.kbAnswers;
  const start = performance.now();
  field.value = text;
  // Ours hears what is put in, Material's script only keys.
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("keyup"));
  while (window.kbAnswers === before && performance.now() - start < 3000) await turn();
  await turn();
  return performance.now() - start;
};
window.kbQuery = async (text, letters) => {
  const times = [];
  const typed = [...text];
  // At once is no keystroke: its time does not count.
  if (!letters) await window.kbType(text);
  for (let i = 1; letters && i <= typed.length; i += 1) {
    const part = typed.slice(0, i).join("");
    // A space at the end is no new query to either engine.
    if (part.trim() && part.trim() === part) times.push(await window.kbType(part));
  }
  const links = [...document.querySelectorAll("a[data-kb-result], a.md-search-result__link")];
  return { times, pages: [...new Set(links.map((link) => new URL(link.href).pathname))] };
};
"""

TYPED = 100
"""So many queries of a language are typed letter by letter and timed, the others put in at once."""

# The longest task so far; the next one is counted anew.
_BUSY = "() => { const longest = window.kbLongest; window.kbLongest = 0; return longest; }"


@dataclass(frozen=True)
class Site:
    """A served site: its address, and the language that stands at its root."""

    address: str
    root_lang: str


@dataclass(frozen=True)
class Answer:
    """What a query found: the paths of the pages in order; milliseconds of each keystroke."""

    pages: tuple[str, ...]
    times: tuple[float, ...] = field(default=())


@dataclass(frozen=True)
class Visit:
    """What came of the queries, in their order, and how long the page was busy, in milliseconds.

    `opening` is the longest task while a page opened, `loading` the longest from when a reader goes
    for the search until the first answer. Browsers report none below 50 ms: that is 0 here.
    """

    answers: list[Answer]
    opening: float
    loading: float


def visit(site: Site, queries: Iterable[tuple[str, str]]) -> Visit:
    """Put each query into the search of its language's front page, up to `TYPED` letter by letter.

    Args:
        site: Where the site is served.
        queries: Pairs of language and text.
    """
    from playwright.sync_api import sync_playwright

    asked = list(queries)
    answers: dict[int, Answer] = {}
    opening = loading = 0.0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        by_lang = sorted(range(len(asked)), key=lambda i: asked[i][0])
        for lang, numbers in groupby(by_lang, key=lambda i: asked[i][0]):
            page = browser.new_page()
            page.add_init_script(_LISTEN)
            page.goto(site.address + ("" if lang == site.root_lang else f"{lang}/"))
            page.wait_for_load_state("networkidle")
            opening = max(opening, page.evaluate(_BUSY))
            page.focus("[data-kb-search-field], .md-search__input")
            # The first query waits for engine and index; its time is not a keystroke's.
            page.wait_for_timeout(500)
            page.evaluate("kbType('a')")
            page.wait_for_timeout(500)
            loading = max(loading, page.evaluate(_BUSY))
            of_lang = list(numbers)
            step = -(-len(of_lang) // TYPED)
            for place, number in enumerate(of_lang):
                letters = place % step == 0
                query = f"kbQuery({json.dumps(asked[number][1])}, {json.dumps(letters)})"
                found: dict[str, Any] = page.evaluate(query)
                answers[number] = Answer(tuple(found["pages"]), tuple(found["times"]))
            page.close()
        browser.close()
    return Visit([answers[number] for number in range(len(asked))], opening, loading)
