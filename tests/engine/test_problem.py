"""What an editor is told, whatever it quotes."""

from __future__ import annotations

from kb.model.problem import Problem, quoting


def test_a_problem_is_one_line_whatever_it_quotes() -> None:
    problem = Problem("a,b:c.md", 3, "rivi\nvaihtuu \x07 100 %", "line\r\nbreaks\u2028")
    assert str(problem) == "a,b:c.md:3: rivi vaihtuu   100 % / line breaks"
    assert problem.annotation() == (
        "::error file=a%2Cb%3Ac.md,line=3::rivi vaihtuu   100 %25 / line breaks"
    )
    warning = Problem("a.md", 1, "fi", "en", "warning")
    assert str(warning) == "a.md:1: varoitus: fi / warning: en"
    assert warning.annotation() == "::warning file=a.md,line=1::fi / en"


def test_no_quoted_text_is_a_command_of_the_job() -> None:
    """GitHub's runner obeys `##[...]` anywhere in a console's line."""
    problem = Problem("a##[b].md", 3, "sana '##[stop-commands]x'", "the word '##[error]x'")
    assert "##[" not in str(problem)
    assert "##[" not in problem.annotation()


def test_a_mark_is_quoted_on_one_line_and_cut_short() -> None:
    fi, en = quoting(("merkki '{mark}'", "the mark '{mark}'"), "a\n  b" + "c" * 100)
    assert fi == f"merkki 'a b{'c' * 57}'"
    assert en == f"the mark 'a b{'c' * 57}'"
