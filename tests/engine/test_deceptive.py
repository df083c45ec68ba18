"""Text that looks like what it is not is refused, wherever it stands, with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.markup import addresses, characters
from sample_site import check, copy_sample, edit

PAGE = "docs/fi/palvelut/neuvonta.md"
TURNING = "\u202e"
WORD = "K\u0435la"  # Cyrillic е


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"maksu{TURNING}fdp.exe", "turns the direction"),
        ("a\u200fb", "turns the direction"),
        ("a\u2067b\u2069", "turns the direction"),
        ("a\u061cb", "turns the direction"),
        ("Ke\u200bla", "does not show"),
        ("Ke\u200dla", "does not show"),
        ("Ke\u2060la", "does not show"),
        ("Ke\ufeffla", "does not show"),
        ("Ke\u180ela", "does not show"),
        ("Ke\u3164la", "does not show"),
        ("Ke\u115fla", "does not show"),
        ("Ke\U000e0041la", "does not show"),
        ("Ke\U000e0101la", "does not show"),
        ("Ke\u2800la", "does not show"),
        ("a\x07b", "control character"),
        ("a\x85b", "control character"),
        ("a\x9bb", "control character"),
        ("a\ue000b", "same character for everybody"),
        ("a\u2028b", "breaks the line"),
        ("a\uffffb", "no character"),
        (WORD, "mixes two alphabets"),
        ("Kel\u03b1", "mixes two alphabets"),
        ("Asumi\u0455tuki", "mixes two alphabets"),
        ("K\u00ad\u0435la", "mixes two alphabets"),
        ("\u0430\u0308iti", "mixes two alphabets"),
        ("\u041a\u0435\u04cf\u0430", "another alphabet's letters"),
        ("\uff2bela", "looks like a plain one"),
        ("\U0001d40aela", "looks like a plain one"),
        ("\ufb01ksu", "looks like a plain one"),
        ("Ke\u217ca", "looks like a plain one"),
        ("soita \U0001d7ed\U0001d7ed\U0001d7ee", "looks like a plain one"),
        ("a" + "\u0301" * 200, "heap of marks"),
    ],
)
def test_a_deceptive_text(text: str, reason: str) -> None:
    found = list(characters.faults(f"Teksti {text} jatkuu."))
    assert any(reason in fault.en for fault in found), found
    assert all(fault.fi and fault.fi != fault.en for fault in found)


@pytest.mark.parametrize(
    "text",
    [
        "Häätö, asumis\u00adneuvonta – 17 §, ½ päivää, 3 m², 20 °C, 50 €, µg, nº 1, 1ª",
        "A\u0308a\u0308 (hajotettu ä)",
        "Žiga Šumi, Łódź, naïve, ’lainaus’ “toinen” … → ✓",
        "Русский язык",
        "العربية",
        "Ελληνικά",
        "日本語のテキスト",
        "Soita ☎ \u2764\ufe0f",
        "1\u202f234,5\u00a0€",
    ],
)
def test_honest_text(text: str) -> None:
    assert list(characters.faults(text)) == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://www.kela.fi@evil.example/", "says 'www.kela.fi' first"),
        ("https://www.kela.fi:443@evil.example/", "says 'www.kela.fi:443' first"),
        ("https://kela.fi%2F@evil.example/", "says 'kela.fi%2F' first"),
        ("https://xn--kla-1db.fi/", "letters other than"),
        ("https://www.XN--KLA-1DB.fi/", "letters other than"),
        ("https://www.k\u0435la.fi/", "letters other than"),
        ("https://k\u00e4la.fi/", "letters other than"),
        ("https://192.0.2.7/", "no name that tells"),
        ("https://[2001:db8::1]/", "no name that tells"),
        ("https://3221225991/", "no name that tells"),
        ("https://0xc0.2.7/", "no name that tells"),
        ("https://localhost/", "no name that tells"),
        ("https://kela%2efi/", "no name that tells"),
        ("https:\\\\evil.example", "otherwise than a person"),
        ("https://kela.fi\\@evil.example/", "otherwise than a person"),
        ("https:/evil.example", "otherwise than a person"),
        ("//evil.example", "otherwise than a person"),
        ("/\\evil.example", "otherwise than a person"),
        ("javascript://kela.fi/%0aalert(1)", "otherwise than a person"),
        ("https://kela.fi/\r\nSet-Cookie: a=b", "otherwise than a person"),
        (" https://kela.fi/", "otherwise than a person"),
        ('https://kela.fi/"onmouseover="x', "otherwise than a person"),
    ],
)
def test_a_deceptive_address(address: str, reason: str) -> None:
    assert addresses.is_address(address)
    found = list(addresses.faults(address))
    assert any(reason in fault.en for fault in found), found


@pytest.mark.parametrize(
    "address",
    [
        "https://www.kela.fi/asumistuki?a=b@c&d=1#kohta",
        "https://example.org:8443/polku/(sulut)/ä",
        "https://a-b.hyvaep.fi",
        "http://www.kela.fi/",
    ],
)
def test_an_honest_address(address: str) -> None:
    assert list(addresses.faults(address)) == []


PLACES = {
    "body": {"file": PAGE, "append": f"\nHae {WORD} asumistukea.\n"},
    "body-entity": {"file": PAGE, "append": "\nHae K&#x435;la asumistukea.\n"},
    "body-emphasis": {"file": PAGE, "append": "\nHae K**\u0435la** asumistukea.\n"},
    "body-code": {"file": PAGE, "append": f"\nHae `{WORD}` asumistukea.\n"},
    "body-alt": {"file": PAGE, "append": f"\n![{WORD}](kuva.png)\n"},
    "heading": {"file": PAGE, "append": f"\n## {WORD} {{#oma}}\n"},
    "front-matter": {"file": PAGE, "replace": "detail: tuet", "by": f"detail: {WORD}"},
    "front-matter-escape": {
        "file": PAGE, "replace": "detail: tuet", "by": 'detail: "K\\u0435la"',
    },
    "front-matter-entity": {
        "file": PAGE, "replace": "detail: tuet", "by": "detail: K&#1077;la",
    },
    "front-matter-comment": {
        "file": PAGE, "replace": "detail: tuet", "by": f"detail: tuet\n    # {WORD}",
    },
    "organisation": {
        "file": "data/organisations.yml", "replace": "fi: Kela,", "by": f"fi: {WORD},",
    },
    "site-name": {"file": "mkdocs.yml", "replace": "site_name: Näyte", "by": f"site_name: {WORD}"},
    "navigation": {"file": "mkdocs.yml", "append": f'nav:\n  - "{WORD}": index.md\n'},
    "navigation-escape": {"file": "mkdocs.yml", "append": 'nav:\n  - "K\\u0435la": index.md\n'},
    "copyright": {
        "file": "mkdocs.yml", "replace": "site_name: Näyte",
        "by": f"site_name: Näyte\ncopyright: {WORD}",
    },
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_deceptive_word_is_told_wherever_it_stands(place: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    edit(root, PLACES[place])
    result = check(root)
    told = [line for line in result.stdout.splitlines() if "mixes two alphabets" in line]
    assert result.exit_code == 1
    found = {tuple(one.split(":", 2)[:2]) for one in told}
    assert len(found) == 1, result.stdout
    file, line = found.pop()
    assert file == PLACES[place]["file"]
    typed = str(PLACES[place].get("append", PLACES[place].get("by"))).strip().splitlines()[-1]
    assert typed in (root / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_an_address_of_the_register_is_told(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    address = "https://www.kela.fi/ohje"
    bad = "https://www.kela.fi@evil.example/ohje"
    edit(root, {"file": "data/links.yml", "replace": address, "by": bad})
    result = check(root)
    assert result.exit_code == 1
    assert "data/links.yml:" in result.stdout
    assert "leads to the host 'evil.example'" in result.stdout
    edit(root, {"file": "data/links.yml", "replace": bad, "by": "http://www.kela.fi/ohje"})
    result = check(root)
    assert result.exit_code == 0
    assert "warning: the address 'http://www.kela.fi/ohje' is not encrypted" in result.stdout


def test_a_comment_in_front_matter_or_data_would_be_published(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    edit(root, {"file": PAGE, "replace": "detail: tuet", "by": "detail: tuet <!-- N.N. -->"})
    edit(
        root, {"file": "data/organisations.yml", "replace": "fi: Kela,", "by": "fi: 'Kela <!-- x',"}
    )
    result = check(root)
    assert result.exit_code == 1
    assert f"{PAGE}:" in result.stdout
    assert "data/organisations.yml:" in result.stdout
