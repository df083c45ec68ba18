"""Ten questions of a working day, each with two ways to its answer."""

from __future__ import annotations

from dataclasses import dataclass

MENU = "☰"
CONTENTS = "☰ of this page"
"""Not names to tap, but what is opened before the next one can be."""


@dataclass(frozen=True)
class Task:
    """A question, and for each language the names to tap, the words to search, and the answer."""

    name: str
    browse: dict[str, list[str]]
    search: dict[str, str]
    answer: dict[str, list[str]]
    """In the order in which it stands on its page."""
    found: dict[str, list[str]] | None = None
    """The answer on the page to which the search leads, where that is another one."""


TASKS = [
    Task(
        "home visits a week in supported housing",
        {"fi": ["Tuettu asuminen"], "en": ["Supported housing"]},
        {"fi": "tuettu asuminen kotikäynnit", "en": "supported housing home visits"},
        {"fi": ["1–3 kertaa viikossa"], "en": ["1–3 times a week"]},
    ),
    Task(
        "who sits in Talousneuvola",
        {"fi": ["Talousneuvola"], "en": ["Talousneuvola"]},
        {"fi": "talousneuvola", "en": "talousneuvola"},
        {
            "fi": ["Sosiaalityö", "talous- ja velkaneuvonta", "Ulosottolaitos", "seurakunta"],
            "en": ["Social work", "debt counselling", "Enforcement Authority", "parish"],
        },
    ),
    Task(
        "pages that rest on section 17",
        {
            "fi": [MENU, "Tietoa", "Lait ja pykälät"],
            "en": [MENU, "About", "Acts and sections of law"],
        },
        {"fi": "lait ja pykälät", "en": "sections of law"},
        {
            "fi": ["SHL 17 §", "Kuntoutusohjaus", "Sosiaalinen kuntoutus"],
            "en": ["section 17", "Rehabilitation guidance", "Social rehabilitation"],
        },
    ),
    Task(
        "who decides on supplementary social assistance",
        {"fi": [MENU, "Tietoa", "Kuka päättää"], "en": [MENU, "About", "Who decides"]},
        {
            "fi": "kuka päättää täydentävästä toimeentulotuesta",
            "en": "who decides supplementary social assistance",
        },
        {
            "fi": ["Täydentävä ja ehkäisevä", "Sosiaalityö ja sosiaaliohjaus"],
            "en": ["Supplementary and preventive", "Social work and social guidance"],
        },
        {
            "fi": ["päättää täydentävästä ja ehkäisevästä"],
            "en": ["decides on supplementary and preventive"],
        },
    ),
    Task(
        "when Häläppäri is open, and whether that is still known",
        {"fi": ["Tukiporras"], "en": ["Tukiporras"]},
        {"fi": "häläppäri", "en": "häläppäri"},
        {
            "fi": ["maanantaisin klo 14–16", "Toimiiko Häläppäri vielä"],
            "en": ["Mondays", "Does Häläppäri still run"],
        },
    ),
    Task(
        "where to turn with two rents unpaid",
        {"fi": ["Vuokra on maksamatta"], "en": ["The rent is unpaid"]},
        {"fi": "kaksi vuokraa rästissä", "en": "two rents unpaid"},
        {"fi": ["Asumisneuvonta"], "en": ["Housing advice"]},
    ),
    Task(
        "when the account is not opened",
        {
            "fi": ["Välitystili", CONTENTS, "Avataanko tili"],
            "en": ["Intermediary account", CONTENTS, "Will the account be opened"],
        },
        {"fi": "välitystiliä ei avata", "en": "reasons not to open an account"},
        {"fi": ["ei ohjata odotusajaksikaan"], "en": ["even for the waiting time"]},
    ),
    Task(
        "what became of ARA",
        {"fi": [MENU, "Tietoa", "Muutokset"], "en": [MENU, "About", "Changes"]},
        {"fi": "mikä on aran nykyinen nimi", "en": "what is ara called now"},
        {"fi": ["ARA on nyt Varke"], "en": ["ARA is now Varke"]},
    ),
    Task(
        "the first step for a client who leaves prison",
        {
            "fi": ["Asiakas vapautuu vankilasta"],
            "en": ["The client is being released from prison"],
        },
        {"fi": "asiakas vapautuu vankilasta", "en": "client released from prison"},
        {"fi": ["Asuntoryhmä/RISE"], "en": ["Housing group/RISE"]},
    ),
    Task(
        "what TYP was",
        {"fi": ["Sanasto", "T"], "en": ["Glossary", "M"]},
        {"fi": "mitä typ tarkoittaa", "en": "what does typ mean"},
        {
            "fi": ["työllistymistä edistävä monialainen", "TYP"],
            "en": ["multi-agency joint service", "TYP"],
        },
        {"fi": ["työllistymistä edistävä monialainen"], "en": ["TYP"]},
    ),
]
