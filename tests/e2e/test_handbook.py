"""The handbook: every page in one, whole, kept out of search and sitemap, printed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from real_site import load_real
from watch import Watch


def chapters() -> list[str]:
    """The pages that a reader would look for in a book."""
    knowledge = load_real().knowledge
    pages = [document for document in knowledge.of(knowledge.languages.source) if document.section]
    paths = [document.path for document in pages if document.slug != "index"]
    assert paths
    return [path.removesuffix(".md").replace("/", "-") for path in paths]


@pytest.mark.parametrize(("lang", "title"), [("fi", "Käsikirja"), ("en", "Handbook")])
def test_it_holds_every_page_once(
    page: Page, watch: Watch, site: str, lang: str, title: str
) -> None:
    page.goto(site + ("" if lang == "fi" else "en/") + "kasikirja/")
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    found = page.locator(".kb-book__chapter").evaluate_all("all => all.map((c) => c.id)")
    assert found == chapters()
    contents = page.locator(".kb-book__contents ol ol a")
    assert contents.evaluate_all("all => all.map((a) => a.hash.slice(1))") == found
    faults = page.evaluate(
        """() => {
          // Material's own script gives ids that begin with two underscores.
          const ids = [...document.querySelectorAll("[id]:not([id^=__])")].map((e) => e.id);
          const known = new Set(ids);
          const twice = ids.filter((id, n) => ids.indexOf(id) !== n);
          const lost = [...document.querySelectorAll(".kb-book a[href^='#']")]
            .map((a) => a.getAttribute("href").slice(1)).filter((id) => !known.has(id));
          const labels = [...document.querySelectorAll(".kb-book [aria-labelledby]")]
            .map((e) => e.getAttribute("aria-labelledby")).filter((id) => !known.has(id));
          return {twice, lost, labels};
        }"""
    )
    assert faults == {"twice": [], "lost": [], "labels": []}
    watch.assert_clean()


def test_links_lead_within_the_book(page: Page, site: str) -> None:
    page.goto(site + "kasikirja/")
    page.locator(".kb-book__contents a", has_text=re.compile("^Välitystili$")).click()
    expect(page.locator("#palvelut-valitystili")).to_be_in_viewport()
    page.locator("#palvelut-valitystili .kb-facts a[href$=perusteet]").first.click()
    expect(page.locator("#palvelut-valitystili--perusteet")).to_be_in_viewport()
    page.locator("header a[hreflang=en]").click()
    # A browser goes to the place only once it has read the whole book.
    page.wait_for_url("**/en/kasikirja/#*", wait_until="load")
    expect(page.locator("#palvelut-valitystili--perusteet")).to_be_in_viewport()
    expect(page.locator("#palvelut-valitystili--perusteet")).to_have_text(re.compile("account"))


def test_search_and_sitemap_leave_it_out(site_folder: Path) -> None:
    sitemap = (site_folder / "sitemap.xml").read_text(encoding="utf-8")
    assert "palvelut/valitystili/" in sitemap
    assert "kasikirja" not in sitemap
    for index in site_folder.rglob("search*/*.json"):
        assert "kasikirja/" not in json.dumps(json.loads(index.read_text(encoding="utf-8")))


def test_paper(page: Page, site: str) -> None:
    page.goto(site + "kasikirja/")
    page.emulate_media(media="print")
    link = page.locator("#tyokalut-takuusaatio .kb-external").first
    address = link.evaluate("a => getComputedStyle(a, '::after').content")
    assert "takuusaatio.fi" in address
    # On paper a change is its day and its line.
    expect(page.locator("#palvelut-valitystili .kb-changes > li").first).to_be_visible()
    expect(page.locator("header.kb-header")).to_be_hidden()
    expect(page.locator("#palvelut-valitystili .kb-decide")).to_be_hidden()


@pytest.mark.skipif("KB_AUDIT" not in os.environ, reason="a minute long: in `make audit`")
def test_pdf(site_folder: Path, tmp_path: Path) -> None:
    # In a process of its own: this one has a running Playwright already.
    command = "from kb.cli import app; app()"
    options = ["handbook", "--site", str(site_folder), "--out", str(tmp_path)]
    subprocess.run([sys.executable, "-c", command, *options], check=True, timeout=300)
    assert {path.name for path in tmp_path.iterdir()} == {"kasikirja.pdf", "handbook.pdf"}
    for path in tmp_path.iterdir():
        pdf = path.read_bytes()
        assert pdf.startswith(b"%PDF-")
        assert len(pdf) > 300_000, "the book was cut short"
        assert b"/Outlines" in pdf
        assert b"/URI (https://www.takuusaatio.fi/hallitserahojasi/)" in pdf
        numbers_hold(PdfReader(path))


def numbers_hold(book: PdfReader) -> None:
    """Every chapter begins on the page that the contents give."""
    text = book.pages[1].extract_text().partition("\n")[2]  # below the number of this page
    entries = re.findall(r"^(\S[^\n]*?)(?: |\n)(\d+)$", text, re.MULTILINE)
    assert len(entries) > 50
    for title, number in entries:
        begins = re.sub(r"\s+", " ", book.pages[int(number) - 1].extract_text())
        assert title in begins, f"{title} is not on page {number}"
