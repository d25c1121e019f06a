"""The level of two actors against a slow twin that goes through every day on which acts can have begun and ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from detente.case.relation import Relation
from detente.dates import Interval, Truth
from detente.models.chronicle.dyads import Act, Dyad

FIRST = date(2025, 1, 1)
WORTH = {"conflictual": -1, "mixed": 0, "cooperative": 1}
LAST = 8
NEVER = 99
Drawn = tuple[str, tuple[int, int] | None, tuple[int, int] | None]
"""A sign, the days on which an act can have begun, and those on which it can have ended."""

DAYS = st.tuples(st.integers(0, LAST), st.integers(0, 2)).map(lambda each: (each[0], each[0] + each[1]))
ACTS = st.lists(st.tuples(st.sampled_from(list(WORTH)), st.none() | DAYS, st.none() | DAYS), min_size=1, max_size=3)


def interval(days: tuple[int, int] | None) -> Interval | None:
    return None if days is None else Interval(*(FIRST + timedelta(days=day) for day in days))


def act(sign: str, begun: Interval | None, ended: Interval | None) -> Act:
    relation = Relation.model_validate({"from": "north", "to": "south", "sign": sign})
    assert relation.sign is not None
    return Act(relation, relation.sign, begun, ended)


def dyad_of(drawn: Sequence[Drawn]) -> Dyad:
    acts = (act(sign, interval(begun), interval(ended)) for sign, begun, ended in drawn)
    return Dyad(("north", "south"), tuple(acts))


def worlds(drawn: Sequence[Drawn], day: int) -> set[float | None]:
    """Return what the level on a day is in each way in which the acts can have begun and ended."""
    spans = []
    for _, begun, ended in drawn:
        starts = [-1] if begun is None else range(begun[0], begun[1] + 1)
        ends = [NEVER] if ended is None else range(ended[0], ended[1] + 1)
        spans.append([(start, end) for start in starts for end in ends])
    levels: set[float | None] = set()
    for world in product(*spans):
        held = [WORTH[sign] for (sign, _, _), (start, end) in zip(drawn, world, strict=True) if start <= day <= end]
        levels.add(sum(held) / len(held) if held else None)
    return levels


@settings(max_examples=200)
@given(ACTS)
def test_a_level_is_said_where_it_is_the_same_however_dates_are_read(drawn: list[Drawn]) -> None:
    assume(all(not begun or not ended or begun[1] <= ended[0] for _, begun, ended in drawn))
    dyad = dyad_of(drawn)
    levels = dyad.levels(FIRST + timedelta(days=LAST + 4))
    for day in range(-1, LAST + 5):
        on = FIRST + timedelta(days=day)
        found = [each for each in levels if each.since is None or each.since <= on]
        can = worlds(drawn, day)
        if not found:
            assert None in can
            continue
        stretch = found[-1]
        if stretch.level is not None:
            assert can == {stretch.level}
        numbers = [each for each in can if each is not None]
        if stretch.low is None or stretch.high is None:
            assert can == {None}
        else:
            assert all(stretch.low <= each <= stretch.high for each in numbers)


@settings(max_examples=200)
@given(ACTS)
def test_where_it_cannot_be_said_the_bounds_are_reached(drawn: list[Drawn]) -> None:
    assume(all(not begun or not ended or begun[1] <= ended[0] for _, begun, ended in drawn))
    levels = dyad_of(drawn).levels(FIRST + timedelta(days=LAST + 4))
    begins = [-1 if each.since is None else (each.since - FIRST).days for each in levels]
    for each, (begin, end) in zip(levels, pairwise([*begins, LAST + 5]), strict=True):
        reached = [level for day in range(begin, end) for level in worlds(drawn, day) if level is not None]
        assert (each.low, each.high) == ((min(reached), max(reached)) if reached else (None, None))


def test_of_neighbours_no_two_are_alike() -> None:
    one = act("cooperative", interval((0, 2)), None)
    two = act("cooperative", interval((4, 6)), None)

    (only,) = Dyad(("north", "south"), (one, two)).levels(FIRST + timedelta(days=LAST))
    assert (only.since, only.level) == (FIRST + timedelta(days=2), 1)


@pytest.mark.parametrize(
    ("begun", "ended", "bounded"),
    [
        (None, None, True),
        (Interval(FIRST, None), None, True),
        (Interval(None, FIRST), None, False),
        (Interval(None, FIRST), Interval(FIRST, FIRST), True),
    ],
)
def test_what_may_always_have_stood(begun: Interval | None, ended: Interval | None, bounded: bool) -> None:
    assert act("mixed", begun, ended).is_bounded is bounded


def test_an_end_on_the_last_day_of_the_calendar_never_has_a_day_after() -> None:
    lasting = act("mixed", None, Interval(date.max, date.max))

    assert list(lasting.turns) == []
    assert lasting.holds(date.max) is Truth.TRUE
