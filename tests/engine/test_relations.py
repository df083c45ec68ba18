"""Every relation of the content is one edge, and a page tells each other page once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.blocks.gaps import open_points
from kb.load.content import load
from kb.model.knowledge import Document, Knowledge
from kb.model.parts import Ref
from kb.relate.citations import citations, citing
from kb.relate.edges import BODY, STRENGTH, Edge, edges
from kb.relate.relations import Relations, gather, relate
from sample_site import copy_sample, edit, load_sample

ADVICE, ACCOUNT = "palvelut/neuvonta.md", "palvelut/tili.md"
TOOLKIT, EVICTION = "tyokalut/takuu.md", "tilanteet/haato.md"


def changed(folder: Path, file: str, old: str, new: str) -> Knowledge:
    root = copy_sample(folder)
    edit(root, {"file": file, "replace": old, "by": new})
    return load(root).knowledge


def short(found: tuple[Edge, ...]) -> set[tuple[str, str, str, str]]:
    return {(e.source, e.kind, e.target, " ".join(e.by)) for e in found}


def test_every_edge_of_the_sample() -> None:
    assert short(edges(load_sample().knowledge)) == {
        (ADVICE, "mentions", ACCOUNT, "text"),
        (ADVICE, "refers", ACCOUNT, "referrals"),
        (ADVICE, "decides", ACCOUNT, "decisions"),
        (TOOLKIT, "suits", ADVICE, "services neuvonta"),
        (TOOLKIT, "mentions", ADVICE, "text"),
        (EVICTION, "step", ADVICE, "steps neuvo"),
        (EVICTION, "tool", TOOLKIT, "toolkits takuu"),
    }


def test_an_edge_says_who_holds_it_and_by_what() -> None:
    found = {edge.kind: edge for edge in edges(load_sample().knowledge)}
    assert (found["refers"].holder, found["refers"].by) == (ACCOUNT, ("referrals",))
    assert (found["step"].holder, found["step"].by) == (EVICTION, ("steps", "neuvo"))
    assert found["mentions"].by == BODY


def test_a_step_to_an_organisation_leads_to_its_page(tmp_path: Path) -> None:
    knowledge = changed(
        tmp_path, "data/organisations.yml",
        "kind: authority", "kind: authority\n    page: tyokalut/takuu.md",
    )  # fmt: skip
    found = short(edges(knowledge))
    assert (EVICTION, "step", TOOLKIT, "steps kela") in found
    assert (TOOLKIT, "partners", ADVICE, "partners") in found
    assert relate(knowledge).row(TOOLKIT, "situations") == [EVICTION]


def test_a_link_of_the_front_matter_is_a_mention(tmp_path: Path) -> None:
    knowledge = changed(
        tmp_path, "docs/fi/tilanteet/haato.md", "Hae tukea.", "Hae [tili](../palvelut/tili.md)."
    )
    assert (EVICTION, "mentions", ACCOUNT, "steps kela do") in short(edges(knowledge))
    assert relate(knowledge).told(ACCOUNT)["mentions"] == [EVICTION]


@pytest.mark.parametrize(
    ("criterion", "kind"), [("Vuokra on maksamatta.", "criterion"), ("haluaa", "mentions")]
)
def test_an_opening_criterion_that_names_a_service(
    tmp_path: Path, criterion: str, kind: str
) -> None:
    knowledge = changed(
        tmp_path, "docs/fi/palvelut/tili.md",
        criterion if kind == "criterion" else "Asiakas ei halua tiliä.",
        "Asiakas on [neuvonnassa](neuvonta.md).",
    )  # fmt: skip
    found = {edge.kind for edge in edges(knowledge) if edge.by[0] == "criteria"}
    assert found == {kind}


def test_a_page_tells_each_other_page_once_by_the_strongest() -> None:
    relations = relate(load_sample().knowledge)
    # It decides there and refers there, and its text links there: told once.
    assert relations.told(ADVICE) == {
        "decides": [ACCOUNT],
        "situations": [EVICTION],
    }
    # Its own fields name the service; that the service's text does so too is nothing new.
    assert relations.told(ACCOUNT) == {}
    assert relations.row(ADVICE, "leads-to") == [ACCOUNT]
    assert relations.row(ADVICE, "toolkits") == [TOOLKIT]


def test_kinds_stand_from_the_strongest_to_the_weakest() -> None:
    everything = tuple(Edge("a", "b", kind, "a", ("x", "under")) for kind in reversed(STRENGTH))
    told = gather(everything).told("b")
    assert sum(len(paths) for paths in told.values()) <= 1
    assert STRENGTH[-1] == "mentions"


def test_what_a_page_does_not_tell_itself_stands_among_its_relations() -> None:
    relations = gather(
        [
            Edge("s", "t", "arranges", "s", ("arranges", "t")),
            Edge("u", "s", "decides", "s", ("decisions", "d", "under")),
        ]
    )
    assert relations.told("s") == {"leads-to": ["t"], "decided-in": ["u"]}
    assert relations.told("t") == {"arranged-by": ["s"]}
    assert relations.told("u") == {"decides": ["s"]}


def test_a_stronger_field_of_its_own_hides_a_mention_and_not_the_other_way() -> None:
    partner = Edge("other", "here", "partners", "here", ("partners",))
    mention = Edge("other", "here", "mentions", "other", BODY)
    decides = Edge("here", "other", "decides", "other", ("decisions",))
    own_text = Edge("here", "other", "mentions", "here", BODY)
    assert gather([partner, mention]).told("here") == {}
    assert gather([partner, mention, decides]).told("here") == {"decides": ["other"]}
    assert gather([own_text, mention]).told("here") == {"mentions": ["other"]}


def test_nothing_is_related_to_itself_or_to_nothing(tmp_path: Path) -> None:
    knowledge = changed(
        tmp_path, "docs/fi/tilanteet/haato.md", "Soita heti.", "Lue [tämä](haato.md) ja [x](y.md)."
    )
    known = {document.path for document in knowledge.of("fi")}
    for edge in edges(knowledge):
        assert edge.source != edge.target
        assert {edge.source, edge.target} <= known
        assert edge.holder in {edge.source, edge.target}


def test_a_page_without_relations_tells_none() -> None:
    assert Relations().told("x.md") == {}
    assert Relations().row("x.md", "mentions") == []


def test_the_path_of_a_party() -> None:
    knowledge = load_sample().knowledge
    assert knowledge.path_of_party(Ref(service="tili")) == ACCOUNT
    assert knowledge.path_of_party(Ref(organisation="kela")) is None
    assert knowledge.path_of_party(Ref(organisation="ei-ole")) is None


def test_who_cites_which_record(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    edit(root, {"file": "data/links.yml", "append": "    replaced_by: kela-ohje\n"})
    found = citations(load(root))
    links = citing(found, "link")
    assert "data/organisations.yml (kela)" in links["kela-ohje"]
    assert "data/links.yml (takuu-sivut)" in links["kela-ohje"]
    assert "docs/fi/palvelut/neuvonta.md" in links["kela-ohje"]
    assert "docs/fi/tyokalut/takuu.md" in links["takuu-sivut"]
    # By a link of a register's own text, and by one of a page's text.
    references = citing(found, "reference")
    assert {"data/changes.yml (alue)", "docs/fi/palvelut/tili.md"} <= set(references["s1"])


def test_a_record_does_not_use_itself(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    edit(root, {"file": "data/links.yml", "append": "    replaced_by: takuu-sivut\n"})
    links = citing(citations(load(root)), "link")
    assert "data/links.yml (takuu-sivut)" not in links["takuu-sivut"]


def document(path: str) -> Document:
    found = load_sample().knowledge.get("fi", path)
    assert found is not None
    return found


def test_open_points() -> None:
    assert open_points(document(ACCOUNT)) == ["cost", "when-where", "partners", "contact"]
    assert open_points(document(ADVICE)) == [
        "for-whom", "way-in", "decides", "cost", "law", "when-where", "contact",
    ]  # fmt: skip
    assert open_points(document(TOOLKIT)) == []


def test_groups_hold_every_page_of_their_section_once() -> None:
    knowledge = load_sample().knowledge
    for section in ("palvelut", "tilanteet"):
        grouped = [p.path for pages in knowledge.by_group("fi", section).values() for p in pages]
        assert sorted(grouped) == sorted(page.path for page in knowledge.in_section("fi", section))
