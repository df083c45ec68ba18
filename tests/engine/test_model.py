"""The model: dates, references, contacts, and what a translation may hold."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from kb.model import anchors
from kb.model.base import Day, PartialDate, RefTo, Text, Translated
from kb.model.blocks import BLOCKS, block_anchors
from kb.model.contact import Contact, OfficeContact
from kb.model.data import Change, Link, Organisation
from kb.model.knowledge import Knowledge
from kb.model.pages import Article, Home, SectionIndex, Service, Situation, Step, Toolkit
from kb.model.parts import Criterion, Ref
from kb.model.translation import has_text, localise, translation_of
from kb.model.walk import key_of, leaves

PAGES = [Service, Toolkit, Situation, Home, SectionIndex, Article]


class Dates(BaseModel):
    partial: PartialDate | None = None
    day: Day | None = None
    text: Text | None = None


def codes(error: ValidationError) -> list[str]:
    return [str(item.get("ctx", {}).get("error", item["type"])) for item in error.errors()]


@pytest.mark.parametrize("value", ["2023-01-31", "2022-02", "2023", 2023, dt.date(2024, 2, 29)])
def test_partial_date(value: Any) -> None:
    assert Dates(partial=value).partial == str(value)


@pytest.mark.parametrize(
    "value", ["2023-02-30", "2023-13", "23", "1.1.2023", "2023-1-1", "2023\n", "", True, [2023], 0]
)
def test_no_partial_date(value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        Dates(partial=value)
    assert codes(caught.value) == ["partial_date"]


@pytest.mark.parametrize("value", ["2026-11-24", dt.date(2026, 11, 24)])
def test_day(value: Any) -> None:
    assert Dates(day=value).day == dt.date(2026, 11, 24)


@pytest.mark.parametrize("value", ["2026-02-30", "2026-11", 2026, 20261124, "eilen", True, {}])
def test_no_day(value: Any) -> None:
    with pytest.raises(ValidationError):
        Dates(day=value)


def test_text_is_stripped_and_never_blank() -> None:
    assert Dates(text=" a\n").text == "a"
    with pytest.raises(ValidationError) as caught:
        Dates(text=" \n")
    assert codes(caught.value) == ["blank"]


def test_ref_names_one_party() -> None:
    assert Ref(service="tili").target == ("service", "tili")
    assert Ref(organisation="kela").target == ("organisation", "kela")
    for both in ({}, {"service": "tili", "organisation": "kela"}):
        with pytest.raises(ValidationError) as caught:
            Ref.model_validate(both)
        assert codes(caught.value) == ["one_reference"]


def test_step_names_one_party() -> None:
    step = {"id": "a", "origin": "source", "why": "x", "do": "y"}
    assert Step.model_validate({**step, "organisation": "kela"}).target == ("organisation", "kela")
    with pytest.raises(ValidationError):
        Step.model_validate(step)


def test_contact_needs_the_day_of_its_check() -> None:
    assert Contact().checked is None
    told = {"checked": dt.date(2026, 1, 1), "by": "kela"}
    assert Contact.model_validate({"phone": "06 123", **told}).phone == ("06 123",)
    assert Contact.model_validate({"phone": ["112", "06 123"], **told}).phone == ("112", "06 123")
    values = {"phone": "06 123", "email": "a@b.fi", "address": "Katu 1", "page": "x"}
    for field, value in values.items():
        for missing in ({}, {"checked": told["checked"]}, {"by": "kela"}):
            with pytest.raises(ValidationError) as caught:
                Contact.model_validate({field: value, **missing})
            assert codes(caught.value) == ["contact_unchecked"]


@pytest.mark.parametrize("number", ["12", "06-123", "soita", "+ 358", "0" * 16, "06  123"])
def test_what_is_no_number(number: str) -> None:
    with pytest.raises(ValidationError):
        Contact.model_validate({"phone": number, "checked": dt.date(2026, 1, 1), "by": "kela"})


def change(**fields: Any) -> Change:
    both = {"fi": "a", "en": "b"}
    base = {"id": "a", "date": "2023", "title": both, "text": both, "references": ["s1"]}
    return Change.model_validate({**base, "seen": "after", **fields})


def test_change_needs_a_source_and_a_date() -> None:
    assert change().begins == "2023"
    assert change(start="2022-03-01", qualifier="until").begins == "2022-03-01"
    with pytest.raises(ValidationError) as caught:
        change(references=[])
    assert codes(caught.value) == ["no_source"]
    with pytest.raises(ValidationError):
        change(date=None)


@pytest.mark.parametrize("url", ["kela.fi", "ftp://kela.fi/", "mailto:a@kela.fi", "https://", "/a"])
def test_link_address_is_of_the_web(url: str) -> None:
    link = {"id": "a", "owner": "kela", "title": {"fi": "a", "en": "b"}}
    Link.model_validate({**link, "url": "https://kela.fi/ä"})
    with pytest.raises(ValidationError) as caught:
        Link.model_validate({**link, "url": url})
    assert codes(caught.value) == ["http"]


@pytest.mark.parametrize("ident", ["Kela", "kela_1", "-a", "a--b", "ä", "a b", ""])
def test_id_form(ident: str) -> None:
    record = {"name": {"fi": "a", "en": "b"}, "kind": "authority"}
    assert Organisation.model_validate({**record, "id": "kela-1"}).id == "kela-1"
    with pytest.raises(ValidationError):
        Organisation.model_validate({**record, "id": ident})


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_closed_and_frozen(page: type[BaseModel]) -> None:
    assert page.model_config["extra"] == "forbid"
    assert page.model_config["frozen"] is True
    assert translation_of(page).model_config["extra"] == "forbid"


def test_translation_holds_keys_and_texts_only() -> None:
    fields = translation_of(Service).model_fields
    assert set(fields) == {
        "summary", "changes", "check", "facts", "referrals", "prepared_by", "participants",
        "partners", "decisions", "statutes", "criteria", "map_box", "ask", "contact",
    }  # fmt: skip
    assert not any(field.is_required() for field in fields.values())
    assert set(translation_of(Criterion).model_fields) == {
        "id", "text", "fixed_term", "instead", "first", "question",
    }  # fmt: skip
    assert set(translation_of(Home).model_fields) == {"summary"}
    assert translation_of(Criterion).model_fields["id"].is_required()
    assert has_text(Contact)
    assert not has_text(OfficeContact)


def service(**fields: Any) -> Service:
    return Service.model_validate({"summary": "suomeksi", "group": "raha", **fields})


def translated(source: Service, **fields: Any) -> Service:
    return localise(source, translation_of(Service).model_validate(fields))


def test_localise_puts_texts_in_place_and_keeps_the_rest() -> None:
    source = service(
        facts={"for_whom": "kaikille", "cost": "ilmainen"},
        check=[{"id": "a", "text": "yksi", "lead": True}, {"id": "b", "text": "kaksi"}],
    )
    page = translated(source, summary="in English", facts={"for_whom": "for all"},
                      check=[{"id": "b", "text": "two"}])  # fmt: skip
    assert (page.summary, page.group) == ("in English", "raha")
    assert (page.facts.for_whom, page.facts.cost) == ("for all", "ilmainen")
    assert [(item.text, item.lead) for item in page.check] == [("yksi", True), ("two", False)]
    assert source.summary == "suomeksi"


def test_localise_goes_by_key_not_by_order() -> None:
    source = service(
        statutes=[{"act": "shl", "section": "16", "text": "kuusi"},
                  {"act": "shl", "section": "17", "text": "seitsemän"}],
        criteria={"opening": [{"id": "a", "text": "yksi"}, {"id": "b", "text": "kaksi"}]},
        decisions=[{"id": "d", "what": "päätös",
                    "by": [{"service": "x", "detail": "iks"}, {"organisation": "y"}]}],
    )  # fmt: skip
    page = translated(
        source,
        statutes=[{"act": "shl", "section": "17", "text": "seven"},
                  {"act": "shl", "section": "16", "text": "six"}],
        criteria={"opening": [{"id": "b", "text": "two"}, {"id": "a", "text": "one"}]},
        decisions=[{"id": "d", "by": [{"organisation": "y"}, {"service": "x", "detail": "ex"}]}],
    )  # fmt: skip
    assert [ref.text for ref in page.statutes] == ["six", "seven"]
    assert page.criteria is not None
    assert [item.text for item in page.criteria.opening] == ["one", "two"]
    assert page.decisions[0].what == "päätös"
    assert [by.detail for by in page.decisions[0].by] == ["ex", None]


def test_localise_adds_nothing_that_the_source_lacks() -> None:
    page = translated(service(), facts={"cost": "free"}, criteria={"opening": []})
    assert page.facts.cost is None
    assert page.criteria is None


def test_leaves_know_where_and_what_they_are() -> None:
    source = service(partners=[{"organisation": "kela", "detail": "tuet"}])
    found = {leaf.key_path: leaf for leaf in leaves(source)}
    detail = found["partners", "kela", "detail"]
    assert detail.yaml_path == ("partners", 0, "detail")
    assert detail.marker(Translated)
    assert found["partners", "kela", "organisation"].marker(RefTo) == RefTo("organisation")
    assert found["group",].marker(RefTo) == RefTo("group")
    assert key_of(source.partners[0]) == "kela"


def test_generated_anchors() -> None:
    assert anchors.generated(SectionIndex(summary="a")) == set()
    assert anchors.generated(Article(summary="a")) == set()
    page = service(
        slides=["Dia"], changes=[{"change": "alue"}], check=[{"id": "maksu", "text": "x"}],
        criteria={"opening": [{"id": "velka", "text": "x"}]},
    )  # fmt: skip
    assert anchors.generated(page) >= {
        "lahde", "muutokset", "muutos-alue", "tarkista", "tarkista-maksu", "perustiedot",
        "peruste-velka",
    }  # fmt: skip


def test_blocks_without_records_bring_no_anchors() -> None:
    # What a block always brings: the map's list and the two parts of the decision index.
    fixed = {"luettelo", "paatokset", "ei-kerrota"}
    assert set().union(*(block_anchors(name, Knowledge()) for name in BLOCKS)) == fixed
