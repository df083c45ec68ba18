"""The same pages as a stock site: MkDocs, Material and static-i18n as they come.

Every page carries the text that ours shows, typed as plain Markdown: its facts, changes and
checks, and on an index the list of its pages. So both sites render the same words.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from bench.plain import to_markdown
from kb.blocks.page import PageRenderer
from kb.blocks.sites import remember
from kb.load.content import load
from kb.load.navigation import FILE as CONFIG
from kb.load.navigation import TAGS
from kb.load.outline import MARKER
from kb.load.yaml import parse
from kb.model.knowledge import Knowledge

_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"\A\s*# .+\n")
_HEADING_ID = re.compile(r" *\{#[\w-]+\} *$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")


def write_stock(root: Path, target: Path) -> None:
    """Write to `target` the stock site of the project at `root`."""
    site = remember(load(root))
    for document in site.knowledge.documents.values():
        text = (root / document.file).read_text(encoding="utf-8")
        file = target / document.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_stock_page(text, PageRenderer(site, document)), encoding="utf-8")
    # JSON is YAML.
    config = json.dumps(_config(root), ensure_ascii=False, indent=2)
    (target / "mkdocs.yml").write_text(config, encoding="utf-8")


def _config(root: Path) -> dict[str, Any]:
    """A stock configuration with our name, navigation and languages, and no wish of its own."""
    ours = parse((root / CONFIG).read_text(encoding="utf-8"), CONFIG, tags=TAGS).value
    i18n = next(p["i18n"] for p in ours["plugins"] if isinstance(p, dict) and "i18n" in p)
    kept = ("locale", "name", "default", "build", "site_name", "nav_translations")
    languages = [{k: v for k, v in lang.items() if k in kept} for lang in i18n["languages"]]
    return {
        "site_name": ours["site_name"],
        "site_url": "http://127.0.0.1:8000/",
        "theme": {"name": "material", "language": "fi"},
        "nav": ours["nav"],
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
    }


def _stock_page(text: str, page: PageRenderer) -> str:
    def resolve(target: str) -> str | None:
        return _address(target, page.knowledge)

    def block(match: re.Match[str]) -> str:
        return f"\n\n{to_markdown(page.block(match[1]), resolve)}\n\n"

    def link(match: re.Match[str]) -> str:
        address = resolve(match[2])
        return f"[{match[1]}]({address})" if address else match[1]

    body = _TITLE.sub("", _FRONT.sub("", text))
    body = _LINK.sub(link, _HEADING_ID.sub("", body))
    body = MARKER.sub(block, body)
    before, after = to_markdown(page.before(), resolve), to_markdown(page.after(), resolve)
    parts = (f"# {page.document.title}", before, body.strip(), after)
    return "\n\n".join(part for part in parts if part) + "\n"


def _address(target: str, knowledge: Knowledge) -> str | None:
    """What a stock author would type for a link: no ids, and no anchors that ours generate."""
    scheme, colon, ident = target.partition(":")
    if scheme == "link":
        link = knowledge.links.get(ident)
        return link.url if link else None
    if scheme in {"http", "https", "mailto"}:
        return target
    path = target.partition("#")[0]
    return path if path.endswith(".md") and not colon else None
