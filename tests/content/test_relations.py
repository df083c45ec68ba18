"""What the pages say of each other is what the source says, and every page is told of it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from kb.model.pages import Service, Situation, Toolkit
from kb.relate.relations import Relations, relate
from real_site import load_real, rendered


@cache
def relations() -> Relations:
    return relate(load_real().knowledge)


@pytest.mark.parametrize(
    ("row", "key", "expected"),
    [
        ("leads-to", "palvelut/sosiaalityo-ja-sosiaaliohjaus.md",
         {"palvelut/asumisneuvonta.md", "palvelut/tukiporras.md", "palvelut/valitystili.md"}),
        ("leads-to", "palvelut/mielenterveyskuntoutus.md", {"palvelut/tukiporras.md"}),
        ("leads-to", "palvelut/kuntoutusohjaus.md", {"palvelut/mielenterveyskuntoutus.md"}),
        ("decides", "palvelut/sosiaalityo-ja-sosiaaliohjaus.md", {"palvelut/tukiporras.md"}),
        ("criterion", "palvelut/valivuokra-asunnot.md", {"palvelut/valitystili.md"}),
        ("takes-part", "palvelut/kela.md", {"palvelut/talousneuvola.md"}),
        ("takes-part", "tyokalut/ulosotto.md", {"palvelut/talousneuvola.md"}),
        ("partner-of", "palvelut/asumisneuvonta.md", {"palvelut/verkostoyhteistyo.md"}),
        ("toolkits", "palvelut/valitystili.md", {"tyokalut/takuusaatio.md"}),
        ("toolkits", "palvelut/asumisneuvonta.md",
         {"tyokalut/ara.md", "tyokalut/asunto-ensin.md"}),
    ],
)  # fmt: skip
def test_real_relations(row: str, key: str, expected: set[str]) -> None:
    assert set(relations().row(key, row)) >= expected


def test_who_refers_to_asumisneuvonta() -> None:
    document = load_real().knowledge.get("fi", "palvelut/asumisneuvonta.md")
    assert document is not None
    assert isinstance(document.meta, Service)
    assert {ref.target[1] for ref in document.meta.referrals} >= {
        "asiakas", "laheinen", "sosiaalityo-ja-sosiaaliohjaus", "paihdeklinikka",
        "tyollisyyspalvelut", "ikakeskus", "lastensuojelu", "sevas", "sairaala",
        "tk-palveluohjaaja",
    }  # fmt: skip


def test_no_relation_is_invisible_on_a_page_that_tells_its_relations() -> None:
    knowledge = load_real().knowledge
    telling = {
        d.path for d in knowledge.of("fi") if isinstance(d.meta, Service | Toolkit | Situation)
    }
    links = {path: _pages_linked(path) for path in sorted(telling)}
    for edge in relations().edges:
        for path, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if path in telling:
                assert other in links[path], (path, edge)


def _pages_linked(path: str) -> set[str]:
    html = rendered("fi", path)
    folder = path.rpartition("/")[0]
    found = set()
    for target in re.findall(r'href="([^"#:]+\.md)', html):
        found.add(target.removeprefix("../") if target.startswith("../") else f"{folder}/{target}")
    return found
