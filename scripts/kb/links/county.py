"""What the link job needs to know of the county whose links it checks."""

from __future__ import annotations

from pathlib import Path

from kb.load.record import COUNTY, read_record
from kb.model.county import NOWHERE, County
from kb.model.languages import Languages


def agent_of(root: Path) -> str:
    """The name by which the checker introduces itself: the county's, else the engine's own.

    Lenient, because `kb check` judges the file, and links can be checked without a county.
    """
    (_, county), _ = read_record(root, COUNTY, County, Languages())
    return (county or NOWHERE).agent
