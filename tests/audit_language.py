"""Reads the Finnish: misspellings, which are mended, and long sentences, which are listed.

Run by `make audit`. Needs Voikko with its Finnish dictionary (Debian: libvoikko1, voikko-fi) and
installs them where it may; without them it says so and lists the long sentences only.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from libvoikko import Voikko, VoikkoException

from ensure_browser import APT, INSTALL, SPARE_SECONDS, as_root, run
from kb.checks.common import page_prose, register_texts
from reading import said
from real_site import load_real, page_files
from spelling import Spell, long_sentences, misspelt, read_words

WORDS = Path(__file__).parent / "content/words.txt"
PACKAGES = ("libvoikko1", "voikko-fi")
LANG = "fi"
"""The language that is read: Voikko knows Finnish."""
LONG = 20
"""Words beyond which a sentence is hard to take in at once."""
SHOWN = 30


def voikko() -> Spell | None:
    """Voikko's judgement of a word, None where it cannot be had."""
    try:
        speller = Voikko(LANG)
    except (OSError, VoikkoException):
        return None
    return lambda word: bool(speller.spell(word))


def install() -> None:
    """Install Voikko with Debian's packages, where this may be done without a question."""
    root = as_root()
    if root is None or not shutil.which("apt-get"):
        return
    if not run([*root, *APT, *INSTALL, *PACKAGES], SPARE_SECONDS):
        run([*root, *APT, "update"], SPARE_SECONDS)
        run([*root, *APT, *INSTALL, *PACKAGES], 2 * SPARE_SECONDS)


def texts() -> Iterator[tuple[str, int, str]]:
    """Every Finnish text of pages and registers: file, line, text."""
    loaded = load_real()
    for (lang, _), page in loaded.pages.items():
        if lang != LANG:
            continue
        for piece in page_prose(page):
            yield page.file, piece.line, piece.text
        outlines = [page.outline, *(front.outline for front in page.front_texts)]
        for outline in filter(None, outlines):
            for link in outline.links:
                yield page.file, link.line, link.text
    for file, line, lang, text in register_texts(loaded):
        if lang == LANG:
            yield file, line, text


def faults(spell: Spell) -> list[str]:
    """Every misspelling, with its place."""
    words, beginnings = read_words(WORDS)
    found = {
        f"{file}:{line}: {word}"
        for file, line, text in texts()
        for word in misspelt(text, spell, words, beginnings)
    }
    return sorted(found)


def main() -> str | None:
    """Print what was read; return None, or the misspellings to fail with."""
    told = (
        (found.file, found.sentence)
        for lang, path in page_files()
        if lang == LANG and path != "kasikirja.md"
        for found in said(lang, path)
    )
    by_sentence = {sentence: file for file, sentence in told}
    long = long_sentences(((file, sentence) for sentence, file in by_sentence.items()), LONG)
    print(f"Sentences of more than {LONG} words: {len(long)} of {len(by_sentence)}")
    for count, file, sentence in long[:SHOWN]:
        print(f"  {count} words, {file}: {sentence}")
    spell = voikko()
    if spell is None:
        install()
        spell = voikko()
    if spell is None:
        print("Spelling not checked: Voikko is not installed "
              f"(Debian: apt install {' '.join(PACKAGES)}).")  # fmt: skip
        return None
    found = faults(spell)
    print(f"Misspellings: {len(found)}")
    if not found:
        return None
    return "\n".join([*found, f"Mend them, or add a word of the trade to {WORDS.name}."])


if __name__ == "__main__":
    sys.exit(main())
