"""How well and how fast the search finds, ours beside stock Material's, in a real browser.

Any of a query's pages is a right answer; none means that nothing should be found. A situation in
the results is skipped when ranks are counted, every other page counts.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, quantiles

from bench.browse import Answer, Site, Visit, visit
from bench.content import multiply
from bench.folds import folds, slug
from bench.host import host
from bench.learn import learn as weights_of
from bench.learn import write
from bench.meter import measure
from bench.quality import report
from bench.stock import write_stock
from kb.load.content import load
from kb.load.queries import read_queries, read_query_file
from kb.model.base import Lang
from kb.model.knowledge import Knowledge
from kb.model.queries import OFF_TOPIC, Query

_BUILD = (sys.executable, "-m", "mkdocs", "build", "-q")
HALVES = ("tune", "held-out")


def half(query: Query) -> str:
    """The half to which a query belongs, for good: one to tune on, one to report."""
    digest = hashlib.sha256(f"{query.lang}\t{query.text}".encode()).hexdigest()
    return HALVES[0] if int(digest[:8], 16) % 2 == 0 else HALVES[1]


def queries_of(root: Path, files: Iterable[Path] = ()) -> list[Query]:
    """The labelled queries of the repository, or those of some files.

    Raises:
        ValueError: When a line is not a query.
    """
    read = [read_query_file(file, str(file)) for file in files] or [read_queries(root)]
    problems = [problem for _, told in read for problem in told]
    if problems:
        raise ValueError("\n".join(f"{p.file}:{p.line}: {p.en}" for p in problems))
    return [query for found, _ in read for query in found]


@dataclass(frozen=True)
class Score:
    """How one query fared: the rank of its first right answer, 0 when it was not found."""

    query: Query
    rank: int


def score(query: Query, answer: Answer, knowledge: Knowledge) -> Score:
    """The rank that counts; a query that should find nothing has rank 1 when it does so."""
    languages = knowledge.languages
    roots = {f"/{languages.root(lang)}": lang for lang in languages.pages}
    situations = knowledge.path_of("situation", "")[: -len(".md")]
    pages = []
    for page in answer.pages:
        root = max((root for root in roots if page.startswith(root)), key=len)
        if page.startswith(root + situations):
            continue
        if roots[root] != query.lang:
            return Score(query, 0)
        pages.append(page)
    if not query.slugs:
        return Score(query, 0 if answer.pages else 1)
    for rank, page in enumerate(pages, 1):
        if slug(page) in query.slugs:
            return Score(query, rank)
    return Score(query, 0)


def run(root: Path, queries: list[Query], *, large: bool) -> None:
    """Build ours and a stock site of the same pages, ask both, and print what came of it.

    Args:
        root: The repository.
        queries: What to ask.
        large: Also time every keystroke on a site of ten times the pages.
    """
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    knowledge = load(root).knowledge
    # No reader keeps a site as large as these.
    os.environ["KB_OFFLINE_LIMIT"] = str(10**9)
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as name:
        folder = Path(name)
        multiply(root, folder / "ours", 1)
        write_stock(folder / "ours", folder / "stock")
        found: dict[str, Visit] = {}
        for site in ("ours", "stock"):
            measure(_BUILD, folder / site)
            found[site] = _ask(folder / site / "site", queries, knowledge)
        for line in quality(
            queries, {site: seen.answers for site, seen in found.items()}, knowledge
        ):
            print(line)
        openers = {lang: knowledge.languages[lang].opener for lang in knowledge.languages.pages}
        for line in report(
            _indices(folder / "ours" / "site"), queries, knowledge.queries, knowledge.words, openers
        ):
            print(line, flush=True)
        print(f"\n{'keystroke to results':<28}{'p50 ms':>8}{'p95 ms':>8}")
        for site, seen in found.items():
            print(_latency(f"{site} 1×", seen.answers), flush=True)
        if large:
            multiply(root, folder / "large", 10)
            measure(_BUILD, folder / "large")
            found["ours 10×"] = _ask(folder / "large" / "site", queries, knowledge)
            print(_latency("ours 10×", found["ours 10×"].answers))
        print(f"\n{'longest task (0: under 50)':<28}{'opening':>8}{'loading':>8}  ms")
        for site, seen in found.items():
            print(f"{site:<28}{seen.opening:>8.0f}{seen.loading:>8.0f}")
        for line in weights(folder / "ours" / "site", folder / "stock" / "site"):
            print(line)


def learn(root: Path) -> None:
    """Build the site, learn the search's weights from the labelled queries and write them.

    Args:
        root: The repository.
    """
    with tempfile.TemporaryDirectory(prefix="kb-learn-") as name:
        multiply(root, Path(name), 1)
        measure(_BUILD, Path(name))
        words = load(root).knowledge.words
        seen = list(folds(_indices(Path(name) / "site"), queries_of(root), words))
        write(weights_of(seen))


def _indices(site: Path) -> dict[Lang, str]:
    """The index file of each language of a built site."""
    files = sorted((site / "search").glob("*.json"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def _ask(built: Path, queries: list[Query], knowledge: Knowledge) -> Visit:
    with host(built) as address:
        asked = [(query.lang, query.text) for query in queries]
        return visit(Site(address, knowledge.languages.source), asked)


def quality(
    queries: list[Query], found: dict[str, list[Answer]], knowledge: Knowledge
) -> Iterator[str]:
    """The table of hits by language and kind, the sites side by side."""
    yield f"{'':<18}{'n':>4}" + "".join(
        f"  {site:>6}{'hit@1':>8}{'hit@3':>8}{'MRR':>7}" for site in found
    )
    scores = {
        site: [
            score(query, answer, knowledge) for query, answer in zip(queries, answers, strict=True)
        ]
        for site, answers in found.items()
    }
    for lang in dict.fromkeys(query.lang for query in queries):
        kinds = sorted({q.kind for q in queries if q.lang == lang})
        for kind in [*kinds, "all"]:
            rows = {
                site: [s for s in all_scores if s.query.lang == lang and _counts(s.query, kind)]
                for site, all_scores in scores.items()
            }
            count = len(next(iter(rows.values())))
            if count:
                cells = "".join(_cells(row) for row in rows.values())
                yield f"{lang + ' ' + kind:<18}{count:>4}{cells}"


def _counts(query: Query, kind: str) -> bool:
    """Whether a query belongs to a line; off-topic queries are no part of `all`."""
    return query.kind != OFF_TOPIC if kind == "all" else query.kind == kind


def _cells(scores: list[Score]) -> str:
    first = 100 * mean(s.rank == 1 for s in scores)
    three = 100 * mean(0 < s.rank <= 3 for s in scores)
    reciprocal = mean(1 / s.rank if s.rank else 0 for s in scores)
    return f"  {'':>6}{first:>8.1f}{three:>8.1f}{reciprocal:>7.3f}"


def _latency(name: str, answers: list[Answer]) -> str:
    times = [time for answer in answers for time in answer.times]
    cuts = quantiles(times, n=20) if len(times) > 1 else [0.0] * 19
    return f"{name:<28}{cuts[9]:>8.1f}{cuts[18]:>8.1f}"


def weights(ours: Path, stock: Path) -> Iterator[str]:
    """What a search costs to fetch, compressed, ours and stock."""
    yield f"\n{'fetched, gzip':<28}{'bytes':>8}"
    for lang in sorted(file.stem for file in (ours / "search").glob("*.json")):
        engine = next(ours.glob(f"assets/javascripts/search-{lang}.*.js"))
        yield f"{f'ours engine {lang}':<28}{_size(engine):>8}"
        yield f"{f'ours index {lang}':<28}{_size(ours / 'search' / f'{lang}.json'):>8}"
    # The search's part of it is joined with the theme's script, so both are given whole.
    for name, script in (
        ("ours", next(ours.glob("assets/site.*.js"))),
        ("stock", next(stock.glob("assets/javascripts/bundle.*.js"))),
    ):
        yield f"{f'{name} script, every page':<28}{_size(script):>8}"
    worker = next(stock.glob("assets/javascripts/workers/search.*.js"))
    yield f"{'stock engine':<28}{_size(worker):>8}"
    yield f"{'stock index, both languages':<28}{_size(stock / 'search' / 'search_index.json'):>8}"


def _size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))
