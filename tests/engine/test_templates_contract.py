"""Templates keep to what every generator can give: two engines render each of them alike."""

from __future__ import annotations

import html
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from minijinja import Environment

from kb.doors.plain import environment
from kb.site.build import Build
from kb.site.context import LOCAL, Context, Settings
from sample_site import COUNTY, LANGS, REPOSITORY

FOLDERS = (REPOSITORY / "overrides", Path(str(files("material"))) / "templates")
BODY = '<h2 id="a">A &amp; B</h2><p>Teksti.</p>'


@cache
def started() -> Build:
    build = Build.start(COUNTY, Settings.of(LOCAL, "https://e.example/r", "edit/main/docs"))
    for lang in LANGS:
        for page in build.contexts.plan.of(lang):
            build.bodies[lang, page.path] = BODY
    return build


def source(name: str) -> str | None:
    return next((p.read_text("utf-8") for f in FOLDERS if (p := f / name).is_file()), None)


def url(address: str) -> str:
    return f"/root/{address}"


def by_minijinja(template: str, kb: Context) -> str:
    env = Environment(loader=source)
    env.auto_escape_callback = lambda _: False
    env.add_filter("url", url)
    return env.render_template(template, kb=kb, page={"content": BODY})


def by_jinja2(template: str, kb: Context) -> str:
    env = environment(COUNTY, Settings.of(LOCAL, "", ""))
    env.filters["url"] = url
    return env.get_template(template).render(kb=kb, page={"content": BODY})


def flat(text: str) -> str:
    """A page without what the engines may write differently: space, and the form of entities."""
    return "".join(html.unescape(text).split())


def pages() -> list[tuple[str, str]]:
    """One page for each template, in each language."""
    found = {
        (lang, page.template): (lang, page.path)
        for lang in LANGS
        for page in started().contexts.plan.of(lang)
    }
    return sorted(found.values())


@pytest.mark.parametrize(("lang", "path"), pages())
def test_two_engines_render_a_page_alike(lang: str, path: str) -> None:
    template = started().planned(lang, path).template
    kb = started().context(lang, path)
    assert flat(by_minijinja(template, kb)) == flat(by_jinja2(template, kb))


@pytest.mark.parametrize("lang", LANGS)
def test_two_engines_render_the_page_for_unknown_addresses_alike(lang: str) -> None:
    kb = started().common(lang)
    assert flat(by_minijinja("404.html", kb)) == flat(by_jinja2("404.html", kb))


def test_what_templates_get_is_plain_data() -> None:
    def judge(value: object) -> None:
        if isinstance(value, dict):
            assert all(isinstance(key, str) for key in value)
            for part in value.values():
                judge(part)
        elif isinstance(value, list):
            for part in value:
                judge(part)
        else:
            assert value is None or type(value) in {str, int, bool}, repr(value)

    for lang, path in pages():
        judge(started().context(lang, path))
    judge(started().common(LANGS[0]))
