"""A new county: the least that builds, with every field explained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kb.model.base import Lang
from kb.new.write import HERE, NotWrittenError, data, named, page, texts, write

_SKELETON = HERE / "county"
_HEAD = (
    "# Sivuston kielet; source: lähdekieli, jonka sivuilla tieto on; se on sivuston juuressa /\n"
    "# the site's languages; source: the one whose pages hold the data, published at the root.\n"
    "# months, dates, statute, section: miten kieli kirjoittaa ne / how the language writes them.\n"
    "# letters: aakkosten lopun kirjaimet / letters behind z. inflects: sanat taipuvat / words\n"
    "# change their endings. vowels: vokaalit, pitkien sanojen tavutukseen / by them long words\n"
    "# break. pages: false, kieli vain sanastossa / in the glossary only.\n"
    "languages:\n"
)


def new_county(folder: Path, languages: Sequence[Lang]) -> list[Path]:
    """Write the files of a county in `languages`, the first of which is the source.

    Raises:
        NotWrittenError: when the folder holds any of the files, or a language is unknown.
    """
    known = texts()["languages"]
    unknown = [lang for lang in languages if lang not in known]
    if unknown or not languages or len(set(languages)) < len(languages):
        raise NotWrittenError(
            f"--lang {' '.join(unknown or languages)}: valitse kukin kerran kielistä "
            f"{', '.join(known)}; muut lisätään myöhemmin (README) / choose each once of "
            f"{', '.join(known)}; others are added later (README)"
        )
    names = {name: said[languages[0]] for name, said in texts()["folders"].items()}
    files = {}
    for path in sorted(_SKELETON.rglob("*")):
        if path.is_dir():
            continue
        where, text = path.relative_to(_SKELETON), path.read_text(encoding="utf-8")
        if where.parts[0] != "docs":
            files[folder / named(where.as_posix(), names)] = data(text, languages, names)
            continue
        below = named(where.relative_to("docs").as_posix(), names)
        for lang in languages:
            files[folder / "docs" / lang / below] = page(
                text, lang, names, source=lang == languages[0]
            )
    blocks = [known[lang] for lang in languages]
    first = blocks[0].replace("\n", "\n  source: true\n", 1)
    indented = "".join(f"  {line}\n" for line in "".join([first, *blocks[1:]]).splitlines())
    files[folder / "data/languages.yml"] = _HEAD + indented
    write(files)
    return list(files)
