"""The trail against a slow twin that goes through every day on which each word may have been spoken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case import Case
from detente.dates import parse_edtf
from detente.lenses.chronicle.disclosures.chapter import find
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.look import Look
from detente.study import Study

FIRST = date(2025, 1, 1)
WAYS = ("announced", "disclosed", "leaked", "confirmed", "denied", "readout", "silent", "framed")
Word = tuple[str, int, int]
"""What is done, its first possible day, and how many more are possible."""

WORDS = st.lists(st.tuples(st.sampled_from(WAYS), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=4)


def worlds(words: Sequence[Word]) -> list[tuple[int, ...]]:
    """Return every way in which the days can have been."""
    return list(product(*(range(first, first + more + 1) for _, first, more in words)))


def twin(words: Sequence[Word], today: int) -> dict[str, Any]:
    """Return the trail by its definition."""
    days = worlds(words)
    number = range(len(words))
    sure = [k for k in number if all(world[k] <= today for world in days)]
    kept = [k for k in number if any(world[k] <= today for world in days)]
    saying = [k for k in kept if words[k][0] not in ("denied", "silent", "framed")]
    first = [k for k in saying if any(world[k] == min(world[j] for j in saying) for world in days)]
    first = first if set(first) & set(sure) else []
    denied = [k for k in sure if words[k][0] == "denied"]
    before = [k for k in denied if first and all(world[k] < min(world[j] for j in saying) for world in days)]
    lone = len(first) == 1
    return {
        "first": first,
        "silent": [k for k in sure if words[k][0] == "silent"],
        "denied": denied,
        "denied_before": before,
        "confirmed": [k for k in sure if words[k][0] in ("announced", "confirmed", "readout") and k not in first]
        if lone
        else [],
        "undetermined": [k for k in kept if k not in sure],
    }


def case_of(words: Sequence[Word], today: int) -> Case:
    def day(number: int) -> str:
        return (FIRST + timedelta(days=number)).isoformat()

    told = [
        {"event": "met", "by": f"a{k}", "what": what, "date": parse_edtf(f"{day(first)}/{day(first + more)}")}
        for k, (what, first, more) in enumerate(words)
    ]
    return Case.model_validate(
        {
            "case": {"id": "demo", "as_of": parse_edtf(day(today))},
            "actors": [{"id": f"a{k}", "name": f"A{k}", "kind": "state"} for k in range(len(words))],
            "events": [{"id": "met", "date": parse_edtf("2024-12-31"), "what": "They met"}],
            "disclosures": told,
        }
    )


@settings(max_examples=300)
@given(WORDS, st.integers(0, 5))
def test_a_trail_is_what_holds_however_dates_are_read(words: list[Word], today: int) -> None:
    trails = find(Look(Study(case_of(words, today)).at(), ChronicleOptions())).disclosures
    expected = twin(words, today)
    if "met" not in trails:
        assert not any(expected.values())
        return
    trail = trails["met"]
    found = {
        name: sorted(int((each if isinstance(each, str) else each.by)[1:]) for each in getattr(trail, name))
        for name in expected
    }
    assert found == expected
