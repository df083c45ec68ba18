"""What a proposal changes for readers: the site of before and that of now, built and compared."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from kb.doors import plain
from kb.site.changes import changes, markdown
from kb.site.earlier import NoSuchCommitError, lay_out
from kb.site.plan import address
from kb.site.refusal import RefusedError
from kb.site.settings import Settings

_SETTINGS = Settings.of("https://site.invalid/", "", "")


def reader_changes(root: Path, base: str) -> str:
    """What readers will see changed since the commit `base`, or why nobody can say; in Markdown."""
    logging.getLogger("kb.site").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        earlier, before, after = (Path(folder, name) for name in ("earlier", "before", "after"))
        try:
            lay_out(root, base, earlier)
        except NoSuchCommitError:
            return (
                f"## Muutoksia ei voi näyttää: tallennusta '{base}' ei ole / The changes cannot be "
                f"shown: there is no commit '{base}'\n"
            )
        try:
            plain.build(earlier, before, _SETTINGS)
        except Exception:  # whatever the code of today finds amiss in the content of before
            return (
                "## Muutoksia ei voi näyttää: aiempi sisältö ei sovi nykyiseen ohjelmaan / The "
                "changes cannot be shown: the content of before does not suit today's code\n"
            )
        try:
            made = plain.build(root, after, _SETTINGS)
        except RefusedError as error:
            lines = "\n".join(f"- `{line.replace('`', '')}`" for line in error.lines[:50])
            return f"## Korjattavaa ennen kuin sivut voi näyttää / To be mended first\n\n{lines}\n"
        knowledge = made.knowledge
        book = knowledge.county.pages.handbook
        gathering = {address(knowledge, lang, book) for lang in made.languages} if book else set()
        return markdown(changes(before, after, frozenset(gathering)))
