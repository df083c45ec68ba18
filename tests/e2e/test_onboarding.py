"""The onboarding path: its steps, its marks on the reader's own device, and paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from site_server import PREFIX
from watch import Watch

KEY = f"tietopankki{PREFIX}.onboarding"
STEPS = ["malli", "palvelut", "kuka-paattaa", "raha", "verkostot", "laki", "sanat-ja-yllapito"]


def count(page: Page, words: str) -> None:
    expect(page.locator("[data-kb-path-count]")).to_have_text(words)


def test_the_front_page_leads_to_the_path(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Aloita perehdytyksestä").click()
    expect(page.locator("h1")).to_have_text("Perehdytys")
    expect(page.locator("[data-kb-path-step]")).to_have_count(7)


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_every_step_has_all_its_parts(page: Page, site: str, lang: str) -> None:
    root = site if lang == "fi" else f"{site}en/"
    for step in STEPS:
        page.goto(f"{root}perehdytys/{step}/")
        assert page.locator(".kb-path__read a").count() >= 4
        expect(page.locator(".kb-path__case")).to_contain_text(re.compile("Esimerk"))
        questions = page.locator(".kb-path__test > li")
        expect(questions).to_have_count(3)
        for question in questions.all():
            answer = question.locator("details > p")
            expect(answer).to_be_hidden()
            question.locator("summary").click()
            expect(answer).to_be_visible()
            assert answer.locator("a").count() >= 1


def test_the_whole_path_by_mouse(page: Page, watch: Watch, site: str) -> None:
    page.goto(f"{site}perehdytys/")
    count(page, "0/7 vaihetta tehty")
    page.locator("[data-kb-path-step] a").first.click()
    for number, step in enumerate(STEPS, start=1):
        expect(page).to_have_url(f"{site}perehdytys/{step}/")
        page.get_by_label("Vaihe on tehty").check()
        count(page, f"{number}/7 vaihetta tehty")
        page.locator(".kb-path__next li:last-child a").click()
    expect(page).to_have_url(f"{site}perehdytys/")
    count(page, "7/7 vaihetta tehty")
    expect(page.locator("[data-kb-path-mark]:visible")).to_have_count(7)
    assert page.locator(".kb-path__progress progress").evaluate("bar => bar.value") == 7
    page.locator("header a[hreflang=en]").click()
    count(page, "7 of 7 steps done")
    watch.assert_clean()


def test_marks_stay_on_the_device_and_can_be_cleared(page: Page, watch: Watch, site: str) -> None:
    page.goto(f"{site}perehdytys/raha/", wait_until="networkidle")
    asked = len(watch.requests)
    page.get_by_label("Vaihe on tehty").check()
    # The browser asks for the icon when it pleases.
    assert [url for url in watch.requests[asked:] if "favicon" not in url] == []
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == '["raha"]'
    assert page.context.cookies() == []
    page.reload()
    expect(page.get_by_label("Vaihe on tehty")).to_be_checked()
    page.get_by_label("Vaihe on tehty").uncheck()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    page.get_by_label("Vaihe on tehty").check()

    page.goto(f"{site}perehdytys/")
    count(page, "1/7 vaihetta tehty")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Tyhjennä merkinnät").click()
    count(page, "1/7 vaihetta tehty")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Tyhjennä merkinnät").click()
    count(page, "0/7 vaihetta tehty")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_another_tab_follows(page: Page, site: str) -> None:
    page.goto(f"{site}perehdytys/")
    other = page.context.new_page()
    other.goto(f"{site}perehdytys/laki/")
    other.get_by_label("Vaihe on tehty").check()
    count(page, "1/7 vaihetta tehty")


def test_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}perehdytys/malli/")
    page.locator(".kb-path__test summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kb-path__test details > p").first).to_be_visible()
    box = page.get_by_label("Vaihe on tehty")
    for _ in range(20):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}perehdytys/palvelut/")


def test_by_touch(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}perehdytys/laki/")
    for target in page.locator(".kb-path__done label, .kb-path__test summary").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    page.locator(".kb-path__test summary").first.tap()
    expect(page.locator(".kb-path__test details > p").first).to_be_visible()
    page.locator(".kb-path__done label").tap()
    count(page, "1/7 vaihetta tehty")
    context.close()


@pytest.mark.parametrize("kept", ["ei json", "7", '{"a": 1}', '[1, null, "malli", "poistettu"]'])
def test_odd_memory_does_no_harm(page: Page, watch: Watch, site: str, kept: str) -> None:
    page.add_init_script(f"localStorage.setItem('{KEY}', {kept!r})")
    page.goto(f"{site}perehdytys/")
    count(page, f"{int('malli' in kept)}/7 vaihetta tehty")
    watch.assert_clean()


def test_a_browser_that_refuses_to_keep(page: Page, site: str) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') };"
    )
    page.goto(f"{site}perehdytys/malli/")
    expect(page.locator("[data-kb-path-lost]")).to_be_hidden()
    page.get_by_label("Vaihe on tehty").check()
    count(page, "1/7 vaihetta tehty")
    expect(page.locator("[data-kb-path-lost]")).to_be_visible()


def test_without_script_and_on_paper(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}perehdytys/malli/")
    expect(page.locator(".kb-path__done, .kb-path__progress").first).to_be_hidden()
    page.locator(".kb-path__test summary").first.click()
    expect(page.locator(".kb-path__test details > p").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".kb-path__test details > p").last).to_be_visible()
    page.goto(f"{site}perehdytys/")
    box = "li => getComputedStyle(li, '::after').borderTopWidth"
    assert float(page.locator(".kb-path > li").first.evaluate(box).removesuffix("px")) > 0
    context.close()


def test_the_mentor_has_a_sheet(page: Page, site: str) -> None:
    page.goto(f"{site}perehdytys/")
    page.get_by_role("link", name=re.compile("oma sivu")).click()
    expect(page.locator("h1")).to_have_text("Perehdyttäjälle")
    expect(page.locator("tbody tr")).to_have_count(7)
