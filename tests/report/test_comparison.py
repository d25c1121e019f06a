"""Scenarios side by side: what differs is told, headlines first, and what does not is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.hostile import TEXTS, poison
from tests.report.markup import Element, read
from tests.report.sample import STAMP, sample
from tests.told import findings

from detente.findings import Answer, Brief, Depth, Edition, Finding, Question, Statement
from detente.report import render_comparison


def _edition(scenario: str, *found: Finding, stuck: str = "North waits.") -> Edition:
    answer = Answer(Question.STUCK, stuck, model=False, because=("conflict-a",))
    stamp = replace(STAMP, scenario=scenario)
    return Edition(stamp, (findings("conflict", "Why?", found),), Brief("T", "R", (answer,), None))


def _finding(key: str, headline: str, *said: str, depth: Depth = Depth.HEADLINE) -> Finding:
    statements = tuple(map(Statement, said))
    return Finding(f"About {key}", headline, statements, lens="conflict", id=key, depth=depth)


def _rows(root: Element) -> dict[str, list[str]]:
    """Return the cells of every row by its head, blanks evened out."""
    rows = (row.children for row in root.all("tr"))
    return {cells[0].text: [" ".join(cell.text.split()) for cell in cells[1:]] for cells in rows}


@pytest.fixture
def root() -> Element:
    """Return a comparison of a case with two scenarios."""
    same = _finding("same", "It is so.", "And so it stays.")
    inventory = [_finding("list", f"{number} things.", depth=Depth.APPENDIX) for number in range(3)]
    return read(
        render_comparison(
            [
                _edition("", same, _finding("end", "Nobody moves.", "North waits.", "South waits."), inventory[0]),
                _edition("Price falls", same, _finding("end", "North moves.", "South waits."), inventory[1]),
                _edition("Price rises", same, inventory[2], stuck="South waits."),
            ]
        )
    )


def test_headlines_that_differ_stand_side_by_side(root: Element) -> None:
    rows = _rows(root)
    first, second, third = rows["About end"]

    assert rows["About"] == ["As the case is", "Price falls", "Price rises"]
    assert first.startswith("Nobody moves.")
    assert second.startswith("North moves.")
    assert third == "nothing is said of it"


def test_sentences_that_not_all_say_stand_behind_a_click(root: Element) -> None:
    first, second, _ = _rows(root)["About end"]

    assert first.endswith("North waits.South waits.")
    assert second.endswith("South waits.")
    assert "About same" not in _rows(root)


def test_the_brief_comes_first_where_it_differs(root: Element) -> None:
    assert root.all("h2")[0].text == "In brief"
    assert _rows(root)["Why it is stuck"] == ["North waits.", "North waits.", "South waits."]


def test_what_is_the_same_is_named_once_and_inventories_are_left_out(root: Element) -> None:
    assert "About same." in root.text
    assert "things." not in root.text


def test_where_nothing_differs_it_says_so() -> None:
    same = Edition(STAMP, sample())

    assert "Nothing that the page says differs." in render_comparison([same, same])


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_texts_stay_texts(text: str) -> None:
    editions = [poison(_edition("s", *sample()[0].findings), text), _edition("", stuck=text)]
    root = read(render_comparison(editions))

    assert not root.all("script")
    assert not root.all("img")
    assert {e.attributes["href"] for e in root.all("link")} == {"data:,"}
