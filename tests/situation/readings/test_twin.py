"""What holds on a day, and what follows, equals the definitions followed the slow way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import assume, event, given
from hypothesis import strategies as st
from tests.twins import clock_conflict as brute
from tests.twins.clock_answers import of_conflict
from tests.twins.clock_cases import Cases
from tests.twins.clock_twin import Day

from detente.session import CaseError, OpenCase, open_case

Case = dict[str, Any]


def opened(case: Case, folder: Path) -> OpenCase:
    """Return a drawn case, opened; one in which ``check`` finds an error is not looked at."""
    file = folder / "drawn.yaml"
    file.write_text(json.dumps(case), encoding="utf-8")
    found = open_case(file)
    assume(not found.errors)
    return found


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
