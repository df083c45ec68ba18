"""The intermediary account's check, on its page: how one uses it. Its logic: test_account.py."""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from account_oracle import (
    ASSESSMENT,
    CONDITION,
    GUARDIANSHIP,
    KELA_PAYS,
    NO,
    OLDER,
    QUESTIONS,
    SUBLET,
    UNKNOWN,
    WORKER,
    YES,
    Answers,
    shown,
    verdict,
)
from watch import Watch

SERVICE = {"fi": "palvelut/valitystili/", "en": "en/palvelut/valitystili/"}
PATHS = {lang: f"{path}tarkistus/" for lang, path in SERVICE.items()}


def form(page: Page, site: str, lang: str = "fi") -> Locator:
    page.goto(site + PATHS[lang])
    found = page.locator("[data-kb-decide]")
    expect(found).to_be_visible()
    return found


GIVE = """(form, answers) => {
  for (const [question, answer] of Object.entries(answers))
    form.querySelector(`[name=kysely-${question}][value=${answer}]`).click();
}"""


def give(form: Locator, answers: dict[str, str]) -> None:
    """Answer at once; by keyboard and by touch, one after the other, elsewhere below."""
    form.evaluate(GIVE, answers)


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_the_page_shows_what_the_function_says(page: Page, site: str, lang: str) -> None:
    found = form(page, site, lang)
    dice = random.Random(5)  # noqa: S311 - a seed, so that a failure can be had again
    for _ in range(12):
        answers: Answers = tuple(dice.choice((YES, NO, UNKNOWN)) for _ in QUESTIONS)
        give(found, dict(zip(QUESTIONS, answers, strict=True)))
        expect(found.locator("[data-kb-verdict]")).to_have_attribute(
            "data-kb-verdict", verdict(answers)
        )
        for name, questions in shown(answers).items():
            visible = found.locator(f"[data-kb-bucket={name}] [data-kb-item]:visible")
            ids = visible.evaluate_all("all => all.map((item) => item.dataset.kbItem)")
            assert set(ids) == questions, (name, answers)


@pytest.mark.parametrize(
    ("answers", "fi", "en"),
    [
        (
            {SUBLET: YES},
            "Vuoden 2022 perusteilla tili voidaan avata.",
            "By the criteria of 2022 the account can be opened.",
        ),
        (
            {CONDITION: YES},
            "tili voidaan avata määräajaksi. Määräaikainen tili, 3–6 kk.",
            "can be opened for a fixed term. A fixed-term account, 3 to 6 months.",
        ),
        (
            {KELA_PAYS: YES},
            "Vuoden 2022 perusteilla välitystilille ei ohjata. Selvitä sen sijaan: ",
            "is not referred to the account. Find out instead about: ",
        ),
        (
            {SUBLET: YES, ASSESSMENT: NO},
            "mutta ensin tarvitaan palvelutarpeen arviointi.",
            "but this is needed first: a service needs assessment.",
        ),
        (
            {SUBLET: YES, OLDER: YES},
            "täyttyvät yhtä aikaa. Tilistä päättää välitystilin hoitaja.",
            "met at the same time. The decision on the account is made by the account manager",
        ),
        (
            {SUBLET: YES, GUARDIANSHIP: YES},
            "välitystilille ei ohjata",
            "not referred to the account",
        ),
        ({}, "mikään avaamisen peruste ei täyty.", "no ground for opening is met."),
    ],
)
@pytest.mark.parametrize("lang", ["fi", "en"])
def test_the_answers_in_words(
    page: Page, site: str, lang: str, answers: dict[str, str], fi: str, en: str
) -> None:
    found = form(page, site, lang)
    base = {**dict.fromkeys(QUESTIONS, NO), ASSESSMENT: YES, WORKER: YES}
    give(found, {**base, **answers})
    expect(found.get_by_role("status")).to_contain_text(fi if lang == "fi" else en)
    cited = [q for q, a in answers.items() if (a == YES) != (q == ASSESSMENT)]
    hrefs = {
        question: found.locator(f"[data-kb-item={question}]:visible a").first.evaluate(
            "a => a.href"
        )
        for question in cited
    }
    for question, href in hrefs.items():
        assert href == f"{site}{SERVICE[lang]}#peruste-{question}"
        page.goto(href)
        expect(page.locator(f"#peruste-{question}")).to_be_in_viewport()


def test_the_service_leads_there_and_it_says_whose_practice_it_is(page: Page, site: str) -> None:
    page.goto(f"{site}{SERVICE['fi']}#kysely")
    page.locator("#kysely a").click()
    expect(page).to_have_url(site + PATHS["fi"])
    found = page.locator("[data-kb-decide]")
    expect(page.locator("h1")).to_have_text("Välitystili: täyttyvätkö perusteet?")
    expect(found).to_contain_text("Tarkistus ei ole päätös")
    expect(found).to_contain_text("välitystilin hoitaja")
    # Exclusions first.
    groups = found.locator("fieldset").evaluate_all("all => all.map((f) => f.dataset.kbGroup)")
    assert groups == ["exclusions"] * 4 + ["preconditions"] * 2 + ["opening"] * 5
    for change in ("yleistuki", "vuokra-suoraan-vuokranantajalle"):
        link = found.locator(f"a[href$='#muutos-{change}']").last
        assert link.evaluate("a => a.href") == f"{site}{SERVICE['fi']}#muutos-{change}"


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
def test_the_verdict_stays_in_sight(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    found = form(page, site)
    expect(found.locator("input:checked")).to_have_count(0)
    status = found.get_by_role("status")
    for question in found.locator("fieldset").all():
        question.scroll_into_view_if_needed()
        question.locator("label").last.click()
        expect(status).to_be_in_viewport(ratio=0.9)
        own, bar = question.bounding_box(), status.bounding_box()
        assert own
        assert bar
        assert own["y"] < bar["y"], "the verdict covers what is asked"


def test_by_keyboard(page: Page, site: str) -> None:
    found = form(page, site)
    questions = found.locator("fieldset")
    expect(questions).to_have_count(len(QUESTIONS))
    assert questions.evaluate_all("all => all.every((f) => f.querySelector('legend'))")
    for question in QUESTIONS[7:] + QUESTIONS[:7]:
        answer = YES if question in (ASSESSMENT, WORKER, SUBLET) else NO
        found.locator(f"[name=kysely-{question}]").first.focus()
        # Nothing is chosen yet: the space bar takes the first, "yes"; the arrow goes on to "no".
        page.keyboard.press("Space")
        if answer == NO:
            page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.value") == answer
    expect(found.get_by_role("status")).to_have_text("Vuoden 2022 perusteilla tili voidaan avata.")
    while page.evaluate("document.activeElement.type") != "reset":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(found.get_by_role("status")).to_contain_text("Vastaa kysymyksiin")
    expect(found.locator("input:checked")).to_have_count(0)


def test_by_touch_and_without_a_trace(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    watch = Watch(page)
    found = form(page, site)
    page.wait_for_load_state("networkidle")
    asked = len(watch.requests)
    for label in found.locator("label").all():
        box = label.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    found.locator(f"[data-kb-question={SUBLET}] label").first.tap()
    found.locator(f"[data-kb-question={OLDER}] label").first.tap()
    expect(found.get_by_role("status")).to_contain_text("asia ei ratkea")
    assert found.locator("input:not([type=radio]), textarea, select").count() == 0
    # The browser asks for the icon when it pleases.
    assert [url for url in watch.requests[asked:] if "favicon" not in url] == []
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert stored[2] == ""
    texts: str = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "kysely" not in texts
    assert SUBLET not in texts
    page.reload()
    expect(page.locator("[data-kb-decide] input:checked")).to_have_count(0)
    watch.assert_clean()
    context.close()


def test_the_printed_summary(page: Page, site: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true }")
    found = form(page, site)
    give(found, {SUBLET: YES, OLDER: YES})
    found.get_by_role("button", name="Tulosta yhteenveto").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(found.get_by_role("status")).to_be_visible()
    expect(found.locator("[data-kb-date]")).to_contain_text("Tarkistettu")
    answer = found.locator(f"[data-kb-question={SUBLET}] label:visible")
    expect(answer).to_have_text(["Kyllä"])
    expect(page.locator(".kb-lead")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".kb-lead")).to_be_visible()
    expect(found.locator("[data-kb-date]")).to_be_hidden()


def test_without_script_the_lists_serve(browser: Browser, site: str) -> None:
    context: Any = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + PATHS["fi"])
    expect(page.locator("[data-kb-decide]")).to_be_hidden()
    expect(page.locator("[aria-labelledby=peruste-otsikko-avataan] li")).to_have_count(
        len(QUESTIONS[2:7])
    )
    expect(page.locator(".kb-criteria__list--closed li")).to_have_count(len(QUESTIONS[7:]))
    context.close()
