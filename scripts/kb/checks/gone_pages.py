"""A page that is gone is told once, with all that cites it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.model.problem import Problem


def gathered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, those of one page that is not there as one that names every place.

    A page that a single place cites is a slip of that place, and stays told as such.
    """
    by_page: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.gone:
            by_page.setdefault(problem.gone, []).append(problem)
        else:
            yield problem
    for page, cited in by_page.items():
        places = sorted({(problem.file, problem.line) for problem in cited})
        if len(places) == 1:
            yield from cited
            continue
        listed = ", ".join(f"{file}:{line}" for file, line in places)
        yield Problem(
            *places[0],
            f"sivua '{page}' ei ole, mutta siihen viittaa {len(places)} kohtaa: {listed}; jos "
            "poistit sivun, poista myös nämä, jos siirsit tai nimesit sen uudelleen, vaihda nämä, "
            "muuten palauta sivu",
            f"there is no page '{page}', but {len(places)} places cite it: {listed}; if you "
            "deleted the page, remove these too, if you moved or renamed it, change these, else "
            "bring the page back",
        )
