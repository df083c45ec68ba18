"""The Finnish and the English page say the same things in the same order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kb.checks import heading_pairs
from kb.checks.common import on_page
from kb.load.content import Loaded
from kb.load.outline import MARKER
from kb.load.pages import RawPage
from kb.model.base import Translated
from kb.model.blocks import BLOCKS
from kb.model.problem import Problem
from kb.model.walk import KeyPath, Leaf, items, leaves


def check(loaded: Loaded) -> Iterator[Problem]:
    """Missing pages of a pair, missing or surplus texts, headings and blocks that differ."""
    for (lang, path), page in loaded.pages.items():
        for other in loaded.knowledge.languages.pages:
            if (other, path) not in loaded.pages:
                yield on_page(
                    page,
                    1,
                    f"sivulta puuttuu pari docs/{other}/{path}; lisää se, tai jos sivu poistuu, "
                    "poista tämäkin",
                    f"the page lacks its pair docs/{other}/{path}; add it, or, if the page is to "
                    "go, delete this one too",
                )
        source = loaded.pages.get((loaded.knowledge.languages.source, path))
        if lang != loaded.knowledge.languages.source and source is not None:
            yield from _texts(source, page)
            yield from heading_pairs.check(source, page, loaded)
            yield from _markers(source, page, loaded)


def _translated(page: RawPage) -> dict[KeyPath, Leaf]:
    if page.record is None:
        return {}
    return {leaf.key_path: leaf for leaf in leaves(page.record) if leaf.marker(Translated)}


def _texts(source: RawPage, page: RawPage) -> Iterator[Problem]:
    if source.record is None or page.record is None:
        return
    ours, theirs = _translated(source), _translated(page)
    for key, leaf in ours.items():
        if key not in theirs:
            line = source.located.line(leaf.yaml_path)
            yield on_page(
                page,
                page.located.line(_nearest(key, theirs)),
                f"käännös puuttuu: {_name(key)} (suomeksi {source.file}:{line}); lisää se",
                f"translation missing: {_name(key)} (in Finnish {source.file}:{line}); add it",
            )
    known = {key for key, _ in items(source.record)}
    surplus = {key: leaf.yaml_path for key, leaf in theirs.items() if key not in ours}
    for key, path in items(page.record):
        # An item without any text of its own; the others are told by their texts.
        if key not in known and not any(other[: len(key)] == key for other in surplus):
            surplus[key] = path
    for key, path in surplus.items():
        yield on_page(
            page,
            page.located.line(path),
            f"käännöksellä ei ole vastinetta: {_name(key)} puuttuu tiedostosta "
            f"{source.file}; korjaa tunnus tai poista",
            f"the translation has no counterpart: {_name(key)} is not in {source.file}; "
            "mend the id or remove it",
        )


def _name(key: KeyPath) -> str:
    return " > ".join(key)


def _nearest(key: KeyPath, present: dict[KeyPath, Leaf]) -> tuple[str | int, ...]:
    """Where a missing text belongs: the list that should hold it."""
    for length in range(len(key) - 1, 0, -1):
        for other, leaf in present.items():
            if other[:length] == key[:length]:
                return leaf.yaml_path[:length]
    return ()


def _markers(source: RawPage, page: RawPage, loaded: Loaded) -> Iterator[Problem]:
    if source.outline is None or page.outline is None:
        return
    for one, other in ((source, page), (page, source)):
        yield from _lonely(one, other, loaded)
    ours = [name for name, _ in source.outline.markers]
    theirs = [name for name, _ in page.outline.markers]
    if ours != theirs and sorted(ours) == sorted(theirs):
        yield on_page(
            page,
            page.outline.markers[0][1],
            f"lohkot ovat toisessa järjestyksessä kuin tiedostossa {source.file}: "
            f"{', '.join(ours)}; pane ne samaan järjestykseen",
            f"the blocks stand in another order than in {source.file}: {', '.join(ours)}; put "
            "them into the same order",
        )


def _lonely(page: RawPage, other: RawPage, loaded: Loaded) -> Iterator[Problem]:
    """The markers of `page` that `other` has not."""
    assert page.outline is not None
    assert other.outline is not None
    mistyped = MARKER.sub("", other.body)
    left = Counter(name for name, _ in other.outline.markers)
    for name, line in page.outline.markers:
        left[name] -= 1
        # One that does not exist, or that is mistyped on the other page, is told there.
        if left[name] >= 0 or name not in BLOCKS or f"kb:{name}" in mistyped:
            continue
        if other.file in loaded.touched and page.file not in loaded.touched:
            yield on_page(
                other,
                1,
                f"lohko <!-- kb:{name} --> ({page.file}:{line}) puuttuu tältä sivulta; lisää se "
                "samaan kohtaan, tai poista se sieltäkin",
                f"the block <!-- kb:{name} --> ({page.file}:{line}) is missing on this page; add "
                "it at the same place, or remove it there too",
            )
        else:
            yield on_page(
                page,
                line,
                f"lohkoa <!-- kb:{name} --> ei ole tiedostossa {other.file}; lisää se sinne samaan "
                "kohtaan, tai poista se täältä",
                f"the block <!-- kb:{name} --> is not in {other.file}; add it there at the same "
                "place, or remove it here",
            )
