"""Which pages and registers use a link."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kb.load.content import load
from kb.load.outline import read_inline
from kb.model.base import RefTo
from kb.model.walk import leaves


def pages_by_link(root: Path) -> dict[str, list[str]]:
    """For each link's id the files that cite it, relative to `root`, in order."""
    loaded = load(root)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for page in loaded.pages.values():
        targets = [use.target for use in page.outline.links] if page.outline else []
        for leaf in leaves(page.record) if page.record is not None else ():
            ref = leaf.marker(RefTo)
            if ref is not None and ref.kind == "link":
                found[str(leaf.value)][page.file] = None
            elif isinstance(leaf.value, str) and "link:" in leaf.value:
                targets += [use.target for use in read_inline(leaf.value, 1).links]
        for target in targets:
            scheme, _, ident = target.partition(":")
            if scheme == "link":
                found[ident][page.file] = None
    for name in ("organisations", "references"):
        for ident, record in loaded.registers[name].records.items():
            if record.link:
                found[record.link][f"data/{name}.yml ({ident})"] = None
    return {ident: list(files) for ident, files in found.items()}
