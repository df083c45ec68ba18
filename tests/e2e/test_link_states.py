"""A site whose links were checked, with one of every fate; and the one where none was."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import link_states
from kb.links.register import read_register
from site_server import ROOT, build, built_once, serve
from watch import Watch

ARCHIVE = "https://web.archive.org/web/2022/https://www.sevas.fi"
REGISTER = ROOT / "data/links.yml"
BROKEN = "sevas"
NOW = dt.datetime.now(dt.UTC).replace(hour=10)
CHECKED = NOW.date() - dt.timedelta(3)


def _build(target: Path) -> subprocess.CompletedProcess[str]:
    """The real site as it would be with one link of every status and an archive copy."""
    root = target.with_name("checked-root")
    for folder in ("docs", "data", "overrides"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "scripts").symlink_to(ROOT / "scripts")
    shutil.copy(ROOT / "mkdocs.yml", root)
    register = root / "data/links.yml"
    text = register.read_text(encoding="utf-8")
    more = f"    archive: {ARCHIVE}\n    replaced_by: varke-asunto\n"
    register.write_text(text.replace("    owner: sevas\n", f"    owner: sevas\n{more}", 1))
    entries = read_register(register)
    states = dict(zip(
        (BROKEN, "takuusaatio-materiaalit", "varke", "lvv", "takuusaatio-ammattilaisille"),
        ("broken", "broken", "moved", "suspect", "ok"), strict=True,
    ))  # fmt: skip
    links = {
        ident: link_states.known(status, entries[ident].url, CHECKED)
        for ident, status in states.items()
    }
    links["hyvaep"] = link_states.known(
        "unreachable", entries["hyvaep"].url, CHECKED, reason_fi=link_states.HOSTILE
    )
    return build(target, root, link_states.write(root / "state.json", CHECKED, links))


@pytest.fixture(scope="session")
def checked_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    with serve(built_once("checked", tmp_path_factory, worker_id, _build)) as address:
        yield address


# One test, because every worker that takes a test of this site would serve it anew.
def test_what_readers_are_told(checked_site: str, page: Page, watch: Watch) -> None:
    page.clock.set_fixed_time(NOW)
    page.goto(checked_site + "tilanteet/asunnottomuus/")
    cited = page.locator(".kb-cited").first
    expect(cited).to_have_text(
        "Sevakselta (ulkoinen sivusto) linkki ei toimi [Arkistokopio (ulkoinen sivusto) · "
        "Uusi osoite: Miten voin saada valtion tukeman asunnon (Varke) (ulkoinen sivusto)]"
    )
    expect(cited.get_by_role("link").first).to_have_accessible_name(
        re.compile(r"^Sevakselta \(ulkoinen sivusto\) linkki ei toimi")
    )
    expect(cited.get_by_role("link", name="Arkistokopio")).to_have_attribute("href", ARCHIVE)
    expect(cited.locator(".kb-badge")).to_be_visible()

    page.goto(checked_site + "en/tyokalut/takuusaatio/")
    item = page.locator("#linkki-takuusaatio-materiaalit")
    expect(item.locator(".kb-badge")).to_have_text("broken link")
    expect(item).to_contain_text("does not work since")
    expect(page.locator("#linkki-takuusaatio-ammattilaisille")).to_contain_text("works since")
    expect(page.locator("#linkki-takuusaatio-hallitse-rahojasi")).to_contain_text("not yet checked")

    page.goto(checked_site + "tietoa/linkit/")
    for ident, state in (
        (BROKEN, "ei toimi"), ("varke", "muuttanut"), ("lvv", "epävarma"),
        ("hyvaep", "ei tavoitettu"), ("takuusaatio-ammattilaisille", "toimii"),
        ("ara-tyokalut", "ei vielä tarkistettu"),
    ):  # fmt: skip
        expect(page.locator(f"#linkki-{ident} .kb-state")).to_have_text(state)
    expect(page.locator("#linkki-hyvaep")).to_contain_text("Palvelin ei vastannut ajoissa.")
    expect(page.locator("#linkki-hyvaep")).not_to_contain_text("alert(1)")
    watch.assert_clean()

    # The age is the reader's: the same page, read later.
    age = page.locator(".kb-age")
    stale = page.locator("[data-kb-stale]")
    expect(age).to_contain_text("(3 päivää sitten)")
    expect(stale).to_be_hidden()
    for days, told in ((-3, "(3 päivää sitten)"), (11, "(14 päivää sitten)")):
        page.clock.set_fixed_time(NOW + dt.timedelta(days))
        page.reload()
        expect(age).to_contain_text(told)
        expect(stale).to_be_hidden()
    page.clock.set_fixed_time(NOW + dt.timedelta(12))
    page.reload()
    expect(age).to_contain_text("(15 päivää sitten)")
    expect(stale).to_be_visible()


def test_the_age_without_a_script(checked_site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(checked_site + "tietoa/linkit/")
    expect(page.locator(".kb-age")).to_contain_text("pv ennen kuin sivusto koottiin")
    expect(page.locator("[data-kb-stale]")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("tietoa/linkit/", "Linkkejä ei ole vielä tarkistettu koneella."),
        ("en/tietoa/linkit/", "The links have not yet been checked by machine."),
    ],
)
def test_a_site_without_a_memory(
    site: str, page: Page, watch: Watch, path: str, words: str
) -> None:
    page.goto(site + path)
    expect(page.locator(".kb-age")).to_have_text(words)
    expect(page.locator(".kb-state--none")).to_have_count(len(read_register(REGISTER)))
    expect(page.locator(".kb-badge")).to_have_count(0)
    watch.assert_clean()
