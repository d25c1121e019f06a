"""What holds on a day, and what follows, equals the definitions followed the slow way."""

from __future__ import annotations

from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st
from tests.lenses.roadmap.test_twin import differences
from tests.situation.readings.drawn import opened
from tests.twins import clock_conflict as brute
from tests.twins.clock_answers import MOST_DATES, of_conflict
from tests.twins.clock_cases import Cases
from tests.twins.clock_roadmap import network, of_roadmap
from tests.twins.clock_settlement import among, deal, held_surely
from tests.twins.clock_twin import Day, questions, ways

from detente.session import CaseError


@given(st.integers(0, 10**9))
def test_a_conflict_of_a_day(tmp_path_factory: Any, seed: int) -> None:
    draws = Cases(seed)
    case = draws.case()
    written = opened(case, tmp_path_factory.getbasetemp())
    for text in draws.days(4):
        expected, conflict = of_conflict(Day(case, text)), case["conflict"]
        game, present = brute.game(conflict, expected.held), brute.present_options(conflict, expected.held)
        try:
            found = written.at(text).conflict().document
        except CaseError:
            event("a conflict that cannot be")
            assert brute.flaw(conflict, game, present)
            continue

        event(f"determined: {expected.determined}")
        assert found["determined"] == expected.determined, text
        assert frozenset(one["id"] for one in found["because"] or ()) == expected.because, text
        if expected.determined:
            event(f"options left out: {len(brute.written_options(conflict)) - len(present)}")
            assert found["options"] == present, text
            assert _states(found, found["equilibria"]) == brute.equilibria(game), text
            quo = brute.status_quo(conflict, game, present)
            assert (found["status_quo"] and _taken(found, found["status_quo"])) == quo, text
            named = {name: state and _taken(found, state) for name, state in found["named"].items()}
            assert named == brute.named_states(conflict, game, present), text


def _states(found: Any, listed: Any) -> dict[str, frozenset[frozenset[str]]]:
    return {concept: frozenset(_taken(found, state) for state in states) for concept, states in listed.items()}


def _taken(found: Any, state: str) -> frozenset[str]:
    return frozenset(option for option, mark in zip(found["options"], state, strict=True) if mark == "Y")


@given(st.integers(0, 10**9))
def test_a_settlement_of_a_day(tmp_path_factory: Any, seed: int) -> None:
    draws = Cases(seed)
    case = draws.case(whole=True)
    written = opened(case, tmp_path_factory.getbasetemp())
    for text in draws.days(4):
        day, found = Day(case, text), written.at(text).settle(draws=16, exchanges=False).document
        every = {
            held: deal(case, held) if held_surely(day, held) else "nothing" for held in ways(day, among(case)).values()
        }
        said, open_dates = set(every.values()), {q.key[0] for each in among(case) for q in questions(day, each)}
        event(f"determined: {found['determined']}, open dates: {min(len(open_dates), MOST_DATES + 1)}")
        if said == {"nothing"} or len(open_dates) > MOST_DATES or len(said) > 1:
            assert not found["determined"], text
        elif not open_dates:
            assert found["determined"], text
        if found["determined"] and (zone := next(iter(said))) is not None:
            packages = frozenset(tuple(entry["package"].items()) for entry in found["packages"]["zopa"])
            assert packages == zone or len(packages) < found["packages"]["zopa_count"] == len(zone), text


@given(st.integers(0, 10**9))
def test_a_road_of_a_day(tmp_path_factory: Any, seed: int) -> None:
    draws = Cases(seed)
    case = draws.case(whole=True)
    case = {key: case[key] for key in ("actors", "events", "steps", "roadmap")}
    case["case"] = {"id": "drawn", "as_of": "2025-07-10"}
    written = opened(case, tmp_path_factory.getbasetemp())
    for text in filter(_is_day, draws.days(8)):
        expected, found = of_roadmap(Day(case, text)), written.at(text).roadmap(draws=16).document
        event(f"determined: {expected.determined}")
        assert found["determined"] == expected.determined, text
        assert frozenset(one["id"] for one in found["because"] or ()) == expected.because, text
        if expected.determined:
            assert not differences(network(case, expected.held), text, dict(found)), text


def _is_day(text: str) -> bool:
    return len(text) == len("2025-07-10")
