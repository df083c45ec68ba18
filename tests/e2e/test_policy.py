"""The policy of a page alone, as if what keeps hostile content out had failed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from site_server import serve
from watch import hit, until, wait_for

MARTAT = "tyokalut/martat/"


def plant(site: Path, html: str, *, policy: bool) -> None:
    """Put `html` at the end of a page's text, and take the page's policy away if it shall go."""
    file = site / MARTAT / "index.html"
    text = file.read_text(encoding="utf-8").replace("</article>", f"{html}</article>")
    if not policy:
        text = text.replace("Content-Security-Policy", "nothing")
    file.write_text(text, encoding="utf-8")


PLANTED = {
    # what a body might hold, and what a reader would press there
    "a script": ("<script>window.hit=1</script>", None),
    "a picture's handler": ("<img src=x onerror=window.hit=1>", None),
    "a handler to press": ("<button id=bad onclick=window.hit=1>x</button>", "#bad"),
    "a script for an address": ("<a id=bad href='javascript:window.hit=1;void 0'>x</a>", "#bad"),
    "a script in a frame": ("<iframe srcdoc='<script>parent.hit=1</script>'></iframe>", None),
    "a frame with a script's address": ("<iframe src='javascript:parent.hit=1'></iframe>", None),
}
"""Each was tried against the published site."""


@pytest.mark.parametrize("policy", [True, False])
@pytest.mark.parametrize("what", PLANTED)
def test_the_policy_alone_stops_a_script(
    page: Page, own_site: Path, what: str, policy: bool
) -> None:
    """The second line of defence, as if the first had failed; without it the script would run."""
    planted, pressed = PLANTED[what]
    plant(own_site, planted, policy=policy)
    with serve(own_site) as site:
        page.goto(site + MARTAT)
        if pressed:
            page.locator(pressed).click()
        if policy:
            assert not hit(page)
        else:
            until(page, "window.hit === 1")


@pytest.mark.parametrize("policy", [True, False])
@pytest.mark.parametrize(
    "planted",
    [
        "<form action='//127.0.0.1:9/x'><button id=bad>x</button></form>",
        "<form method=post action='//127.0.0.1:9/x'><button id=bad>x</button></form>",
        "<form action='/tietopankki/x'><button id=bad>x</button></form>",
    ],
)
def test_the_policy_alone_stops_a_form(
    page: Page, own_site: Path, planted: str, policy: bool
) -> None:
    """What a reader types into a planted form goes nowhere, on this host either."""
    plant(own_site, planted, policy=policy)
    sent: list[str] = []
    with serve(own_site) as site:
        page.goto(site + MARTAT)
        page.on("request", lambda request: sent.append(request.url))
        page.locator("#bad").dispatch_event("click")
        if policy:
            page.wait_for_timeout(200)
            assert not sent
        else:
            wait_for(page, lambda: bool(sent))


@pytest.mark.parametrize("policy", [True, False])
def test_the_policy_alone_keeps_addresses_at_home(page: Page, own_site: Path, policy: bool) -> None:
    """A `<base>` of somebody else would lead every link on the page to him."""
    plant(own_site, "<base href='https://evil.example/'>", policy=policy)
    with serve(own_site) as site:
        page.goto(site + MARTAT)
        home = page.evaluate("document.baseURI") == site + MARTAT
        assert home is policy
