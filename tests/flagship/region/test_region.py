"""The region of the flagship: what the article says of it is there, and nobody's judgement was changed or made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from tests.flagship.reading import ARTICLE_PARAGRAPHS, FURNITURE, citations, flagship
from tests.flagship.region.cuts import FIRST, FIRST_LEFT_OUT, SECOND, Cell, first, first_cells, second, second_cells

from detente.case.system import Impact, System
from detente.dates import parse_edtf

CONDITIONS = {
    "russia-weight", "west-line", "turkey-part", "turkey-track", "format", "baku-moscow", "armenia-anchor",
    "legitimacy", "third-parties", "violence",
}  # fmt: skip
CONTEXTS = {"ukraine-war", "attention"}
OUTPUTS = {"georgia-place", "link"}
SHOCKS = {
    *("ukraine-war-ends", "russian-format-renewed", "west-binds-itself", "west-walks-away", "turkey-opens-the-border"),
    *("escalation", "talks-break-off", "government-falls", "government-confirmed", "baku-moscow-settle"),
}

STATED = [
    ("ukraine-war.war", "russia-weight.aside", 1, 40),
    ("ukraine-war.war", "west-line.against", 1, 39),
    ("format.direct", "russia-weight.aside", 1, 13),
    ("baku-moscow.crisis", "format.direct", 1, 8),
    ("turkey-part.peacemaker", "format.direct", 1, 8),
    ("west-line.against", "armenia-anchor.west", 1, 40),
    ("legitimacy.seeking", "armenia-anchor.russia", -1, 15),
    ("legitimacy.seeking", "turkey-track.talking", 1, 15),
]
"""What the article says acts on what, which way, and in which paragraph: both readings have it as stated."""

DATES = {
    "2020-11-30": {"russia-weight": "leads", "format": "russian", "west-line": "alongside", "ukraine-war": "none"},
    "2022-02-28": {"ukraine-war": "war", "west-line": "against", "format": "western", "armenia-anchor": "russia"},
    "2024-10-31": {"format": "direct", "armenia-anchor": "nobody", "legitimacy": "seeking", "baku-moscow": "distant"},
    "2025-07-31": {"russia-weight": "aside", "baku-moscow": "crisis", "turkey-track": "talking", "format": "direct"},
}
"""In which state the article has what at the four dates (¶8-10, ¶15-22, ¶25, ¶27, ¶39, ¶40)."""


def region() -> System:
    """Return the region as the case has it."""
    system = flagship().case.system
    assert system is not None
    return system


@cache
def document() -> Mapping[str, Any]:
    """Return what the lens says of it."""
    return flagship().at().look("system").document


def judged_by(coder: str) -> dict[Cell, Impact]:
    """Return the impacts of a coder, by what does it and what it is done to."""
    return {(each.source, each.on): each for each in region().impacts if each.coder == coder}


def test_it_has_the_conditions_that_the_article_speaks_of() -> None:
    kinds: dict[str, set[str]] = {}
    for each in region().descriptors:
        kinds.setdefault(each.kind, set()).add(each.id)
    assert kinds == {"setting": CONDITIONS, "context": CONTEXTS, "output": OUTPUTS}
    assert {each.id for each in region().shocks} == SHOCKS


def test_every_state_can_be_seen_and_every_change_rests_on_something() -> None:
    unseen = [f"{each.id}.{s.id}" for each in region().descriptors for s in each.states if not s.tripwire]
    # That the war has not begun cannot be seen any more.
    assert unseen == ["ukraine-war.none"]
    entries = [entry for each in region().descriptors for entry in each.history]
    assert [entry for entry in entries if not (entry.cites or entry.assumption)] == []


def test_every_judgement_has_a_reason_and_is_somebodys() -> None:
    assert {each.coder for each in region().impacts} == {FIRST, SECOND}
    bases = Counter((each.coder, each.basis) for each in region().impacts)
    assert all(bases[coder, basis] > 0 for coder in (FIRST, SECOND) for basis in ("stated", "inferred", "assumed"))
    assert [each for each in (*region().impacts, *region().background) if not each.why] == []
    assumed = [each for each in region().impacts if each.basis == "assumed"]
    assert [each for each in assumed if each.cites or not each.assumption] == []


def test_it_cites_nothing_but_paragraphs_of_the_article_that_say_something() -> None:
    cited = citations(region())
    assert {each.source for each in cited} == {"article"}
    numbers = {number for each in cited for number in each.paragraphs() or [0]}
    assert numbers <= set(range(1, ARTICLE_PARAGRAPHS + 1)) - FURNITURE
    assert numbers >= {8, 9, 13, 15, 21, 22, 24, 32, 39, 40, 42, 45, 47, 48}


@pytest.mark.parametrize(("source", "target", "sign", "paragraph"), STATED)
def test_what_the_article_states_both_readings_have(source: str, target: str, sign: int, paragraph: int) -> None:
    for coder in (FIRST, SECOND):
        found = judged_by(coder)[source, target]
        assert found.basis == "stated"
        ends = sorted(sign * end for end in (found.effect.low, found.effect.high))
        assert 0 <= ends[0] <= ends[1] != 0
        assert paragraph in {number for cite in found.cites for number in cite.paragraphs() or ()}


@pytest.mark.parametrize(("coder", "originals", "cells"), [(FIRST, first, first_cells), (SECOND, second, second_cells)])
def test_no_judgement_was_changed_or_made_up(coder: str, originals: Any, cells: Any) -> None:
    """Every judgement in the case is one of its coder's, of the same strength, on the same evidence and paragraphs."""
    left, judged = judged_by(coder), judged_by(coder)
    for original in originals():
        stands = cells((original["from"], original["on"])) & judged.keys()
        for cell in stands:
            found = left.pop(cell)
            assert _bounds(original["effect"]) == (found.effect.low, found.effect.high)
            assert found.basis == original["evidence"]
            cited = {number for cite in found.cites for number in cite.paragraphs() or ()}
            assert cited == (set() if found.basis == "assumed" else set(_paragraphs(original)))
    assert left == {}


def test_no_judgement_was_lost() -> None:
    judged = judged_by(FIRST)
    for original in first():
        cells = first_cells((original["from"], original["on"]))
        assert cells <= judged.keys()
        assert cells or (original["from"], original["on"]) in FIRST_LEFT_OUT
    lost = 0
    for original in second():
        cells = second_cells((original["from"], original["on"]))
        assert cells <= judged_by(SECOND).keys()
        lost += not cells
    assert lost == 2


def test_the_four_dates_can_be_read() -> None:
    told = {each["date"]: each["states"] for each in document()["dates"]}
    for day, states in DATES.items():
        assert {name: told[day][name] for name in states} == states
    assert max(told) == "2025-07-31"


def test_the_agreement_is_cohens() -> None:
    """The kappa of the lens is that of the two columns of judgements, worked out by the table of Cohen's paper."""
    columns = [{cell: _middle(each) for cell, each in judged_by(coder).items()} for coder in (FIRST, SECOND)]
    cells = sorted(columns[0].keys() | columns[1].keys())
    couples = [(columns[0].get(cell, 0), columns[1].get(cell, 0)) for cell in cells]
    said = document()["coders"]
    assert said["pairs"] == len(cells)
    alike = sum(_sign(one) == _sign(other) for one, other in couples) / len(cells)
    assert said["same_sign"] == pytest.approx(alike, abs=5e-5)
    assert said["kappa"] == pytest.approx(_kappa(couples), abs=5e-5)
    finding = next(each for each in flagship().at().look("system").findings if each.id == "coders")
    assert f"the sign of {round(100 * alike)} per cent" in finding.headline


def test_a_renewed_russian_format_and_an_escalation_can_be_tried() -> None:
    shocks = {each.id: each.states for each in region().shocks}
    assert shocks["russian-format-renewed"]["format"] == "russian"
    assert shocks["escalation"] == {"violence": "fighting"}
    assert set(document()["shocks"]) == set(shocks)


def test_as_things_stand_no_gate_closes_anything() -> None:
    situation = flagship().at().moment.situation
    outcomes = [found for each in situation.outcomes.values() for found in each.values()]
    assert [found for found in (*situation.options.values(), *outcomes) if found.gated] == []


@pytest.mark.parametrize(
    ("state", "closed"),
    [
        (("format", "none"), {"sign@azerbaijan"}),
        (("violence", "fighting"), {"sign@azerbaijan"}),
        (("format", "russian"), {"accept-operator@azerbaijan", "accept-operator@armenia"}),
    ],
)
def test_what_a_gate_closes(state: tuple[str, str], closed: set[str]) -> None:
    situation = replace(flagship().at().moment, region=frozenset({state})).situation
    assert {name for name, found in situation.options.items() if found.gated} == closed


def test_a_government_that_falls_closes_the_amendment() -> None:
    """The gate matters once the referendum could be held: before, the amendment is not to be had anyway."""
    day = flagship().at(parse_edtf("2027-01-01")).moment
    assert day.situation.options["adopt-constitution"].open
    fallen = replace(day, region=frozenset({("legitimacy", "lost")})).situation.options["adopt-constitution"]
    assert not fallen.open
    assert fallen.gated


def _bounds(effect: int | list[int]) -> tuple[int, int]:
    return (effect, effect) if isinstance(effect, int) else (effect[0], effect[1])


def _paragraphs(original: Mapping[str, Any]) -> Iterator[int]:
    yield from (int(cite.partition("¶")[2]) for cite in original.get("cites", ()))


def _middle(impact: Impact) -> int:
    """Return the middle of what somebody takes an effect to be, halfway between two whole numbers the weaker."""
    return int((impact.effect.low + impact.effect.high) / 2)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _kappa(couples: list[tuple[int, int]]) -> float:
    """Return Cohen's kappa with linear weights, from the two coders' tables of how often each says what."""
    ones, others = (Counter(column) for column in zip(*couples, strict=True))
    observed = sum(abs(one - other) for one, other in couples) / len(couples)
    chance: float = sum(abs(a - b) * ones[a] * others[b] for a in ones for b in others) / len(couples) ** 2
    return 1 - observed / chance
