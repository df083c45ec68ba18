"""Derived relations: on the sample exactly, and on the real content what domain facts say."""

from __future__ import annotations

from functools import cache

import pytest

from kb.blocks.relations import Relations, by_group, derive, open_points
from kb.model.knowledge import Document, Knowledge
from kb.model.pages import Service
from kb.model.parts import Ref
from kb.model.paths import ref_path
from sample_site import load_real, load_sample


@cache
def real() -> tuple[Knowledge, Relations]:
    knowledge = load_real().knowledge
    return knowledge, derive(knowledge)


def service(slug: str) -> Service:
    document = real()[0].get("fi", f"palvelut/{slug}.md")
    assert document is not None
    assert isinstance(document.meta, Service)
    return document.meta


def test_sample() -> None:
    assert vars(derive(load_sample().knowledge)) == {
        "leads_to": {"palvelut/neuvonta.md": ["palvelut/tili.md"]},
        "decides": {"palvelut/neuvonta.md": ["palvelut/tili.md"]},
        "takes_part": {},
        "partner_of": {},
        "toolkits": {"palvelut/neuvonta.md": ["tyokalut/takuu.md"]},
        "situations": {
            "palvelut/neuvonta.md": ["tilanteet/haato.md"],
            "tyokalut/takuu.md": ["tilanteet/haato.md"],
        },
        "mentions": {
            "palvelut/tili.md": ["palvelut/neuvonta.md"],
            "palvelut/neuvonta.md": ["tyokalut/takuu.md"],
        },
    }


def test_the_path_of_a_party() -> None:
    knowledge = real()[0]
    assert ref_path(Ref(service="valitystili"), knowledge) == "palvelut/valitystili.md"
    assert ref_path(Ref(organisation="kela"), knowledge) == "palvelut/kela.md"
    assert ref_path(Ref(organisation="sevas"), knowledge) is None
    assert ref_path(Ref(organisation="ei-ole"), knowledge) is None


def test_who_refers_to_asumisneuvonta() -> None:
    assert {ref.target[1] for ref in service("asumisneuvonta").referrals} == {
        "asiakas", "laheinen", "sosiaalityo-ja-sosiaaliohjaus", "paihdeklinikka",
        "tyollisyyspalvelut", "ikakeskus", "lastensuojelu", "sevas", "sairaala",
        "tk-palveluohjaaja",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("table", "key", "expected"),
    [
        ("leads_to", "palvelut/sosiaalityo-ja-sosiaaliohjaus.md",
         {"palvelut/asumisneuvonta.md", "palvelut/tukiporras.md", "palvelut/valitystili.md"}),
        ("leads_to", "palvelut/mielenterveyskuntoutus.md", {"palvelut/tukiporras.md"}),
        ("leads_to", "palvelut/kuntoutusohjaus.md", {"palvelut/mielenterveyskuntoutus.md"}),
        ("decides", "palvelut/sosiaalityo-ja-sosiaaliohjaus.md", {"palvelut/tukiporras.md"}),
        ("takes_part", "palvelut/kela.md", {"palvelut/talousneuvola.md"}),
        ("takes_part", "tyokalut/ulosotto.md", {"palvelut/talousneuvola.md"}),
        ("partner_of", "palvelut/asumisneuvonta.md", {"palvelut/verkostoyhteistyo.md"}),
        ("toolkits", "palvelut/valitystili.md", {"tyokalut/takuusaatio.md"}),
        ("toolkits", "palvelut/asumisneuvonta.md",
         {"tyokalut/ara.md", "tyokalut/asunto-ensin.md"}),
    ],
)  # fmt: skip
def test_real_relations(table: str, key: str, expected: set[str]) -> None:
    assert set(getattr(real()[1], table)[key]) >= expected


def test_takuusaatio_serves_three_services() -> None:
    table = real()[1].toolkits
    served = {key for key, toolkits in table.items() if "tyokalut/takuusaatio.md" in toolkits}
    assert served == {
        "palvelut/talousneuvola.md", "palvelut/sosiaalityo-ja-sosiaaliohjaus.md",
        "palvelut/valitystili.md",
    }  # fmt: skip


def test_no_page_is_related_to_itself_or_twice_or_to_nothing() -> None:
    knowledge, relations = real()
    for table in vars(relations).values():
        for key, paths in table.items():
            assert key not in paths
            assert len(paths) == len(set(paths))
            assert knowledge.get("fi", key) is not None
            assert all(knowledge.get("fi", path) for path in paths)


def document(path: str) -> Document:
    found = load_sample().knowledge.get("fi", path)
    assert found is not None
    return found


def test_open_points() -> None:
    assert open_points(document("palvelut/tili.md")) == [
        "cost", "when-where", "partners", "contact",
    ]  # fmt: skip
    assert open_points(document("palvelut/neuvonta.md")) == [
        "for-whom", "way-in", "decides", "cost", "law", "when-where", "contact",
    ]  # fmt: skip
    assert open_points(document("tyokalut/takuu.md")) == []


def test_groups_hold_every_page_of_their_section_once() -> None:
    knowledge = real()[0]
    for section in ("palvelut", "tilanteet"):
        grouped = [
            page.path for pages in by_group(knowledge, "fi", section).values() for page in pages
        ]
        assert sorted(grouped) == sorted(page.path for page in knowledge.in_section("fi", section))
