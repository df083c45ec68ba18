"""Gone, walled and healthy pages in the language of real sites, with all that stands around.

They stand in real.txt: `=== id verdict shell`, then fields, an empty line, and the page's own part.
`{text}`, `{long}` and `{partners}` are running text; the shells are those of `faults.shells`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from faults import shells
from faults.case import TEXT, Case, always

_FILLING = {
    "{text}": TEXT,
    "{long}": f"<p>{TEXT}</p>" * 6,
    "{partners}": "<p>Kumppanimme ja me tallennamme tietoja laitteellesi. </p>" * 5,
}
_SHELLS: dict[str, Callable[..., str]] = {
    "old": shells.old, "new": shells.new, "app": shells.app, "classic": shells.classic,
    "bare": shells.bare,
}  # fmt: skip


def _case(block: str) -> Case:
    first, _, rest = block.partition("\n")
    ident, verdict, shell = first.split()
    head, _, content = rest.partition("\n\n")
    for name, text in _FILLING.items():
        head, content = head.replace(name, text), content.replace(name, text)
    fields = {
        name: value.strip() for name, _, value in (row.partition(":") for row in head.split("\n"))
    }
    title = fields.pop("title")
    # A registered title, and a host of its own that has this page for everything.
    expect = {"type": "html", "title": known} if (known := fields.pop("known", "")) else {}
    url = "http://{id}.localhost:{port}/sivu" if fields.pop("host", "") else "{web}/{id}/sivu"
    page = _SHELLS[shell](title, content.strip(), **fields)
    return Case(ident, verdict, always(200, page), url=url, expect=expect)


CASES = [
    _case(block)
    for block in re.split(
        r"^=== ", Path(__file__).with_name("real.txt").read_text(encoding="utf-8"), flags=re.M
    )[1:]
]
