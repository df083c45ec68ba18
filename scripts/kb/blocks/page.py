"""Renders the blocks of one page from its data, with the templates in overrides/blocks/."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from kb.blocks.view import PageView


class PageRenderer(PageView):
    """The blocks of one page in one language, as the extension puts them around its text."""

    def heading_ids(self) -> list[str]:
        """The ids of the body's headings: those of the source page, by position."""
        source = self.knowledge.source_of(self.document)
        return [heading.id for heading in source.outline.headings]

    def before(self) -> list[ET.Element]:
        """The blocks between the title and the body."""
        return self._render(self.document.kind.before)

    def after(self) -> list[ET.Element]:
        """The blocks behind the body."""
        return self._render(self.document.kind.after)

    def block(self, name: str) -> list[ET.Element]:
        """The block that a marker calls for."""
        return self._render((name,))

    def _render(self, names: Iterable[str]) -> list[ET.Element]:
        parts: list[ET.Element] = []
        for name in names:
            template = self.site.templates.get_template(f"{name}.html")
            html = template.render(
                p=self, t=self.label, meta=self.document.meta, k=self.knowledge, lang=self.lang,
            )  # fmt: skip
            # Indentation between elements means nothing on the page, but weighs on every one.
            html = re.sub(r">\s*\n\s*<", "><", html).strip()
            parts += list(ET.fromstring(f"<div>{html}</div>"))  # noqa: S314 - our own templates
        return parts
