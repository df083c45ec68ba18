"""The everyday words in which readers search, by page and language."""

from __future__ import annotations

from kb.model.base import Lang, Record, Text

FILE = "data/words.yml"


class Words(Record):
    """The register data/words.yml."""

    words: dict[str, dict[Lang, dict[Text, Text]]]
    """By the page's path below docs/<lang>/ without its ending: each word with where it came from.

    `editor` (whoever wrote the page), `term` (a term's everyday word) or a batch of data/queries.
    """

    def of(self, path: str, lang: Lang) -> tuple[str, ...]:
        """The words of the page at `path` (with its ending) in `lang`."""
        return tuple(self.words.get(path.removesuffix(".md"), {}).get(lang, ()))


NO_WORDS = Words(words={})
