"""The pages that the law asks for are a step away from every page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from watch import Watch


@pytest.mark.parametrize(
    ("start", "link", "title", "told"),
    [
        ("palvelut/valitystili/", "Saavutettavuusseloste", "Saavutettavuusseloste", "Traficom"),
        ("en/", "Accessibility statement", "Accessibility statement", "Traficom"),
        ("", "Tietosuojaseloste", "Tietosuojaseloste", "?q="),
        ("en/tilanteet/vuokravelka/", "Privacy notice", "Privacy notice", "?q="),
        ("ei-ole/", "Palaute", "Palaute", "14 päivän"),
        ("en/tietoa/", "Feedback", "Feedback", "14 days"),
    ],
)
def test_the_footer_leads_there(
    site: str, page: Page, watch: Watch, start: str, link: str, title: str, told: str
) -> None:
    page.goto(site + start)
    page.locator("footer").get_by_role("link", name=link, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("article")).to_contain_text(told)
    watch.console.clear()  # the page that is not there is told in the console
    watch.failed.clear()
    page.reload()
    watch.assert_clean()
