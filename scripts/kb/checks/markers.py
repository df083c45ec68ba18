"""The blocks that a page's text calls for are there, and criteria stand where their block does."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.common import change_elsewhere, on_page, page_changes
from kb.checks.near import near
from kb.load.content import Loaded
from kb.load.pages import RawPage
from kb.model.blocks import BLOCKS
from kb.model.pages import Page, Service
from kb.model.problem import Problem
from kb.model.walk import leaves

_CRITERIA_BLOCKS = {"criteria", "criteria-check"}


def check(loaded: Loaded) -> Iterator[Problem]:
    """Markers of blocks that there are not, and criteria and their block apart."""
    for page in loaded.pages.values():
        yield from _criteria(page, loaded)
        for name, line in page.outline.markers if page.outline else ():
            if name not in BLOCKS:
                close = near(name, BLOCKS)
                listed = ", ".join(sorted(BLOCKS))
                yield on_page(
                    page,
                    line,
                    f"lohkoa 'kb:{name}' ei ole; "
                    + (f"tarkoititko '{close}'?" if close else f"lohkot ovat: {listed}"),
                    f"there is no block 'kb:{name}'; "
                    + (f"did you mean '{close}'?" if close else f"the blocks are: {listed}"),
                )


def _criteria(page: RawPage, loaded: Loaded) -> Iterator[Problem]:
    """Criteria and their block belong together, and a criterion's change is one of the page's."""
    record = page.record
    if not isinstance(record, Page) or page.outline is None:
        return
    criteria = record.criteria if isinstance(record, Service) else None
    blocks = {name: line for name, line in page.outline.markers if name in _CRITERIA_BLOCKS}
    if criteria is None:
        for line in blocks.values():
            yield on_page(
                page,
                line,
                "sivun alkutiedoissa ei ole kohtaa criteria; lisää se tai poista lohko",
                "the front matter has no criteria; add them or remove the block",
            )
        return
    if "criteria" not in blocks:
        yield on_page(
            page,
            page.located.line(("criteria",)),
            "perusteet eivät näy sivulla; lisää tekstiin <!-- kb:criteria -->",
            "the criteria do not show on the page; add <!-- kb:criteria --> to the text",
        )
    for leaf in leaves(criteria, ("criteria",)):
        if leaf.yaml_path[-1] == "change" and leaf.value not in (page_changes(page, loaded) or ()):
            yield change_elsewhere(page, page.located.line(leaf.yaml_path), str(leaf.value))
