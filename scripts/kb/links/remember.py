"""What follows from a run for a link: its status, and what is kept until the next run.

The machine's word and a person's meet here. A person's `ok` settles what the machine doubts until
the page becomes another; a person's `gone` stands whatever answers.
"""

from __future__ import annotations

import datetime as dt

from kb.links.memory import Alarm, Remembered
from kb.links.register import Entry
from linkjudge import titles
from linkjudge.codes import FAILS, GOOD, Code, Verdict
from linkjudge.model import Finding, Seen

_RUNS = 3
"""Failing runs, on as many days, before a link is published as broken."""
WALLS = frozenset({Code.FORBIDDEN, Code.CHALLENGE, Code.DENIED, Code.LEGAL})
"""Met by a machine that is not let in. Which wall a site shows, and with what words, changes from
day to day and says nothing of the page behind it."""
SHUT = frozenset({
    Code.TIMEOUT, Code.REFUSED, Code.LOST, Code.GARBLED, Code.TLS_OTHER, Code.BUSY,
})  # fmt: skip
"""Met where a host drops a machine's connections, as well as where it is down."""
_OTHER_SUBJECT = 0.2
"""A settled page that shares less of its text than this has another subject. Low, because the
texts of lists and news change from week to week while the page stays what it is."""

_STEM = 6
"""Letters of the stems of a text."""


def remember(
    before: Remembered | None,
    finding: Finding,
    entry: Entry,
    today: dt.date,
    *,
    barring: bool = False,
) -> Remembered:
    """What is known of a link after a run; a new address in the register starts anew.

    `barring` says that the link's host is known to keep this machine out.
    """
    first = before is None
    before = before.until(today) if before is not None and before.url == entry.url else None
    looked, gone = _said(entry, today)
    verdict, code, seen = finding.verdict, finding.code, finding.seen
    if verdict in GOOD and before is not None and _became_another(before, finding, entry):
        verdict, code = Code.CHANGED.verdict, Code.CHANGED
    alarm = _alarm(before, code, seen, today) if verdict == "suspect" else _kept(before)
    settled = alarm is not None and looked is not None and looked >= alarm.since
    if first and code in WALLS and looked is not None and alarm is not None:
        # A person has been there before the machine first was, and a wall tells nothing new.
        alarm, settled = alarm.model_copy(update={"since": looked}), True
    if code is Code.CHANGED and settled:
        verdict, code, alarm = finding.verdict, finding.code, None
    if verdict in GOOD and not settled:
        alarm = None
    fine = verdict in GOOD or (verdict == "suspect" and settled)
    failed = [] if fine or before is None else [
        day for day in before.failed if looked is None or day > looked
    ]  # fmt: skip
    barred = verdict in FAILS and (
        (barring and code in SHUT) or _contradicted(before, code, looked)
    )
    if verdict in FAILS and not barred and looked != today:
        failed = sorted({*failed, today})[-_RUNS:]
    status: Verdict = verdict
    if verdict in FAILS:
        status = "broken" if len(failed) >= _RUNS and not barred else "unreachable"
    elif verdict == "suspect" and settled:
        status = "ok"
    began = today
    if gone is not None:
        status, began = "broken", gone
    if before is not None and before.status == status:
        began = before.since
    learns = seen if verdict in GOOD else None
    return Remembered(
        url=entry.url,
        status=status,
        since=began,
        checked=today,
        verdict=verdict,
        code=code.value,
        final_url=finding.final_url,
        http_status=finding.http_status,
        failed=failed,
        title=_parts(learns) if learns else before.title if before else [],
        words=list(learns.words) if learns else before.words if before else [],
        alarm=alarm,
        barred=barred,
    )


def bars(before: Remembered | None, finding: Finding, entry: Entry, today: dt.date) -> bool:
    """Whether this run shows that the link's host keeps this machine out and lets readers in.

    It says so itself, by a wall; or it is shut to us although a person has got through since.
    """
    if finding.code in WALLS:
        return True
    looked, _ = _said(entry, today)
    if finding.code not in SHUT or looked is None:
        return False
    known = before.failed if before is not None and before.url == entry.url else []
    return looked == today or any(day <= looked for day in known)


def _contradicted(before: Remembered | None, code: Code, looked: dt.date | None) -> bool:
    """Whether a person has got through to what this machine calls broken and fails as before."""
    if before is None or looked is None or code is Code.UNKNOWN_HOST or before.code != code:
        return False
    return before.barred or (before.status == "broken" and before.since <= looked)


def _said(entry: Entry, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """The day on which a person found the page right, or gave it up; at most one of them."""
    word = entry.settled
    if word is None or word.on > today:
        return None, None
    return (word.on, None) if word.verdict == "ok" else (None, word.on)


def _kept(before: Remembered | None) -> Alarm | None:
    return before.alarm if before is not None else None


def _parts(seen: Seen) -> list[list[str]]:
    return [list(part) for part in seen.title]


def _became_another(before: Remembered, finding: Finding, entry: Entry) -> bool:
    """Whether the page has another title and subject than when it was last good."""
    seen = finding.seen
    old = Seen(tuple(map(tuple, before.title)), tuple(before.words))
    if seen is None or not titles.changed(old, seen):
        return False
    expected = entry.target.title
    # The register's own title for the page is a person's word, newer than the memory.
    now = [word for part in seen.title for word in part]
    return expected is None or titles.share(titles.tokens(expected), now) < titles.SAME_TITLE


def _alarm(before: Remembered | None, code: Code, seen: Seen | None, today: dt.date) -> Alarm:
    """The alarm as it stands: the earlier one while the page stays what it was."""
    now = Alarm(
        since=today,
        code=code.value,
        title=_parts(seen) if seen else [],
        words=list(seen.words) if seen else [],
    )
    old = _kept(before)
    if old is None or not _same(old, now):
        return now
    # An alarm of an earlier form of the memory lacks the page's text.
    return old if old.words or not now.words else now.model_copy(update={"since": old.since})


def _same(old: Alarm, now: Alarm) -> bool:
    if old.code in WALLS and now.code in WALLS:
        return True
    if old.code != now.code:
        return False
    mine, theirs = ([word for part in alarm.title for word in part] for alarm in (old, now))
    # Apart from the words of its title, which the text of a short page mostly repeats.
    named = {word[:_STEM] for word in (*mine, *theirs)}
    texts = [tuple(w for w in alarm.words if w[:_STEM] not in named) for alarm in (old, now)]
    if all(texts) and titles.overlap(*texts) < _OTHER_SUBJECT:
        return False
    if not mine or not theirs:
        return True
    alike = max(titles.share(mine, theirs), titles.share(theirs, mine))
    return alike >= titles.SAME_TITLE
