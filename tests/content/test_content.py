"""The real content, page by page: clean, complete, and in the house style."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from account_oracle import QUESTIONS
from kb.cli import app
from kb.model.base import Lang
from kb.model.knowledge import Document
from kb.model.pages import Service, Toolkit
from real_site import LANGS, load_real
from sample_site import COUNT, REPOSITORY

SERVICES = {
    "asumisneuvonta", "asiakasneuvonta-ja-palveluohjaus", "sosiaalityo-ja-sosiaaliohjaus",
    "talousneuvola", "valitystili", "tukiporras", "mielenterveyskuntoutus", "tuettu-asuminen",
    "palveluasuminen", "tehostettu-palveluasuminen", "verkostoyhteistyo", "kokemusasiantuntijuus",
    "valivuokra-asunnot", "riippuvuusklinikka", "sosiaalinen-kuntoutus", "kuntoutusohjaus", "kela",
}  # fmt: skip
TOOLKITS = {
    "takuusaatio", "ara", "asunto-ensin", "ulosotto", "talous-ja-velkaneuvonta", "martat",
    "prosos", "tasku-hanke",
}  # fmt: skip
# The addresses of the source, rebuilt where its lines broke, and the page that each serves.
DECK = {
    "https://www.seamk.fi/yrityksille/tki-projektit/tasku-talous-sujuvasti-kuntoon/":
        "tyokalut/tasku-hanke.md",
    "https://www.takuusaatio.fi/hallitserahojasi/": "tyokalut/takuusaatio.md",
    "https://www.takuusaatio.fi/ammattilaisille/": "tyokalut/takuusaatio.md",
    "https://www.takuusaatio.fi/palvelut-ja-materiaalit/materiaalit/": "tyokalut/takuusaatio.md",
    "https://www.ara.fi/fi-FI/Ohjelmat/Asunnottomuuden_ennaltaehkaisyn_kuntastrategiat/Materiaalit/"
    "Tyokalut": "tyokalut/ara.md",
    "https://asuntoensin.fi/assets/files/2021/04/Takuusaatio_-Vuokra-asukkaiden-talousneuvonnan-"
    "tyokalupakki_2021.pdf": "tyokalut/asunto-ensin.md",
    "https://ulosottolaitos.fi/fi/index/tietoaulosotosta/tietoavelalliselle.html":
        "tyokalut/ulosotto.md",
    "https://oikeus.fi/talousjavelkaneuvonta/fi/index.html": "tyokalut/talous-ja-velkaneuvonta.md",
    "https://www.martat.fi/marttakoulu/": "tyokalut/martat.md",
    "https://www.prosos.fi/wp-content/uploads/2019/06/Taloussosiaalityon_materiaalipankki_vihko_"
    "27_6_2019.pdf": "tyokalut/prosos.md",
    "https://www.epshp.fi/ammattilaiselle_ja_opiskelijalle/koulutus/voimaa_arkeen/"
    "kokemusasiantuntija": "palvelut/kokemusasiantuntijuus.md",
}  # fmt: skip


def document(lang: Lang, path: str) -> Document:
    found = load_real().knowledge.get(lang, path)
    assert found is not None, f"docs/{lang}/{path}"
    return found


def test_the_content_is_clean() -> None:
    result = CliRunner().invoke(app, ["check", "--root", str(REPOSITORY)])
    *lines, last = result.stdout.splitlines()
    # Hints are no problems: only their number is told.
    assert [line for line in lines if " vihjettä; " not in line] == []
    assert COUNT.match(last)
    assert result.exit_code == 0


@pytest.mark.parametrize("lang", LANGS)
def test_every_service_and_toolkit_of_the_source_has_its_page(lang: Lang) -> None:
    for section, slugs in (("palvelut", SERVICES), ("tyokalut", TOOLKITS)):
        found = {page.slug for page in load_real().knowledge.in_section(lang, section)}
        assert slugs <= found


@pytest.mark.parametrize(("url", "path"), DECK.items(), ids=lambda value: value[-30:])
def test_an_address_of_the_source_is_registered_and_on_its_page(url: str, path: str) -> None:
    by_url = {link.url: link for link in load_real().knowledge.links.values()}
    assert url in by_url
    link = by_url[url]
    for lang in LANGS:
        page = document(lang, path)
        if isinstance(page.meta, Toolkit):
            texts = {item.link: item.text for item in page.meta.links}
            assert texts[link.id]
        else:
            assert f"link:{link.id}" in {use.target for use in page.outline.links}
    assert link.note, "what became of the address is told"


def test_valitystili_has_its_criteria() -> None:
    meta = document("fi", "palvelut/valitystili.md").meta
    assert isinstance(meta, Service)
    assert meta.criteria is not None
    lists = (meta.criteria.preconditions, meta.criteria.opening, meta.criteria.exclusions)
    found = [[item.id for item in items if item.id in QUESTIONS] for items in lists]
    assert [len(ids) for ids in found] == [2, 5, 4]
