"""The ids of what is generated around a page's body; the same in every language."""

from __future__ import annotations

from kb.model.onboarding import OnboardingStep
from kb.model.pages import Informed, Page, Service, Situation, Toolkit

FACTS = "perustiedot"
CHANGES = "muutokset"
CHECK = "tarkista"
BEFORE = "tieda-ensin"
MORE_CHECKS = "avoimet"
LINKS = "linkit"
RELATIONS = "yhteydet"
SOURCE = "lahde"
ACUTE = "toimi-heti"
WHO = "kenesta"
STEPS = "eteneminen"
EACH_STEP = "askeleet"
TOOLS = "tyokalut"
MAP_LIST = "luettelo"
DECIDED = "paatokset"
UNDECIDED = "ei-kerrota"
QUESTIONS = "kysely"
READ = "lue"
TASK = "tehtava"
TEST = "kysymykset"


def change(ident: str) -> str:
    """The anchor of a change note on a page."""
    return f"muutos-{ident}"


def check(ident: str) -> str:
    """The anchor of an unconfirmed point on a page."""
    return f"tarkista-{ident}"


def criterion(ident: str) -> str:
    """The anchor of a criterion on its service's page."""
    return f"peruste-{ident}"


def link(ident: str) -> str:
    """The anchor of a link on its toolkit's page, and in the link register."""
    return f"linkki-{ident}"


def step(ident: str) -> str:
    """The anchor of a step on its situation's page."""
    return f"askel-{ident}"


def question(ident: str) -> str:
    """The anchor of a question on its step of the onboarding path."""
    return f"kysymys-{ident}"


def reference(ident: str) -> str:
    """The anchor of a reference on the page about the source."""
    return f"viite-{ident}"


def group(ident: str) -> str:
    """The anchor of a group of pages on an index."""
    return f"ryhma-{ident}"


def owner(ident: str) -> str:
    """The anchor of an organisation in the link register."""
    return f"omistaja-{ident}"


def term(ident: str) -> str:
    """The anchor of a word in the glossary."""
    return f"termi-{ident}"


def questions_of(path: str) -> str:
    """Where the file of the page with a service's questions would be, were there one."""
    return f"{path.removesuffix('.md')}/tarkistus.md"


def note(number: int) -> str:
    """The id of the note on the `number`th explained word of a page."""
    return f"selite-{number}"


def statute(act: str, section: str | None = None) -> str:
    """The anchor of an act, or of a section of it, in the index of law."""
    return f"laki-{act}" + (f"-{section.replace(' ', '-')}" if section else "")


def whole(act: str) -> str:
    """The anchor of what cites an act as a whole, beside its sections."""
    return f"laki-{act}-koko"


def decision(service: str, ident: str) -> str:
    """The anchor of a decision in the index of decisions."""
    return f"paatos-{service}-{ident}"


def generated(meta: Page) -> set[str]:
    """Every anchor that is generated for a page with this front matter."""
    found: set[str] = set()
    if isinstance(meta, Informed):
        found |= {change(ref.change) for ref in meta.changes}
        found |= {check(point.id) for point in meta.check}
        found |= {CHANGES} if meta.changes else set()
        found |= {CHECK} if meta.check else set()
        found |= {MORE_CHECKS} if meta.first_points and meta.other_points else set()
        if not meta.first_points and any(ref.lead for ref in meta.changes):
            found.add(BEFORE)
        found |= {SOURCE} if meta.slides else set()
    if isinstance(meta, Service):
        found |= {FACTS, RELATIONS}
        if meta.criteria:
            found.add(QUESTIONS)
            lists = (meta.criteria.preconditions, meta.criteria.opening, meta.criteria.exclusions)
            found |= {criterion(item.id) for items in lists for item in items}
    if isinstance(meta, Situation):
        found |= {ACUTE, WHO, STEPS, EACH_STEP, RELATIONS} | {step(item.id) for item in meta.steps}
        found |= {step(ident) for item in meta.steps for ident in item.former}
        found |= {TOOLS} if meta.toolkits else set()
    if isinstance(meta, OnboardingStep):
        found |= {READ, TASK, TEST} | {question(item.id) for item in meta.questions}
    if isinstance(meta, Toolkit):
        found |= {FACTS, LINKS, RELATIONS} | {link(item.link) for item in meta.links}
    return found
