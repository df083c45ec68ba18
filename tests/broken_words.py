"""Finds the words that a page breaks between letters without a hyphen."""

from __future__ import annotations

from playwright.sync_api import Page

_FIND = """() => {
  const WORD = /[\\p{L}\\u00ad]{7,}(?![\\p{L}\\u00ad]|\\.\\p{L})/gu;  // no part of an address
  const text = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const line = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // Where a line begins, the end of the one before has a part of no width.
    return Math.round([...range.getClientRects()].pop()?.top ?? 0);
  };
  const found = [];
  while (text.nextNode()) {
    const node = text.currentNode;
    const around = node.parentElement;
    // An address or a command is read letter by letter, and a hyphen would be one more of it.
    if (around.closest(".kb-hidden, [lang=zxx], code, pre, svg, option")) continue;
    if (!around.checkVisibility({visibilityProperty: true})) continue;
    // The head of a table whose rows are blocks is there for screen readers alone.
    if (around.closest("thead")?.offsetHeight < 2) continue;
    for (const {0: word, index} of node.data.matchAll(WORD)) {
      if (line(node, index) === line(node, index + word.length - 1)) continue;
      const sign = (at) => node.data[index + at] === "\\u00ad";
      for (let at = 1; at < word.length; at += 1) {
        if (sign(at) || sign(at - 1)) continue;
        if (line(node, index + at - 1) !== line(node, index + at)) found.push(word);
      }
    }
  }
  return found;
}"""


def broken_words(page: Page) -> list[str]:
    """The words of a page, as it stands, of which a part stands on the next line unannounced."""
    found: list[str] = page.evaluate(_FIND)
    return found
