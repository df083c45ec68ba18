"""The repositories whose pages are being rendered: read once, asked for by every page."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from kb.blocks import indexes, maps, states
from kb.blocks.inline import forget, inline
from kb.blocks.page import PageRenderer
from kb.blocks.site import Site
from kb.load.content import Loaded, load
from kb.model import anchors
from kb.model.base import Lang
from kb.model.status import PublishedLinks
from kb.relate.relations import relate

TEMPLATES = "overrides/blocks"

_sites: dict[str, Site] = {}


def remember(loaded: Loaded, published: PublishedLinks | None = None, repo_url: str = "") -> Site:
    """Keep what was loaded for the pages to come; called anew for every build."""
    site = Site(
        loaded.knowledge,
        relate(loaded.knowledge),
        _environment(loaded.root),
        published or PublishedLinks(),
        repo_url,
    )
    _sites[str(loaded.root)] = site
    forget()
    return site


def renderer_for(root: str, path: str, lang: Lang) -> PageRenderer | None:
    """The renderer of a page, or None where the content has no such page."""
    site = _sites.get(root) or remember(load(Path(root)))
    document = site.knowledge.get(lang or site.knowledge.languages.source, path)
    return PageRenderer(site, document) if document else None


def template_cache(root: Path) -> FileSystemBytecodeCache:
    """Where compiled templates are kept from build to build, and from language to language.

    Compiling takes a fifth of a small build. An entry holds while its template's text does.
    """
    folder = root / ".cache" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder), f"jinja-{version('jinja2')}-%s")


def _environment(root: Path) -> Environment:
    env = Environment(
        loader=FileSystemLoader(root / TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.bytecode_cache = template_cache(root)
    env.filters["md"] = inline
    env.globals |= {"anchors": anchors, "indexes": indexes, "maps": maps, "states": states}
    return env
