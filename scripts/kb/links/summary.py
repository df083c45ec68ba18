"""What a person should do about the links, as Markdown for the job's summary and the issue."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from kb.links.memory import Remembered
from kb.links.register import Entry
from linkjudge.model import Verdict

Item = tuple[Entry, Remembered]
ORDER: tuple[Verdict, ...] = ("broken", "suspect", "moved", "unreachable", "ok")
NAMES: dict[Verdict, tuple[str, str]] = {
    "ok": ("kunnossa", "ok"),
    "moved": ("muuttanut", "moved"),
    "broken": ("rikki", "broken"),
    "suspect": ("epäilyttävä", "suspect"),
    "unreachable": ("ei tavoitettu", "unreachable"),
}
_TODO: dict[Verdict, tuple[str, str]] = {
    "broken": (
        "Etsi sisällölle uusi osoite ja vaihda se rekisteriin (`data/links.yml`), tai lisää "
        "`replaced_by` tai `archive`.",
        "Find the content's new address and put it in the register (`data/links.yml`), or add "
        "`replaced_by` or `archive`."),
    "suspect": (
        "Avaa sivu. Jos se on oikea, kirjoita rekisteriin `checked` (tämä päivä) ja tarvittaessa "
        "`expect`; jos ei, korjaa osoite.",
        "Open the page. If it is right, write `checked` (today) and where needed `expect` in the "
        "register; if not, mend the address."),
    "moved": ("Vaihda rekisteriin uusi osoite.", "Put the new address in the register."),
    "unreachable": (
        "Ei vielä mitään: tarkistus yrittää uudelleen. Kolmen eri päivän jälkeen linkki "
        "merkitään rikkinäiseksi.",
        "Nothing yet: the check tries again. After three different days the link is published "
        "as broken."),
}  # fmt: skip


def markdown(
    items: Sequence[Item],
    entries: Mapping[str, Entry],
    pages: Mapping[str, Sequence[str]],
    today: dt.date,
) -> str:
    """The summary: counts, then every link that is not in order, the worst first."""
    counts = {status: sum(known.status == status for _, known in items) for status in ORDER}
    lines = [
        f"## Ulkoiset linkit / External links ({today.isoformat()})",
        "",
        "| tila / status | linkkejä / links |",
        "| --- | --- |",
        *(f"| {' / '.join(NAMES[status])} | {counts[status]} |" for status in ORDER),
        "",
    ]
    for status in ORDER[:-1]:
        for entry, known in items:
            if known.status == status:
                lines += _one(entry, known, entries, pages.get(entry.id, ()))
    if counts["ok"] == len(items):
        lines.append("Kaikki linkit ovat kunnossa. / All links are in order.")
    return "\n".join(lines).rstrip() + "\n"


def _one(
    entry: Entry, known: Remembered, entries: Mapping[str, Entry], pages: Sequence[str]
) -> list[str]:
    fi, en = NAMES[known.status]
    todo_fi, todo_en = _TODO[known.status]
    proposed = _proposed(entry, known, entries)
    used = ", ".join(code(page) for page in pages) or "–"
    return [
        f"### {code(entry.id)} · {fi} / {en}",
        "",
        f"{plain(entry.name_fi)} / {plain(entry.name_en)}",
        "",
        f"- Osoite / address: {code(entry.url)}",
        f"- Tällä kerralla / this time: {' / '.join(NAMES[known.verdict])}",
        f"- Alkaen / since: {known.since.isoformat()}",
        f"- Mitä nähtiin / what was seen ({known.checked.isoformat()}): "
        f"{plain(known.reason_fi)} / {plain(known.reason_en)}",
        f"- Sivut / pages: {used}",
        f"- Arkistokopio / archive copy: {_archive(entry)}",
        f"- Ehdotettu korvaaja / proposed replacement: {code(proposed) if proposed else '–'}",
        f"- Mitä tehdä / what to do: {todo_fi} / {todo_en}",
        "",
    ]


def _proposed(entry: Entry, known: Remembered, entries: Mapping[str, Entry]) -> str | None:
    if entry.replaced_by is not None and entry.replaced_by in entries:
        return entries[entry.replaced_by].url
    if known.final_url != entry.url and (
        known.verdict == "moved" or (known.verdict == "broken" and known.http_status in {404, 410})
    ):
        return known.final_url
    return None


def _archive(entry: Entry) -> str:
    if entry.archive:
        return code(entry.archive)
    url = "https://web.archive.org/web/" + quote(entry.url, safe=":/?&=#%")
    return f"– (etsi / look: {code(url)})"


def code(text: str) -> str:
    """Text of a page or the register as inline code, in which nothing is markup."""
    flat = re.sub(r"\s+", " ", text).replace("`", "%60")
    return f"`{flat[:500]}`"


def plain(text: str) -> str:
    """Text in which nothing a page wrote is markup, a mention or a reference to an issue."""
    escaped = re.sub(r"([\\`*_{}\[\]<>|~])", r"\\\1", re.sub(r"\s+", " ", text))
    return re.sub(r"([@#])", "\\1\u2060", escaped)
