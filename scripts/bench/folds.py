"""The labelled queries batch by batch, each asked of a search that has learned nothing of it.

What a batch left behind is taken out of the index: its queries, and the everyday words that it
brought or that say the same.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.v8 import Script, language_module
from kb.model.base import Lang
from kb.model.queries import Query
from kb.model.words import Words
from kb.search.questions import SEPARATOR, fold, questions

Tables = Mapping[str, Mapping[str, float]]

URLS, WORDS = 0, 5
"""Places of columns in the index file's pages."""
_CODE = """
globalThis.asked = [];
globalThis.see = (texts) => {
  const cache = new Map();
  asked = texts.map((text) => [rank(text, index, cache), index.neighbours.agreement(text)]);
  return asked.map(([ranked, agreement]) => {
    const found = features(ranked, agreement, index.pages).filter(({ page }) => page.weight);
    found.sort((a, b) => b.score - a.score);
    return {
      pages: found.filter(({ sure }) => sure === undefined).slice(0, 20)
        .map(({ page, told }) => ({ url: page.url, told })),
      overall: overall(found[0], agreement, found),
      situations: found.filter(({ sure }) => sure !== undefined).map(({ page, situation }) =>
        ({
          url: page.url,
          told: situation,
          leads: page.leadsTo.map(({ url }, place) => [url, NEXT ** place]),
        })),
    };
  });
};
globalThis.answer = (tables) => {
  Object.assign(RANK, tables.RANK);
  Object.assign(GATE, tables.GATE);
  Object.assign(SITUATION, tables.SITUATION);
  return asked.map(([ranked, agreement]) => judge(ranked, agreement, index.pages)
    .map(({ page, maybe }) => ({ url: page.url, kind: page.kind, maybe })));
};
"""


@dataclass(frozen=True)
class Fold:
    """One language's queries of one batch that no other has, and the search without the batch."""

    batch: str
    queries: Sequence[Query]
    seen: Sequence[Any]
    """What the engine sees of each query: its pages, itself and the situations."""
    script: Script

    def answers(self, tables: Tables) -> list[tuple[Query, Any]]:
        """Each query with its results under some weights; {} leaves them as learned.js has them."""
        return list(zip(self.queries, self.script.call("answer", tables), strict=True))


def folds(
    indices: Mapping[Lang, str],
    queries: Sequence[Query],
    words: Words,
    batches: Iterable[str] | None = None,
) -> Iterator[Fold]:
    """A fold for each batch and language.

    Args:
        indices: The index file of each language.
        queries: The labelled queries, of any language.
        words: The everyday words, with the batches from which they came.
        batches: The batches that are wanted; all of them unless told.
    """
    wanted = list(batches or dict.fromkeys(query.batch for query in queries))
    for lang, index in indices.items():
        own = [query for query in queries if query.lang == lang]
        for batch in wanted:
            others = {fold(query.text) for query in own if query.batch != batch}
            asked = [q for q in own if q.batch == batch and fold(q.text) not in others]
            if not asked:
                continue
            script = Script(
                {
                    "search/judge.js": ["features", "judge", "overall"],
                    "search/learned.js": ["GATE", "RANK", "SITUATION"],
                    "search/score.js": ["rank"],
                    "search/weights.js": ["NEXT"],
                    "search/index.js": ["Index"],
                    language_module(lang): ["language"],
                }
            )
            left = without(json.loads(index), lang, asked, own, words)
            script.run(f"globalThis.index = new Index({json.dumps(left)}, language)")
            script.run(_CODE)
            seen = script.call("see", [query.text for query in asked])
            yield Fold(batch, asked, seen, script)


def without(
    data: dict[str, Any],
    lang: Lang,
    left_out: Iterable[Query],
    queries: Iterable[Query],
    words: Words,
) -> dict[str, Any]:
    """An index, changed, that has learned nothing of some queries of one batch."""
    texts = {fold(query.text): query.batch for query in left_out}
    batches = set(texts.values())
    brought = {
        fold(word)
        for page in words.words.values()
        for word, origin in page.get(lang, {}).items()
        if origin in batches
    }
    columns = data["pages"]
    columns[WORDS] = [
        SEPARATOR.join(
            word for word in page.split(SEPARATOR) if fold(word) not in texts.keys() | brought
        )
        for page in columns[WORDS]
    ]
    places = defaultdict(list)
    for number, url in enumerate(columns[URLS]):
        places[slug(url)].append(number)
    others = [query for query in queries if fold(query.text) not in texts]
    data["queries"] = questions(others, lang, places)
    return data


def slug(url: str) -> str:
    """The last part of an address."""
    return url.rstrip("/").rpartition("/")[2]
