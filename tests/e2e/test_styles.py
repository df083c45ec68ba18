"""The finished style sheet is much smaller than what it is made of; no page may miss a rule."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_pages import KINDS, address
from site_server import ROOT

THEME = Path(str(files("material"))) / "templates/assets/stylesheets"
SHEETS = [
    *sorted(THEME.glob("main.*.min.css")),
    *sorted(THEME.glob("palette.*.min.css")),
    *sorted((ROOT / "overrides/assets/stylesheets").glob("*.css")),
]
# The browser itself reads both sides: the rules that a page has, and those that it might have.
# A rule is missed when its selector, without pseudo-elements and states, finds something.
STATES = (
    "before|after|marker|placeholder|hover|focus-visible|focus-within|focus|checked|active|target|"
    "valid|invalid|-[a-z-]+"
)
ATTRIBUTES = "hidden|open|aria-[a-z]+"
"""Attributes that come and go, as states do."""
LOST = """([sources, states, attributes]) => {
  const split = (text) => text.split(/,(?![^(]*\\))/).map((one) => one.trim());
  let idle = () => false;
  const walk = (rules, found) => {
    for (const rule of rules) {
      if (rule instanceof CSSPageRule || rule instanceof CSSKeyframesRule) continue;
      if (rule.selectorText && idle(rule)) continue;
      if (rule.selectorText) for (const one of split(rule.selectorText)) found.add(one);
      else if (rule.cssRules) walk(rule.cssRules, found);
    }
    return found;
  };
  const has = new Set();
  let finished = '';
  for (const sheet of document.styleSheets) {
    walk(sheet.cssRules, has);
    for (const rule of sheet.cssRules) finished += rule.cssText;
  }
  // A rule that only gives values that nothing asks for may go.
  idle = (rule) => rule.style?.length && [...rule.style].every(
    (name) => name.startsWith('--') && !finished.includes(`var(${name}`));
  const all = new Set();
  for (const source of sources) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(source);
    walk(sheet.cssRules, all);
  }
  const unless = new RegExp(`:not\\\\([^()]*:(${states})[^()]*\\\\)`, "g");
  const state = new RegExp(`::?(${states})|\\\\[(${attributes})[^\\\\]]*\\\\]`, "g");
  const missed = [];
  let asked = 0;
  for (const selector of all) {
    if (has.has(selector)) continue;
    asked += 1;
    const alone = (...m) => (/[\\w\\])]/.test(m.at(-1)[m.at(-2) - 1] || " ") ? "" : "*");
    try {
      const bare = selector.replace(unless, "").replace(state, alone);
      if (document.querySelector(bare)) missed.push(selector);
    } catch { missed.push(`not understood: ${selector}`); }
  }
  return [asked, missed];
}"""


ASKED_FOR_NOTHING = """() => {
  let text = '';
  for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) text += rule.cssText;
  const given = new Set([...text.matchAll(/[{;]\\s*(--kb[\\w-]+):/g)].map((found) => found[1]));
  return [...new Set([...text.matchAll(/var\\((--kb[\\w-]+)\\)/g)].map((found) => found[1]))]
    .filter((name) => !given.has(name));
}"""
"""Values for which a rule asks and which none gives: it then counts for nothing, unannounced."""


def _menu(page: Page) -> None:
    page.locator("[data-kb-opens=drawer]").click()


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("[data-kb-search-field]").fill("vuokra")
    expect(page.locator("a[data-kb-result]").first).to_be_visible()


@pytest.mark.parametrize("kind", [*KINDS, "not found"])
def test_no_rule_is_missed(page: Page, site: str, kind: str) -> None:
    path = KINDS.get(kind, "404.html")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + address(path, "fi"))
    if kind == "section index":
        _menu(page)
    if kind == "questions":
        page.locator("[data-kb-decide] [value=yes]").first.check()
    if kind in {"article", "service"}:
        _search(page)
    own = [sheet.read_text(encoding="utf-8") for sheet in SHEETS]
    asked, missed = page.evaluate(LOST, [own, STATES, ATTRIBUTES])
    assert asked > 500, "the sheets were compared with something else"
    assert not missed
    assert not page.evaluate(ASKED_FOR_NOTHING)
