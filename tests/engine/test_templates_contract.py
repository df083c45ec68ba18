"""Templates keep to what every generator can give: two engines render each of them alike."""

from __future__ import annotations

import html
import shutil
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from minijinja import Environment

from kb.doors import plain
from kb.doors.plain import environment
from kb.site.build import Build
from kb.site.context import Context
from kb.site.refusal import RefusedError
from kb.site.settings import LOCAL, Settings
from sample_site import COUNTY, LANGS, REPOSITORY, copy_sample
from site_server import build

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


@pytest.mark.parametrize(
    ("file", "text", "line", "said"),
    [
        ("main.html", "<p>\n{{ kb.no_such_thing.name }}</p>", 2, "no_such_thing"),
        ("main.html", "{% for x in %}", 1, "Expected an expression"),
        ("main.html", "\n\n{{ config.site_name }}", 3, "'config' is undefined"),
        ("main.html", "{{ kb.lang | strftime }}", 1, "strftime"),
        ("main.html", '{% include "partials/none.html" %}', 1, "none.html"),
        ("blocks/lead.html", "<p>\n{{ meta.no_such_field }}</p>", 2, "no_such_field"),
    ],
)
def test_a_template_outside_the_contract_is_told_in_one_line(
    file: str, text: str, line: int, said: str, tmp_path: Path
) -> None:
    root = copy_sample(tmp_path)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    (root / "overrides" / file).write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError) as caught:
        plain.build(root, tmp_path / "built", Settings.of(LOCAL, "", ""))
    (told,) = caught.value.lines
    assert told.startswith(f"overrides/{file}:{line}: malli ei toimi (")
    assert said in told
    assert "use only what scripts/kb/site/context.py gives" in told


def test_mkdocs_tells_it_too(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    (root / "overrides/main.html").write_text("\n{{ kb.no_such_thing }}", encoding="utf-8")
    result = build(tmp_path / "built", root)
    assert result.returncode != 0
    assert "overrides/main.html:2: malli ei toimi (" in result.stderr
    assert "no_such_thing" in result.stderr
    assert "Traceback" not in result.stderr
