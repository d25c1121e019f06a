"""What follows from the readings of a day: whether the conflict is determined, on what it hangs, and what comes out."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, NamedTuple

from tests.twins import clock_conflict as brute
from tests.twins.clock_twin import Day, Key, Path, Reading, Way, bound, questions, readings, ways

MOST_DATES = 6


class Answer(NamedTuple):
    """Whether a day determines an answer; if not, the ids on which it hangs, if so, what holds."""

    determined: bool
    because: frozenset[str]
    held: frozenset[Path]


def of_conflict(day: Day) -> Answer:
    """Return whether the readings of a day determine what the conflict says."""
    conflict = day.case["conflict"]

    def verdict(held: frozenset[Path]) -> Hashable:
        if not brute.can_be_asked(conflict, held):
            return None
        game, present = brute.game(conflict, held), brute.present_options(conflict, held)
        if problem := brute.flaw(conflict, game, present):
            return problem
        return frozenset(brute.equilibria(game).items()), brute.status_quo(conflict, game, present)

    return answer(day, [each for each in readings(day.case) if each.path[0] == "conflict"], "conflict", verdict)


def answer(day: Day, among: Iterable[Reading], section: str, verdict: Any) -> Answer:
    """Return whether the same follows whichever way open dates fell; the day answers as if none had come."""
    listed = list(among)
    held = ways(day, listed)
    said = {way: verdict(readings_held) for way, readings_held in held.items()}
    first = held.get(frozenset(), frozenset())
    asked = {question.key for reading in listed for question in questions(day, reading)}
    if len({date for date, _ in asked}) > MOST_DATES:
        return Answer(False, names(day, listed, asked), first)
    if all(each is None for each in said.values()):
        return Answer(False, frozenset([section]), first)
    deciding = {key for key in asked if _matters(key, said)}
    assert bool(deciding) == (len(set(said.values())) > 1)
    return Answer(not deciding, names(day, listed, deciding), first)


def _matters(key: Key, said: Mapping[Way, Hashable]) -> bool:
    """Return whether what is said ever changes with whether a date has come, alone or with those of the same day."""
    together = {one for way in said for one in way if all((one in each) == (key in each) for each in said)}
    return any(key in way and said.get(way - together, verdict) != verdict for way, verdict in said.items())


def names(day: Day, among: list[Reading], deciding: set[Key]) -> frozenset[str]:
    """Return what the readings that hang on some dates are called: whatever has the date, or what that stands in."""
    return frozenset(
        _name(reading, "from" if question.begins else "to")
        for reading in among
        for question in questions(day, reading)
        if question.key in deciding
    )


def _name(reading: Reading, key: str) -> str:
    chain: tuple[Mapping[str, Any], ...] = reading.chain
    owner = next((place for place, record in enumerate(chain) if record.get(key) is not None), len(chain) - 1)
    if bound(reading, key) is None:
        owner = len(chain) - 1
    for record in chain[owner:]:
        if name := record.get("id") or record.get("actor"):
            return str(name)
    return "roadmap" if reading.path[0] == "steps" else str(reading.path[0])
