"""The intermediary account's check: its logic over every answer, and how one uses it."""

from __future__ import annotations

import random
import re
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
    every_combination,
    shown,
    verdict,
)
from watch import Watch

BUCKETS = ("first", "open", "fixed", "excluded", "find")
PATHS = {"fi": "palvelut/valitystili/", "en": "en/palvelut/valitystili/"}
ALL_COMBINATIONS = """
async ({questions, scripts}) => {
  const {decide} = await import(scripts + "decide.js");
  const {readCriteria} = await import(scripts + "form.js");
  const criteria = readCriteria(document.querySelector("[data-kb-decide]"));
  const values = ["yes", "no", "unknown"];
  const letter = Object.fromEntries(questions.map((q, n) => [q, "abcdefghijk"[n]]));
  const rows = [];
  for (let number = 0; number < 3 ** questions.length; number += 1) {
    let rest = number;
    const answers = {};
    for (const question of questions.toReversed()) {
      answers[question] = values[rest % 3];
      rest = Math.floor(rest / 3);
    }
    const {verdict, ...lists} = decide(criteria, answers);
    const short = ["first", "open", "fixed", "excluded", "find"].map(
      (name) => lists[name].map((id) => letter[id]).sort().join(""));
    rows.push([verdict, ...short].join("|"));
  }
  return rows;
}
"""


def form(page: Page, site: str, lang: str = "fi") -> Locator:
    page.goto(site + PATHS[lang])
    found = page.locator("[data-kb-decide]")
    expect(found).to_be_visible()
    return found


def give(form: Locator, answers: dict[str, str]) -> None:
    for question, answer in answers.items():
        form.locator(f"[name=kysely-{question}][value={answer}]").check()


def test_every_combination_of_answers(page: Page, site: str) -> None:
    form(page, site)
    scripts = f"{site}assets/javascripts/check/"
    rows = page.evaluate(ALL_COMBINATIONS, {"questions": QUESTIONS, "scripts": scripts})
    assert len(rows) == 3**11
    letter = dict(zip(QUESTIONS, "abcdefghijk", strict=True))
    for row, answers in zip(rows, every_combination(), strict=True):
        lists = shown(answers)
        short = ["".join(sorted(letter[q] for q in lists[name])) for name in BUCKETS]
        assert row == "|".join([verdict(answers), *short]), answers


def test_the_function_changes_nothing_and_knows_nothing_else(page: Page, site: str) -> None:
    form(page, site)
    result = page.evaluate(
        """async (scripts) => {
          const {decide} = await import(scripts + "decide.js");
          const frozen = (value) => {
            Object.values(value).forEach((v) => typeof v === "object" && frozen(v));
            return Object.freeze(value);
          };
          const criteria = frozen({
            preconditions: [{id: "p"}], opening: [{id: "o"}], exclusions: [{id: "e"}]});
          const yes = frozen({p: "yes", o: "yes", e: "no"});
          const once = JSON.stringify(decide(criteria, yes));
          decide(criteria, frozen({}));
          return [once, JSON.stringify(decide(criteria, yes)), decide(criteria, {}).verdict];
        }""",
        f"{site}assets/javascripts/check/",
    )
    assert result[0] == result[1]
    assert result[2] == "find"


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
        ({SUBLET: YES}, "Tili voidaan avata.", "The account can be opened."),
        (
            {CONDITION: YES},
            "Tili voidaan avata määräajaksi: määräaikainen, 3–6 kk.",
            "The account can be opened for a fixed term: fixed term, 3 to 6 months.",
        ),
        (
            {KELA_PAYS: YES},
            "Välitystilille ei ohjata. Selvitä: ",
            "Not referred to the account. Find out about: ",
        ),
        (
            {SUBLET: YES, ASSESSMENT: NO},
            "Avaamisen peruste täyttyy, mutta ensin: palvelutarpeen arviointi.",
            "A ground for opening is met, but first: a service needs assessment.",
        ),
        (
            {SUBLET: YES, OLDER: YES},
            "täyttyvät yhtä aikaa. Välitystilin hoitaja päättää.",
            "are met at the same time. The account manager decides.",
        ),
        (
            {SUBLET: YES, GUARDIANSHIP: YES},
            "Välitystilille ei ohjata",
            "Not referred to the account",
        ),
        ({}, "Mikään avaamisen peruste ei täyty.", "No ground for opening is met."),
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
    for question in cited:
        link = found.locator(f"[data-kb-item={question}]:visible a").first
        link.click()
        expect(page).to_have_url(re.compile(f"#peruste-{question}$"))
        expect(page.locator(f"#peruste-{question}")).to_be_in_viewport()


def test_it_says_whose_practice_it_is_and_what_has_changed(page: Page, site: str) -> None:
    found = form(page, site)
    expect(found).to_contain_text("Seinäjoen malliin 2022")
    expect(found).to_contain_text("Ihminen päättää")
    expect(found).to_contain_text("välitystilin hoitaja")
    for change in ("yleistuki", "vuokra-suoraan-vuokranantajalle"):
        expect(found.locator(f"a[href='#muutos-{change}']").last).to_be_visible()


def test_by_keyboard(page: Page, site: str) -> None:
    found = form(page, site)
    questions = found.locator("fieldset")
    expect(questions).to_have_count(11)
    assert questions.evaluate_all("all => all.every((f) => f.querySelector('legend'))")
    found.locator(f"[name=kysely-{ASSESSMENT}][value={UNKNOWN}]").focus()
    for answer in (YES, YES, YES, NO, NO, NO, NO, NO, NO, NO, NO):
        # From "not known" the arrows go round: down to "yes", up to "no".
        page.keyboard.press("ArrowDown" if answer == YES else "ArrowUp")
        assert page.evaluate("document.activeElement.value") == answer
        page.keyboard.press("Tab")
    expect(found.get_by_role("status")).to_have_text("Tili voidaan avata.")
    while page.evaluate("document.activeElement.type") != "reset":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(found.get_by_role("status")).to_contain_text("Vastaa kysymyksiin")
    expect(found.locator(f"[value={UNKNOWN}]:checked")).to_have_count(11)


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
    expect(found.get_by_role("status")).to_contain_text("Malli ei ratkaise tätä")
    assert found.locator("input:not([type=radio]), textarea, select").count() == 0
    # The browser asks for the icon when it pleases.
    assert [url for url in watch.requests[asked:] if "favicon" not in url] == []
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert stored[2] == ""
    texts: str = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "kysely" not in texts
    assert SUBLET not in texts
    page.reload()
    expect(page.locator(f"[data-kb-decide] [value={UNKNOWN}]:checked")).to_have_count(11)
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
    expect(page.locator(".kb-facts")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".kb-facts")).to_be_visible()
    expect(found.locator("[data-kb-date]")).to_be_hidden()


def test_without_script_the_lists_serve(browser: Browser, site: str) -> None:
    context: Any = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + PATHS["fi"])
    expect(page.locator("[data-kb-decide]")).to_be_hidden()
    expect(page.locator("[aria-labelledby=peruste-otsikko-avataan] li")).to_have_count(5)
    expect(page.locator(".kb-criteria__list--closed li")).to_have_count(4)
    context.close()
