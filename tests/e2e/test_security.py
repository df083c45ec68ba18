"""The policy holds, and no way into the site runs a script or leaks where a reader is."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from kb.doors.mkdocs import KnowledgePlugin
from site_pages import KINDS, LANGS, PATHS, address
from site_server import PREFIX, ROOT, build
from watch import Watch, hit

SCRIPT = "<img src=x onerror=window.hit=1><script>window.hit=1</script>"
SHAPES = (
    SCRIPT,
    f'"><svg onload=window.hit=1>{SCRIPT}',
    "javascript:window.hit=1",
    "');window.hit=1;//",
)


STORED = [
    f"tietopankki{PREFIX}.scheme",
    f"tietopankki{PREFIX}.keys",
    f"tietopankki{PREFIX}.onboarding",
    # Of before, moved to the ones above.
    "tietopankki.scheme",
    "tietopankki.keys",
    "asumissosiaalityo.perehdytys",
    # Of the theme, whose script may look for them.
    "/tietopankki/.__palette",
    "/tietopankki/.__tabs",
]
LINK_OUT = re.compile(r'<a\b([^>]*\shref="https?://[^>]*)>(.*?)</a>', re.DOTALL)


def policy_of(text: str) -> str:
    """The policy that a page carries, as a browser reads the attribute."""
    value = text.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    return unescape(value)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_the_policy(site_folder: Path, path: str, lang: str) -> None:
    text = (site_folder / address(path, lang) / "index.html").read_text(encoding="utf-8")
    assert text.count('http-equiv="Content-Security-Policy"') == 1
    policy = policy_of(text)
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "*" not in policy
    assert text.index("Content-Security-Policy") < text.index("<link")
    assert text.index("Content-Security-Policy") < text.index("<script")
    assert '<meta name="referrer" content="no-referrer">' in text
    assert " style=" not in text
    assert " onclick=" not in text
    assert 'target="_blank"' not in text


@pytest.mark.parametrize("shape", SHAPES)
def test_addresses(page: Page, site: str, shape: str) -> None:
    for where in (
        f"?q={quote(shape)}",
        f"?h={quote(shape)}",
        f"#{quote(shape)}",
        f"?{quote(shape)}",
    ):
        page.goto(site + "palvelut/valitystili/" + where)
        assert not hit(page), where


@pytest.mark.parametrize("shape", SHAPES)
def test_fields(page: Page, site: str, shape: str) -> None:
    page.goto(site)
    page.locator("[data-kb-search-field]").fill(shape)
    page.keyboard.press("Enter")
    page.wait_for_url("**/haku/#q=*")
    assert not hit(page)
    page.locator("[data-kb-search-field]").fill(f"vuokra {shape}")
    page.keyboard.press("End")
    page.wait_for_timeout(300)
    assert not hit(page)


@pytest.mark.parametrize("shape", SHAPES)
def test_storage(page: Page, site: str, shape: str) -> None:
    page.goto(site + "perehdytys/raha/")
    for value in (shape, json.dumps([shape]), json.dumps({"color": {"scheme": shape}})):
        page.evaluate(
            "([names, value]) => names.forEach((name) => localStorage.setItem(name, value))",
            [STORED, value],
        )
        page.reload()
        scheme = page.locator("body").get_attribute("data-md-color-scheme")
        assert scheme in {"default", "slate"}
        assert not hit(page)


def test_a_script_in_content_is_not_built(tmp_path: Path) -> None:
    """A pull request that brings scripts in a page's text and in its front matter."""
    root = tmp_path / "root"
    for folder in ("docs", "data", "overrides"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "scripts").symlink_to(ROOT / "scripts")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    file = root / "docs/fi/tyokalut/martat.md"
    text = file.read_text(encoding="utf-8")
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    head = head.replace("summary: >-\n", f"summary: >-\n  {SCRIPT}\n", 1)
    link = "<a href='javascript:window.hit=1' id=bad>x</a>"
    file.write_text(f"---\n{head}\n---\n{body}\n\n{SCRIPT}\n\n{link}\n", encoding="utf-8")
    result = build(tmp_path / "site", root)
    # What the policy would do with it, had it come through: test_policy.py.
    assert result.returncode
    assert "kb check" in result.stderr + result.stdout
    assert not (tmp_path / "site/index.html").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_kept_and_nobody_else_is_asked(
    page: Page, watch: Watch, site: str, kind: str
) -> None:
    page.goto(site + address(KINDS[kind], "fi"), wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("talous")
    page.wait_for_timeout(200)
    assert not page.context.cookies()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    watch.assert_clean()


def test_links_out_open_no_door(site_folder: Path) -> None:
    """And say to eye and ear that they lead out."""
    seen = 0
    for path in PATHS:
        for lang in LANGS:
            file = site_folder / address(path, lang) / "index.html"
            for tag, inside in LINK_OUT.findall(file.read_text(encoding="utf-8")):
                seen += 1
                assert 'rel="external noopener"' in tag, (path, tag)
                assert re.search(r'class="[^"]*\bkb-external\b', tag), (path, tag)
                assert '<span class="kb-hidden"> (' in inside, (path, tag)
    assert seen > 500


def test_the_mark_of_a_link_out_is_seen(page: Page, site: str) -> None:
    page.goto(site + "tietoa/linkit/")
    for place in ("main", "footer"):
        mark = page.locator(f"{place} a.kb-external").last.evaluate(
            "link => getComputedStyle(link, '::after').content"
        )
        # A word joiner may keep it with the last word; it is not read aloud.
        shown, _, said = mark.partition(" / ")
        assert shown.strip('"').lstrip("\u2060") == "↗", place
        assert said == '""', place


def test_served_for_editing_there_is_no_policy() -> None:
    """`mkdocs serve` reloads by an inline script, which a policy would stop."""
    door = KnowledgePlugin()
    for command, published in (("serve", False), ("build", True)):
        door.on_startup(command=command, dirty=False)
        assert door.published is published


def test_the_header_files_carry_the_policy_of_the_pages(site_folder: Path) -> None:
    page = (site_folder / "palvelut/kela/index.html").read_text(encoding="utf-8")
    policy = policy_of(page)
    sent = f"{policy}; frame-ancestors 'none'"
    rules = (site_folder / "_headers").read_text(encoding="utf-8")
    assert f"\n{PREFIX}*\n  Content-Security-Policy: {sent}\n" in rules
    assert f'"{sent}"' in (site_folder / "nginx-headers.conf").read_text(encoding="utf-8")
