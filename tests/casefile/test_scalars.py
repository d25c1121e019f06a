"""Plain words: what YAML would make of them, and that nothing written is lost."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

from detente.casefile.yaml_text.scalars import plain_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None), ("true", True), ("False", False), ("12", 12), ("-3", -3), ("0", 0),
        ("12.5", 12.5), ("1e3", 1000.0), (".5", 0.5), ("-2.", -2.0),
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("2025-07-10", "2025-07-10"), ("007", "007"), ("0x1f", "0x1f"),
        ("1_000", "1_000"), ("12:30:00", "12:30:00"), (".nan", ".nan"), (".inf", ".inf"), ("1" * 20, "1" * 20),
        ("nullify", "nullify"),
    ],
)  # fmt: skip
def test_plain_words(text: str, value: object) -> None:
    found = plain_value(text)

    assert found == value
    assert isinstance(found, type(value))


@pytest.mark.parametrize("written", ["3.10", "1.50", "1e3", "2.0"])
def test_a_number_that_is_text_stays_as_it_was_written(written: str, opened: Opener) -> None:
    case = opened(
        f"""
        commitments: [{{id: c, clause: {written}, cites: [{{source: s, at: {written}}}]}}]
        sources: [{{id: s}}]
        actors: [{{id: north, name: {written}, kind: state}}]
        conflict:
          graph: {{states: [{written}, 9], moves: {{north: {{{written}: [9]}}}}}}
          decision_makers: [{{actor: north, preferences: {{ranking: [[9], [{written}]], assumption: a}}}}]
        """
    )

    assert problems(case) == []
    commitment = case.case.commitments[0]
    assert (commitment.clause, commitment.cites[0].at, case.case.actors[0].name) == (written, written, written)
    assert case.at().conflict().document["states"]["list"] == [written, "9"]


@pytest.mark.parametrize("escape", [r"\e[31m", r"\0", r"\x7f", r"\x85", r"\L", r"\b"])
def test_control_characters_cannot_hide_in_text(escape: str, opened: Opener) -> None:
    text, places = marked(f'case: {{id: demo, as_of: 2025}}\nactors: [{{id: north, name: »"N{escape}", kind: state}}]')

    assert problems(opened(text)) == [f"{places[0]} DT012 this text holds a control character"]


@pytest.mark.parametrize("hidden", ["\u0085", "\u2028", "\u2029"])
def test_hidden_line_breaks_are_refused_so_that_lines_are_those_of_the_editor(hidden: str, opened: Opener) -> None:
    text, places = marked(f"case: {{id: demo, as_of: 2025}}\n# a{hidden}b\nactor: []")

    found = problems(opened(text))

    assert [problem.split()[0] for problem in found] == ["2:4"]
    assert places == []


def test_an_id_with_a_line_break_stays_on_one_line(opened: Opener) -> None:
    found = problems(opened('case: {id: demo, as_of: 2025}\nactors: [{id: "a\\nb", name: N, kind: state}]'))

    assert found == ["2:15 DT102 actors 'a b': id: 'a b' is not an id"]


def test_one_citation_needs_no_list(opened: Opener) -> None:
    case = opened("sources: [{id: s}]\nissues: [{id: i, cites: s ¶2}, {id: k, cites: {source: s, at: ¶3}}]").case

    assert [str(issue.cites[0]) for issue in case.issues] == ["s ¶2", "s ¶3"]


def test_a_word_where_a_record_belongs_shows_how_the_record_is_written(opened: Opener) -> None:
    case = opened("actors: [north]")

    assert case.diagnostics[0].hint == "write {id: …, name: …, kind: …}"
