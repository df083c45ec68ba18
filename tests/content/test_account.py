"""The account's check over every answer, in V8, against what the source says (account_oracle)."""

from __future__ import annotations

import json
from typing import Any

from account_oracle import QUESTIONS, every_combination, shown, verdict
from javascript import Script
from kb.model.pages import Service
from real_site import load_real

BUCKETS = ("first", "open", "fixed", "excluded", "find")
LETTERS = "abcdefghijk"
ALL = """
globalThis.all = (criteria, questions) => {
  const values = ["yes", "no", "unknown"];
  const rows = [];
  for (let number = 0; number < 3 ** questions.length; number += 1) {
    let rest = number;
    const answers = {};
    for (let place = questions.length - 1; place >= 0; place -= 1) {
      answers[questions[place]] = values[rest % 3];
      rest = Math.floor(rest / 3);
    }
    const result = decide(criteria, answers);
    const lists = ["first", "open", "fixed", "excluded", "find"].map((name) =>
      result[name].map((id) => "abcdefghijk"[questions.indexOf(id)]).sort().join(""));
    rows.push([result.verdict, ...lists].join("|"));
  }
  return rows;
}
"""


def criteria() -> dict[str, list[dict[str, Any]]]:
    """The criteria of the account as the page gives them to the script."""
    document = load_real().knowledge.get("fi", "palvelut/valitystili.md")
    assert document
    assert isinstance(document.meta, Service)
    found = document.meta.criteria
    assert found
    # What has been added since is none of the source's.
    pre, opening, against = (
        [item for item in items if item.id in QUESTIONS]
        for items in (found.preconditions, found.opening, found.exclusions)
    )
    return {
        "preconditions": [{"id": item.id} for item in pre],
        "opening": [{"id": item.id, "fixed": bool(item.fixed_term)} for item in opening],
        "exclusions": [{"id": item.id, "settles": item.settles} for item in against],
    }


def script() -> Script:
    return Script({"check/decide.js": ["decide"]})


def test_every_combination_of_answers() -> None:
    v8 = script()
    v8.run(ALL)
    rows = v8.call("all", criteria(), list(QUESTIONS))
    assert len(rows) == 3**11
    letter = dict(zip(QUESTIONS, LETTERS, strict=True))
    for row, answers in zip(rows, every_combination(), strict=True):
        lists = shown(answers)
        short = ["".join(sorted(letter[q] for q in lists[name])) for name in BUCKETS]
        assert row == "|".join([verdict(answers), *short]), answers


def test_the_function_changes_nothing_and_knows_nothing_else() -> None:
    v8 = script()
    v8.run(
        """globalThis.twice = () => {
          const frozen = (value) => {
            Object.values(value).forEach((v) => typeof v === "object" && frozen(v));
            return Object.freeze(value);
          };
          const criteria = frozen({
            preconditions: [{id: "p"}], opening: [{id: "o"}], exclusions: [{id: "e"}]});
          const yes = frozen({p: "yes", o: "yes", e: "no"});
          const once = JSON.stringify(decide(criteria, yes));
          decide(criteria, frozen({}));
          return [once, JSON.stringify(decide(criteria, yes)), decide(criteria, {}).verdict];
        }"""
    )
    once, again, empty = v8.call("twice")
    assert json.loads(once) == json.loads(again)
    assert empty == "find"


def test_the_rules_have_a_year_and_one_decider() -> None:
    document = load_real().knowledge.get("fi", "palvelut/valitystili.md")
    assert document
    assert isinstance(document.meta, Service)
    assert document.meta.criteria
    assert document.meta.criteria.as_of == "2022"
    deciders = {by.target for decision in document.meta.decisions for by in decision.by}
    assert deciders == {("organisation", "valitystilin-hoitaja")}
