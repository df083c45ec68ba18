"""What a person should do about the links, as Markdown for the job's summary and the issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from kb.links.memory import Remembered
from kb.links.quoting import address, code, plain, quoted
from kb.links.register import Entry
from kb.links.sentences import VERDICTS, Said, say
from linkjudge.codes import Code, Verdict

Item = tuple[Entry, Remembered]
ORDER: tuple[Verdict, ...] = ("broken", "suspect", "moved", "unreachable", "ok")
_PAGES = 20
"""Pages of a link that are named; the others are counted."""
_NOTE = 200
"""Room for the sentence that says how many links were cut."""
_NAME = 200
"""Letters of a link's name."""
_TODO: dict[Verdict, tuple[str, str]] = {
    "broken": (
        "Etsi sisällölle uusi osoite ja vaihda se rekisteriin (`data/links.yml`). Jos sisältö on "
        "poissa, lisää `reviewed` (`verdict: gone`) ja `archive` tai `replaced_by`.",
        "Find the content's new address and put it in the register (`data/links.yml`). If the "
        "content is gone, add `reviewed` (`verdict: gone`) and `archive` or `replaced_by`."),
    "suspect": (
        "Avaa sivu. Jos se on oikea, kirjoita rekisteriin `checked` (tämä päivä): siitä ei kysytä "
        "uudelleen ennen kuin sivu vaihtuu. Jos ei, korjaa osoite tai lisää `reviewed` "
        "(`verdict: gone`).",
        "Open the page. If it is right, write `checked` (today) in the register: you are not "
        "asked again until the page becomes another. If not, mend the address or add `reviewed` "
        "(`verdict: gone`)."),
    "moved": ("Vaihda rekisteriin uusi osoite.", "Put the new address in the register."),
    "unreachable": (
        "Ei vielä mitään: tarkistus yrittää uudelleen. Kolmen eri päivän jälkeen linkki "
        "merkitään rikkinäiseksi.",
        "Nothing yet: the check tries again. After three different days the link is published "
        "as broken."),
}  # fmt: skip
_BARRED = (
    "Avaa sivu joskus itse: kone ei näe sitä. Jos sisältö on poissa, lisää `reviewed` "
    "(`verdict: gone`).",
    "Open the page yourself now and then: the machine cannot see it. If the content is gone, add "
    "`reviewed` (`verdict: gone`).",
)


def needs_a_person(item: Item) -> bool:
    """Whether a link waits for somebody to look: nobody has said yet what is to be thought of it.

    (A person's word that it is fine has made its status `ok`.)
    """
    entry, known = item
    return known.status in {"broken", "suspect"} and not entry.given_up


def markdown(
    items: Sequence[Item],
    entries: Mapping[str, Entry],
    pages: Mapping[str, Sequence[str]],
    today: dt.date,
    titles: Mapping[str, str] | None = None,
    us: Said | None = None,
    *,
    limit: int | None = None,
    whole: str = "",
) -> str:
    """The summary: counts, then every link that is not in order, the worst first.

    `titles` are the pages' own titles by the links' ids: strangers' words, which are quoted. `us`
    says why the run's failures are our own. At most `limit` characters: what does not fit is
    counted, and `whole` says in Markdown where all of it is.
    """
    counts = {status: sum(known.status == status for _, known in items) for status in ORDER}
    lines = [
        f"## Ulkoiset linkit / External links ({today.isoformat()})",
        "",
        *([f"**Vika on täällä eikä linkeissä / the fault is here, not with the links:** {us}. "
           "Mitään ei merkitty epäonnistuneeksi. / Nothing is remembered as failing.", ""]
          if us else []),
        "| tila / status | linkkejä / links |",
        "| --- | --- |",
        *(f"| {VERDICTS[status]} | {counts[status]} |" for status in ORDER),
        "",
    ]  # fmt: skip
    parts = [
        "\n".join(
            _one(entry, known, entries, pages.get(entry.id, ()), (titles or {}).get(entry.id))
        )
        for status in ORDER[:-1]
        for entry, known in items
        if known.status == status and not entry.given_up
    ]
    if counts["ok"] == len(items):
        lines.append("Kaikki linkit ovat kunnossa. / All links are in order.")
    elif not parts:
        lines.append("Mikään linkki ei odota ihmistä. / No link waits for a person.")
    return _fitted("\n".join(lines), parts, limit, whole)


def _fitted(head: str, parts: Sequence[str], limit: int | None, whole: str) -> str:
    text = "\n".join([head, *parts]).rstrip() + "\n"
    if limit is None or len(text) <= limit:
        return text
    room = limit - len(head) - len(whole) - _NOTE
    shown: list[str] = []
    for part in parts:
        if len(part) + 1 <= room:
            shown.append(part)
            room -= len(part) + 1
    cut = len(parts) - len(shown)
    note = (
        f"**{cut}/{len(parts)} linkkiä ei mahtunut tähän. / "
        f"{cut} of {len(parts)} links did not fit here.** {whole}"
    )
    return "\n".join([head, *shown, note]).rstrip() + "\n"


def _one(
    entry: Entry,
    known: Remembered,
    entries: Mapping[str, Entry],
    pages: Sequence[str],
    title: str | None,
) -> list[str]:
    todo_fi, todo_en = _BARRED if known.barred else _TODO[known.status]
    proposed = _proposed(entry, known, entries)
    used = ", ".join(code(page) for page in pages[:_PAGES]) or "–"
    if len(pages) > _PAGES:
        used += f" + {len(pages) - _PAGES}"
    return [
        f"### {code(entry.id)} · {VERDICTS[known.status]}",
        "",
        f"{plain(entry.name_fi[:_NAME])} / {plain(entry.name_en[:_NAME])}",
        "",
        f"- Osoite / address: {address(entry.url)}",
        f"- Tällä kerralla / this time: {VERDICTS[known.verdict]}",
        f"- Alkaen / since: {known.since.isoformat()}",
        f"- Mitä nähtiin / what was seen ({known.checked.isoformat()}): "
        f"{say(known.code, known.verdict, barred=known.barred)}{_status(known)}",
        *_where(entry, known, proposed, title),
        f"- Sivut / pages: {used}",
        f"- Arkistokopio / archive copy: {_archive(entry)}",
        f"- Ehdotettu korvaaja / proposed replacement: {address(proposed) if proposed else '–'}",
        f"- Mitä tehdä / what to do: {todo_fi} / {todo_en}",
        "",
    ]


def _status(known: Remembered) -> str:
    return f" (HTTP {known.http_status})" if known.http_status not in {None, 200} else ""


def _where(entry: Entry, known: Remembered, proposed: str | None, title: str | None) -> list[str]:
    """What helps to see why, as far as there is any: where the address led, and to what."""
    lines = []
    if known.final_url not in {entry.url, proposed}:
        lines.append(f"- Osoite johti tänne / the address led here: {address(known.final_url)}")
    if title:
        lines.append(f"- Sivun oma otsikko / the page's own title: `{quoted(title)}`")
    if entry.target.title and known.code == Code.TITLE:
        lines.append(
            f"- Otsikko rekisterissä / title in the register: {plain(entry.target.title[:_NAME])}"
        )
    return lines


def _proposed(entry: Entry, known: Remembered, entries: Mapping[str, Entry]) -> str | None:
    if entry.replaced_by is not None and entry.replaced_by in entries:
        return entries[entry.replaced_by].url
    mended = known.code == Code.SLIP or (
        known.code == Code.TLS_HOST and known.final_url != entry.url
    )
    return known.final_url if known.verdict == "moved" or mended else None


def _archive(entry: Entry) -> str:
    if entry.archive:
        return address(entry.archive)
    url = "https://web.archive.org/web/" + quote(entry.url, safe=":/?&=#%")
    return f"– (etsi / look: {address(url)})"
