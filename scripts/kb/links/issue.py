"""Keeps one GitHub issue up to date: opened when a link needs a person, closed when none does.

Everything a page may have written reaches `gh` on standard input, never in an argument, and no
shell is between.
"""

from __future__ import annotations

import json
import os
import subprocess

from kb.links.files import CannotWorkError

LABEL = "linkit"
TITLE = "Ulkoisia linkkejä korjattavana / External links to mend"
MARK = "<!-- kb links: this issue is written by the link job -->"
LIMIT = 60_000
"""Characters of the text; GitHub takes 65,536."""


def whole() -> str:
    """Where all is that the issue has no room for."""
    server, repository, run = (
        os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY", "RUN_ID")
    )
    if server and repository and run:
        place = f"<{server}/{repository}/actions/runs/{run}>"
        return f"Kaikki ovat ajon yhteenvedossa / all are in the run's summary: {place}"
    return "Kaikki näet komennolla / all are shown by `make links`."


def tend(text: str, *, wrong: bool) -> str:
    """Open, edit, reopen or close the issue; says which. `CannotWorkError` if `gh` fails.

    `wrong`: some link waits for a person.
    """
    body = f"{MARK}\n{text}"
    number, state, old = _find()
    if not wrong:
        if number is None or state == "CLOSED":
            return "none"
        _gh("issue", "edit", number, "--body-file", "-", text=body)
        _gh("issue", "close", number, "--comment",
            "Kaikki linkit ovat taas kunnossa. / All links are in order again.")  # fmt: skip
        return f"closed {number}"
    if number is None:
        _gh(
            "label", "create", LABEL, "--force", "--description", "Ulkoiset linkit / external links"
        )
        made = _gh(
            "issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", "-", text=body
        )
        return f"opened {made.strip().rpartition('/')[2]}"
    if state == "CLOSED":
        _gh("issue", "reopen", number)
    if state == "CLOSED" or old.strip() != body.strip():
        _gh("issue", "edit", number, "--body-file", "-", text=body)
    return f"edited {number}"


def _find() -> tuple[str | None, str, str]:
    """The issue's number, state and text; an open one before a closed one."""
    answer = _gh(
        "issue", "list", "--label", LABEL, "--state", "all", "--limit", "100",
        "--json", "number,state,body",
    )  # fmt: skip
    try:
        issues = [issue for issue in json.loads(answer) if MARK in issue["body"]]
        issues.sort(key=lambda issue: (issue["state"] != "OPEN", -issue["number"]))
        if not issues:
            return None, "", ""
        first = issues[0]
        return str(int(first["number"])), str(first["state"]), str(first["body"])
    except (ValueError, KeyError, TypeError) as error:
        raise CannotWorkError(f"gh issue list: {error}") from error


def _gh(*arguments: str, text: str | None = None) -> str:
    try:
        done = subprocess.run(
            ["gh", *arguments], input=text, capture_output=True, text=True, check=True, timeout=120
        )
    except subprocess.CalledProcessError as error:
        said = (error.stderr or "").strip().splitlines()
        raise CannotWorkError(f"gh {arguments[0]} {arguments[1]}: {said[-1:] or error}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotWorkError(f"gh: {error}") from error
    return done.stdout
