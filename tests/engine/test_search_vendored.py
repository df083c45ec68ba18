"""The vendored stemmers are of the Snowball release that the lock names, which a bot keeps new."""

from __future__ import annotations

import re
from importlib.metadata import version

from sample_site import REPOSITORY

FOLDER = REPOSITORY / "overrides/assets/javascripts/search/snowball"


def test_the_stemmers_are_of_the_locked_release() -> None:
    heads = {path.name: path.read_text().splitlines()[0] for path in FOLDER.glob("*.js")}
    named = {
        name: found[1]
        for name, head in heads.items()
        if (found := re.search(r"by Snowball (\S+) ", head))
    }
    assert set(heads) - set(named) == {"base-stemmer.js"}
    assert set(named.values()) == {version("snowballstemmer")}, (
        f"{named}: generate them anew with the compiler of Snowball {version('snowballstemmer')} "
        "(`snowball x.sbl -js`), and read what changed"
    )
