"""A mistake in what was read, in plain words: pydantic's errors told as an editor needs them."""

from __future__ import annotations

import datetime as dt
import re
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kb.load.names import plain
from kb.load.yaml import Located, Path
from kb.model.problem import Problem, Words

_SHOWN = 60
_BY_CODE: dict[str, Words] = {
    "blank": ("arvo on tyhjä; kirjoita teksti tai poista kenttä",
              "the value is empty; write a text or remove the field"),
    "partial_date": ("'{value}' ei ole päivä; kirjoita 2023-01-31, 2023-01 tai 2023",
                     "'{value}' is no date; write 2023-01-31, 2023-01 or 2023"),
    "one_reference": ("anna joko service tai organisation, ei molempia eikä tyhjää",
                      "give either service or organisation, not both and not neither"),
    "contact_unchecked": ("yhteystiedosta puuttuu, milloin ja kuka sen tarkisti; lisää "
                          "checked ja by",
                          "the contact lacks when and by whom it was checked; add checked and by"),
    "months": ("kielellä pitää olla kaksitoista kuukautta; kirjoita ne kohtaan months",
               "the language needs twelve months; write them under months"),
    "date_forms": ("kieleltä puuttuu päivien muoto; lisää kohta dates",
                   "the language lacks the forms of dates; add dates"),
    "pattern": ("kaava '{value}' ei kelpaa; aaltosulkeissa saa olla päivälle day, month, name ja "
                "year, ajalle ennen ja jälkeen date, pykälälle act ja section, ei muuta",
                "the pattern '{value}' is not allowed; in braces may stand day, month, name and "
                "year for a day, date for a time before or after, act and section for a section, "
                "nothing else"),
    "pdf_name": ("'{value}' ei kelpaa tiedoston nimeksi; kirjoita esimerkiksi kasikirja.pdf",
                 "'{value}' is no name of a file; write for example handbook.pdf"),
    "time_zone": ("aikavyöhykettä '{value}' ei ole; kirjoita esimerkiksi Europe/Helsinki",
                  "there is no time zone '{value}'; write for example Europe/Helsinki"),
    "agent": ("nimessä '{value}' on sana link, jonka jotkin palvelimet torjuvat; valitse toinen",
              "the name '{value}' has the word link, which some servers refuse; choose another"),
    "no_source": ("muutoksella ei ole lähdettä; lisää references-kohtaan lähteen tunnus",
                  "the change has no source; add a reference id under references"),
    "whole": ("kentän '{name}' arvo on kokonaisluku", "the value of '{name}' is a whole number"),
    "phone": ("'{value}' ei ole puhelinnumero; kirjoita se lainausmerkkeihin, numerot ja välit, "
              "esimerkiksi \"029 123 4567\" tai \"+358 29 123 4567\" (nolla suluissa jää pois)",
              "'{value}' is no phone number; write it in quotation marks, digits and spaces, for "
              "example \"029 123 4567\" or \"+358 29 123 4567\" (a zero in brackets is left "
              "out)"),
    "mail": ("'{value}' ei ole sähköpostiosoite; kirjoita nimi@esimerkki.fi",
             "'{value}' is no e-mail address; write name@example.fi"),
    "mail_or_web": ("'{value}' ei ole sähköposti- eikä verkko-osoite; kirjoita nimi@esimerkki.fi "
                    "tai https://…",
                    "'{value}' is neither an e-mail nor a web address; write name@example.fi or "
                    "https://…"),
    "http": ("'{value}' ei ole verkko-osoite; aloita se https://",
             "'{value}' is no web address; begin it with https://"),
}  # fmt: skip

_ADDRESS = re.compile(r"(?i)\s*(?:https?:|www\.|//)")
_ADDRESS_FOR_ID: Words = (
    "tähän kuuluu tunnus eikä osoite; lisää osoite tiedostoon data/links.yml ja kirjoita tähän sen "
    "tunnus",
    "an id belongs here, not an address; add the address to data/links.yml and write its id here",
)

_SPACE_AROUND: Words = (
    "tunnuksen '{value}' edessä tai perässä on väli; poista se",
    "a space stands before or behind the id '{value}'; remove it",
)
_PLAINER: Words = (
    "'{value}' ei kelpaa tunnukseksi; käytä pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä, "
    "esimerkiksi '",
    "'{value}' is no valid id; use the small letters a–z, digits and hyphens, for example '",
)
_EMPTY: Words = (
    "kenttä '{name}' on tyhjä; kirjoita sille arvo tai poista kenttä",
    "the field '{name}' is empty; give it a value or remove the field",
)
_FINNISH_DAY = re.compile(r"(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})(?!\d).*")

_BY_TYPE: dict[str, Words] = {
    "missing": ("kenttä '{name}' puuttuu; lisää se", "the field '{name}' is missing; add it"),
    "extra_forbidden": ("tuntematon kenttä '{name}'; {hint_fi}",
                        "unknown field '{name}'; {hint_en}"),
    "string_type": ("kentän '{name}' pitää olla tekstiä; kirjoita arvo lainausmerkkeihin",
                    "the field '{name}' must be text; put the value in quotation marks"),
    "string_pattern_mismatch": (
        "'{value}' ei kelpaa tunnukseksi; käytä pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä",
        "'{value}' is no valid id; use the small letters a–z, digits and hyphens"),
    "literal_error": ("kentän '{name}' arvo '{value}' ei kelpaa; {hint_fi}",
                      "the value '{value}' of '{name}' is not allowed; {hint_en}"),
    "bool_type": ("kentän '{name}' arvo on true tai false",
                  "the value of '{name}' is true or false"),
    "bool_parsing": ("kentän '{name}' arvo on true tai false",
                     "the value of '{name}' is true or false"),
    "int_type": ("kentän '{name}' arvo on kokonaisluku", "the value of '{name}' is a whole number"),
    "int_from_float": ("kentän '{name}' arvo on kokonaisluku",
                       "the value of '{name}' is a whole number"),
    "int_parsing": ("kentän '{name}' arvo on kokonaisluku",
                    "the value of '{name}' is a whole number"),
    "tuple_type": ("kohdan '{name}' pitää olla luettelo, jonka rivit alkavat viivalla",
                   "'{name}' must be a list whose lines begin with a dash"),
    "model_type": ("kohdan '{name}' pitää sisältää kenttiä muodossa 'kenttä: arvo'",
                   "'{name}' must hold fields of the form 'field: value'"),
    "whole_type": ("tässä pitää olla kenttiä muodossa 'kenttä: arvo'",
                   "here must be fields of the form 'field: value'"),
}  # fmt: skip


def told(model: type[BaseModel], error: ErrorDetails, located: Located, at: Path) -> Problem:
    """An error that `model` found in the record at `at`, at its line and with what mends it."""
    loc: Path = tuple(error["loc"])
    kind = error["type"]
    where = loc[:-1] if kind == "missing" else loc
    name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "")
    hint_fi = hint_en = ""
    if kind == "extra_forbidden":
        hint_fi, hint_en = hint(name, _fields_at(model, loc[:-1]))
    elif kind == "literal_error":
        allowed = [part.strip(" '") for part in _allowed(error).replace(" or ", ",").split(",")]
        hint_fi, hint_en = hint(str(error["input"]), allowed)
    fi, en = _words(error)
    if error["input"] is None and kind != "missing":
        fi, en = _EMPTY
    elif kind.startswith("date"):
        fi, en = _day_words(str(error["input"]))
    if kind == "string_pattern_mismatch":
        fi, en = _id_words(str(error["input"])) or (fi, en)
    names = {"name": name, "value": _shown(error["input"]), "hint_fi": hint_fi, "hint_en": hint_en}
    return Problem(
        located.file, located.line((*at, *where)), fi.format(**names), en.format(**names)
    )


def missing(name: str) -> Words:
    """That the field `name` is not there."""
    fi, en = _BY_TYPE["missing"]
    return fi.format(name=name), en.format(name=name)


def unknown(name: str, hints: Words) -> Words:
    """That there is no field `name`, and what may have been meant (see `hint`)."""
    fi, en = _BY_TYPE["extra_forbidden"]
    return fi.format(name=name, hint_fi=hints[0]), en.format(name=name, hint_en=hints[1])


def hint(name: str, allowed: list[str]) -> Words:
    """Which of the allowed names is meant; all of them where none is near."""
    close = get_close_matches(name, allowed, n=1, cutoff=0.6)
    if close:
        return f"tarkoititko '{close[0]}'?", f"did you mean '{close[0]}'?"
    listed = ", ".join(allowed)
    return f"mahdollisia ovat: {listed}", f"possible are: {listed}"


def _shown(value: Any) -> str:
    """A value short enough for a message of one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _words(error: ErrorDetails) -> Words:
    if error["type"] == "value_error":
        code = str(error.get("ctx", {}).get("error", ""))
        if code in _BY_CODE:
            return _BY_CODE[code]
    if error["type"] == "model_type" and not error["loc"]:
        return _BY_TYPE["whole_type"]
    if error["type"] in _BY_TYPE:
        return _BY_TYPE[error["type"]]
    detail = error["msg"].replace("{", "(").replace("}", ")")
    return (
        "kentän '{name}' arvo ei kelpaa (" + detail + ")",
        "the value of '{name}' is not allowed (" + detail + ")",
    )


def _id_words(value: str) -> Words | None:
    """What is wrong with an id, where it can be told more nearly than that its form is wrong."""
    if _ADDRESS.match(value):
        return _ADDRESS_FOR_ID
    if value != value.strip():
        return _SPACE_AROUND
    better = plain(value)
    return (_PLAINER[0] + better + "'", _PLAINER[1] + better + "'") if better else None


def _day_words(value: str) -> Words:
    """What is wrong with a day: its form, or that there is no such day."""
    text = value.strip()
    finnish, iso = _FINNISH_DAY.fullmatch(text), _ISO_DAY.fullmatch(text)
    parts = finnish.groups()[::-1] if finnish else iso.groups() if iso else None
    try:
        day = dt.date(*map(int, parts)) if parts else None
    except ValueError:
        return (
            "päivää '{value}' ei ole; tarkista kuukausi ja päivä, ja kirjoita esimerkiksi "
            "2026-11-24",
            "there is no day '{value}'; check the month and the day, and write for example "
            "2026-11-24",
        )
    meant = day.isoformat() if day else "2026-11-24"
    return (
        f"päivä '{{value}}' ei ole muotoa vuosi-kuukausi-päivä; kirjoita {meant}",
        f"the day '{{value}}' is not of the form year-month-day; write {meant}",
    )


def _allowed(error: ErrorDetails) -> str:
    return str(error.get("ctx", {}).get("expected", ""))


def _fields_at(model: type[BaseModel], loc: Path) -> list[str]:
    """The names of the fields that may stand at `loc`."""
    current: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        field = current.model_fields.get(step)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        current = inner
    return list(current.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for arg in get_args(annotation):
        found = _model_in(arg)
        if found is not None:
            return found
    return None
