"""Prepares what the blocks of one repository are rendered with."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from kb.blocks import indexes, maps, states
from kb.blocks.calls import known_numbers, tel
from kb.blocks.inline import inline
from kb.blocks.site import Site
from kb.load.content import Loaded
from kb.load.repository import overrides
from kb.model import anchors
from kb.model.status import PublishedLinks
from kb.relate.relations import relate

TEMPLATES = "blocks"


def prepare(loaded: Loaded, published: PublishedLinks | None = None, repo_url: str = "") -> Site:
    """What the blocks of the loaded content are rendered with; made anew for every build.

    Args:
        loaded: the content.
        published: what the link job saw, where its memory was read.
        repo_url: where the repository is; empty where that is not told.
    """
    return Site(
        loaded.knowledge,
        relate(loaded.knowledge),
        _environment(loaded.root),
        published or PublishedLinks(),
        known_numbers(
            number
            for organisation in loaded.knowledge.organisations.values()
            for number in organisation.contact.phone
        ),
        repo_url,
    )


def template_cache(root: Path) -> FileSystemBytecodeCache:
    """Where compiled templates are kept from build to build, and from language to language.

    Compiling takes a fifth of a small build. An entry holds while its template's text does.
    """
    folder = root / ".cache" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder), f"jinja-{version('jinja2')}-%s")


def _environment(root: Path) -> Environment:
    env = Environment(
        loader=FileSystemLoader(overrides(root) / TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.bytecode_cache = template_cache(root)
    env.filters |= {"md": inline, "tel": tel}
    env.globals |= {"anchors": anchors, "indexes": indexes, "maps": maps, "states": states}
    return env
