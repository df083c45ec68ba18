"""What a person should do about the links, as Markdown for the job's summary and the issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from kb.links.memory import Remembered
from kb.links.quoting import code, plain, quoted
from kb.links.register import Entry
from kb.links.sentences import VERDICTS, say
from linkjudge.codes import Code, Verdict

Item = tuple[Entry, Remembered]
ORDER: tuple[Verdict, ...] = ("broken", "suspect", "moved", "unreachable", "ok")
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
    titles: Mapping[str, str] | None = None,
) -> str:
    """The summary: counts, then every link that is not in order, the worst first.

    `titles` are the pages' own titles by the links' ids: strangers' words, which are quoted.
    """
    counts = {status: sum(known.status == status for _, known in items) for status in ORDER}
    lines = [
        f"## Ulkoiset linkit / External links ({today.isoformat()})",
        "",
        "| tila / status | linkkejä / links |",
        "| --- | --- |",
        *(f"| {VERDICTS[status]} | {counts[status]} |" for status in ORDER),
        "",
    ]
    for status in ORDER[:-1]:
        for entry, known in items:
            if known.status == status:
                title = (titles or {}).get(entry.id, "")
                lines += _one(entry, known, entries, pages.get(entry.id, ()), title)
    if counts["ok"] == len(items):
        lines.append("Kaikki linkit ovat kunnossa. / All links are in order.")
    return "\n".join(lines).rstrip() + "\n"


def _one(
    entry: Entry,
    known: Remembered,
    entries: Mapping[str, Entry],
    pages: Sequence[str],
    title: str,
) -> list[str]:
    todo_fi, todo_en = _TODO[known.status]
    proposed = _proposed(entry, known, entries)
    used = ", ".join(code(page) for page in pages) or "–"
    return [
        f"### {code(entry.id)} · {VERDICTS[known.status]}",
        "",
        f"{plain(entry.name_fi)} / {plain(entry.name_en)}",
        "",
        f"- Osoite / address: {code(entry.url)}",
        f"- Tällä kerralla / this time: {VERDICTS[known.verdict]}",
        f"- Alkaen / since: {known.since.isoformat()}",
        f"- Mitä nähtiin / what was seen ({known.checked.isoformat()}): "
        f"{say(known.code, known.verdict)}{_status(known)}",
        *_where(entry, known, proposed, title),
        f"- Sivut / pages: {used}",
        f"- Arkistokopio / archive copy: {_archive(entry)}",
        f"- Ehdotettu korvaaja / proposed replacement: {code(proposed) if proposed else '–'}",
        f"- Mitä tehdä / what to do: {todo_fi} / {todo_en}",
        "",
    ]


def _status(known: Remembered) -> str:
    return f" (HTTP {known.http_status})" if known.http_status not in {None, 200} else ""


def _where(entry: Entry, known: Remembered, proposed: str | None, title: str) -> list[str]:
    """What helps to see why, as far as there is any: where the address led, and to what."""
    lines = []
    if known.final_url not in {entry.url, proposed}:
        lines.append(f"- Osoite johti tänne / the address led here: {code(known.final_url)}")
    if title:
        lines.append(f"- Sivun oma otsikko / the page's own title: `{quoted(title)}`")
    if entry.target.title and known.code == Code.TITLE:
        lines.append(f"- Otsikko rekisterissä / title in the register: {plain(entry.target.title)}")
    return lines


def _proposed(entry: Entry, known: Remembered, entries: Mapping[str, Entry]) -> str | None:
    if entry.replaced_by is not None and entry.replaced_by in entries:
        return entries[entry.replaced_by].url
    if known.verdict == "moved" or known.code == Code.SLIP:
        return known.final_url
    return None


def _archive(entry: Entry) -> str:
    if entry.archive:
        return code(entry.archive)
    url = "https://web.archive.org/web/" + quote(entry.url, safe=":/?&=#%")
    return f"– (etsi / look: {code(url)})"
