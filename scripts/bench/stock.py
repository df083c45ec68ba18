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
from kb.blocks.sites import prepare
from kb.load.content import load
from kb.load.outline import MARKER
from kb.model.knowledge import Knowledge
from kb.site.plan import plan

_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"\A\s*# .+\n")
_HEADING_ID = re.compile(r" *\{#[\w-]+\} *$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")


def write_stock(root: Path, target: Path) -> None:
    """Write to `target` the stock site of the project at `root`."""
    site = prepare(load(root))
    for document in site.knowledge.documents.values():
        text = (root / document.file).read_text(encoding="utf-8")
        file = target / document.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_stock_page(text, PageRenderer(site, document)), encoding="utf-8")
    # JSON is YAML.
    config = json.dumps(_config(site.knowledge), ensure_ascii=False, indent=2)
    (target / "mkdocs.yml").write_text(config, encoding="utf-8")


def _config(knowledge: Knowledge) -> dict[str, Any]:
    """A stock configuration with our names, menu and languages, and no wish of its own."""
    planned, source = plan(knowledge), knowledge.languages.source
    sections = {lang: planned.sections(lang) for lang in knowledge.languages.pages}
    home = {lang: knowledge.labels["kind-home"].get(lang) for lang in knowledge.languages.pages}
    languages = [
        {
            "locale": lang,
            "name": knowledge.languages[lang].name,
            "default": lang == source,
            "build": True,
            "site_name": knowledge.county.name.get(lang),
            "nav_translations": {
                home[source]: home[lang],
                **{
                    ours.title: theirs.title
                    for ours, theirs in zip(sections[source], sections[lang], strict=True)
                },
            },
        }
        for lang in knowledge.languages.pages
    ]
    nav: list[dict[str, Any]] = [{home[source]: "index.md"}]
    for section in sections[source]:
        pages = [page.path for page in (section.index, *section.pages) if page]
        nav.append({section.title: pages})
    return {
        "site_name": knowledge.county.name.get(source),
        "site_url": "http://127.0.0.1:8000/",
        "theme": {"name": "material", "language": source},
        "nav": nav,
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
