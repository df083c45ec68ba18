"""What strangers wrote: nothing of it on the site or in the memory, harmless where it is quoted."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from faults.case import Case, always, page
from faults.running import kb, running, write_register
from kb.links.published import read_published
from kb.links.quoting import code, on_console, plain, quoted
from kb.links.sentences import say
from kb.links.titles import read_titles
from linkjudge.codes import Code

ATTACKS = {
    "mention": "@octocat",
    "team": "@org/team",
    "reference": "closes #1",
    "reference by GH": "fixes GH-12",
    "reference in another repository": "resolves octo/repo#7",
    "reference by address": "closes https://github.com/octo/repo/issues/7",
    "commit": "6dcb09b5b57875f334f61aebed695e2e4193db5e",
    "short commit": "6dcb09b",
    "commit in a repository": "octo/repo@6dcb09b5",
    "picture": "![x](https://evil.example/x.png)",
    "picture in HTML": "<img src=https://evil.example/x.png>",
    "link": "[x](javascript:alert(1))",
    "address": "see https://evil.example/a",
    "bare address": "see www.evil.example",
    "mail": "x@evil.example",
    "entity": "&commat;octocat &num;1 &#64;octocat &#x40;octocat",
    "command": "::error file=a::b",
    "old command": "##[error]x ##[add-mask]y",
    "code ends": "` @octocat `",
    "emoji": ":warning:",
    "mathematics": "$\\href{https://evil.example}{x}$",
    "heading": "x\n# y\n- [ ] z",
    "direction": "a\u202egnp.exe\u202c",
}
ACTS = re.compile(
    r"@\w|#\d|\bGH-\d|\b(?=[0-9a-f]*\d)[0-9a-f]{7,}\b|://|\bwww\.|!\[|\]\(|<\w|&#?\w+;|::|##\[|`"
    r"|:\w+:|\$|[\u202a-\u202e]|\n",
    re.IGNORECASE,
)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_quotation_has_no_mark_that_acts(attack: str) -> None:
    assert ACTS.search(attack)
    said = quoted(attack)
    assert not ACTS.search(said), said
    assert not ACTS.search(html.unescape(said)), said
    assert quoted(said) == said


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_name_of_the_register_is_text(attack: str) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(plain(attack))
    assert not re.search(r"<(?!/?p>)", shown), shown
    assert not re.search(r"@\w|#\d", html.unescape(shown)), shown


def test_a_quotation_stays_readable_and_short() -> None:
    assert quoted("Sivua ei löydy – Kela (404): haku") == "Sivua ei löydy – Kela (404): haku"
    assert len(quoted("a" * 5000)) == 120


def test_an_address_can_be_copied_unharmed() -> None:
    address = "https://e.fi/a_b/*c*/?x=[1]&y=~d~#e"
    assert code(address) == f"`{address}`"
    assert code("https://e.fi/`x`") == "`https://e.fi/%60x%60`"


@pytest.mark.parametrize("text", ["::error::x", "a ##[error]x", "a\n::stop-commands::x"])
def test_a_line_on_the_console_is_no_command(text: str) -> None:
    assert not re.search(r"::|##\[|\n", on_console(text))


def test_every_code_has_its_sentence_in_both_languages() -> None:
    said = {code: say(code, code.verdict) for code in Code}
    for code_, (fi, en) in said.items():
        assert fi.endswith((".", "?")) and en.endswith((".", "?")), code_
        assert not re.search(r"[{}“”]|https?:", fi + en), code_
    assert len(set(said.values())) == len(said)


def test_an_unknown_code_still_has_a_sentence() -> None:
    assert say("of-tomorrow", "broken").fi == "Linkki ei toimi."


EVIL = "Sivua ei löydy | @octocat ##[error]x closes #1 &commat;team https://evil.example/"


def test_a_title_stands_in_the_summary_alone(tmp_path: Path) -> None:
    cases = [
        Case("gone", "suspect", always(200, page(EVIL, "Sivua ei löydy"))),
        Case("other", "suspect", always(200, page(EVIL.replace("Sivua ei löydy", "Aivan muuta"))),
             expect={"type": "html", "title": "Kelan ohje"}),
        Case("good", "ok", always(200, page(EVIL.replace("Sivua ei löydy", "Hyvä sivu")))),
    ]  # fmt: skip
    files = {name: tmp_path / f"{name}.json" for name in ("report", "state", "titles", "summary")}
    with running(cases) as server:
        register = write_register(tmp_path / "links.yml", server, cases)
        flags = [part for name, path in files.items() for part in (f"--{name}", path)]
        done = kb("--register", register, "--allow-private", "--interval", 0, *flags)
    assert done.exit_code == 0
    for text in (done.output, files["state"].read_text(), files["report"].read_text()):
        assert "##[" not in text
        assert "evil.example" not in text
        assert "@octocat" not in text
    summary = files["summary"].read_text()
    assert "Sivua ei löydy" in summary
    shown = re.sub(r"`[^`\n]*`", "", summary)
    assert not re.search(r"octocat|evil\.example|closes|error", shown)
    assert not re.search(r"@\w|##\[|&commat;|://evil|#1\b", summary)
    titles = read_titles(files["titles"], {"gone", "other"})
    assert set(titles) == {"gone", "other"}


def test_an_older_memory_keeps_its_days_and_loses_its_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state.json"
    link = {
        "url": "https://e.fi/a", "status": "unreachable", "since": "2026-11-09",
        "checked": "2026-11-16", "verdict": "broken", "reason_fi": EVIL, "reason_en": EVIL,
        "final_url": "https://e.fi/a", "http_status": 404, "failed": ["2026-11-09", "2026-11-16"],
        "title": EVIL, "words": ["talous"],
    }  # fmt: skip
    state.write_text(json.dumps({"version": 1, "checked": "2026-11-16", "links": {"gone": link}}))
    monkeypatch.setenv("KB_LINK_STATE", str(state))
    seen = read_published(tmp_path, dt.date(2026, 11, 17)).get("gone", "https://e.fi/a")
    assert (seen.status, seen.reason("fi")) == ("unreachable", "Linkki ei toimi.")
    cases = [Case("gone", "broken", always(404, ""))]
    with running(cases) as server:
        state.write_text(state.read_text().replace("https://e.fi/a", server.url(cases[0])))
        register = write_register(tmp_path / "links.yml", server, cases)
        done = kb("--register", register, "--state", state, "--allow-private", "--interval", 0,
                  "--today", "2026-11-23")  # fmt: skip
    assert (done.exit_code, done.stderr) == (0, "")
    known = json.loads(state.read_text())["links"]["gone"]
    assert (known["status"], known["code"]) == ("broken", "gone")
    assert "octocat" not in "".join(known) + str(known["final_url"])
    assert "evil.example" not in state.read_text()
