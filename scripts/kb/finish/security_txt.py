"""Writes .well-known/security.txt (RFC 9116): whom to tell of a weakness of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

SECURITY_FILE = ".well-known/security.txt"
VALID = dt.timedelta(days=180)
"""How long it holds: a site that nobody builds any more must not name its contact for ever."""


def write_security_txt(
    site: Path,
    address: str,
    email: str | None,
    *,
    repository: str,
    languages: Iterable[str],
    today: dt.date,
) -> bool:
    """Write the file below `site`, if there is a contact; whether it was written.

    Args:
        site: the built site.
        address: the site's address. The file counts only at the root of a host: below a path it
            is to be copied there, and says so by its canonical address.
        email: the contact; None while it is not filled in.
        repository: the address of the repository, whose SECURITY.md is the policy; "" for none.
        languages: in which a report is read.
        today: the day of the build.
    """
    if not email:
        return False
    lines = [f"Contact: mailto:{email}", f"Expires: {today + VALID:%Y-%m-%d}T00:00:00Z"]
    lines.append(f"Preferred-Languages: {', '.join(languages)}")
    parts = urlsplit(address)
    if parts.scheme == "https":
        lines.append(f"Canonical: https://{parts.netloc}/{SECURITY_FILE}")
    if repository.startswith("https://"):
        lines.append(f"Policy: {repository.rstrip('/')}/blob/HEAD/SECURITY.md")
    file = site / SECURITY_FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return True
