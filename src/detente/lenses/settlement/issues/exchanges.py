"""Swaps: two actors support each other, each on the issue that matters more to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from detente.findings import Column, Finding, Method, Row, Statement, Table
from detente.lenses.settlement.issues.words import number
from detente.methods.bargaining.spatial.exchange import Exchange, Exchanges, exchanges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.settlement.issues.reading import Reading
    from detente.situation import Situation

_MOST = 12

LISTED = 200
"""So many swaps are listed for programs, the best ones."""

_COLUMNS = (
    Column("first", "One"),
    Column("gives", "moves"),
    Column("second", "The other"),
    Column("returns", "moves"),
    Column("gain", "Gain of either, of 1", "number"),
)


def swaps_of(readings: Sequence[Reading]) -> Exchanges:
    """Return the swaps of support that both gain from, with every number in its middle, the largest gain first.

    Actors and issues are numbered as :func:`actors` and :func:`by_id` list them; each swap names that issue first which
    comes first in the case.
    """
    everybody = {actor: row for row, actor in enumerate(actors(readings))}
    shape = (len(everybody), len(readings))
    positions, capability, salience = np.zeros(shape), np.ones(shape), np.zeros(shape)
    for column, reading in enumerate(by_id(readings)):
        scale, count = reading.model.scale, len(reading.model.stakes)
        centre = reading.model.inputs.centre
        rows = [everybody[stake.actor] for stake in reading.model.stakes]
        positions[rows, column] = (centre[:count] - scale.low) / (scale.high - scale.low)
        salience[rows, column] = centre[count : 2 * count]
        capability[rows, column] = centre[2 * count : 3 * count]
    if len(readings) < 2:
        return Exchanges([], 0)
    best, count = exchanges(positions, capability, salience, LISTED)
    places = {reading.model.issue.id: place for place, reading in enumerate(readings)}
    place = [places[reading.model.issue.id] for reading in by_id(readings)]
    return Exchanges([swap if place[swap.given] < place[swap.got] else _turned(swap) for swap in best], count)


def _turned(swap: Exchange) -> Exchange:
    """Return the same swap told from the other side."""
    return Exchange(swap.taker, swap.giver, swap.got, swap.given, swap.moves[::-1], swap.shifts[::-1], swap.gain)


def actors(readings: Sequence[Reading]) -> list[str]:
    """Return everybody who has a stake in one of the issues, by id."""
    return sorted({stake.actor for reading in readings for stake in reading.model.stakes})


def by_id(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings by the ids of their issues, so that nothing depends on the order of the case."""
    return sorted(readings, key=lambda reading: reading.model.issue.id)


def document(readings: Sequence[Reading], swaps: Sequence[Exchange]) -> list[dict[str, Any]]:
    """Return the swaps for programs."""
    everybody, readings = actors(readings), by_id(readings)
    return [
        {
            "actors": [everybody[swap.giver], everybody[swap.taker]],
            "issues": [readings[issue].model.issue.id for issue in (swap.given, swap.got)],
            "moves": [
                round(move * length, 9) for move, length in zip(swap.moves, _lengths(readings, swap), strict=True)
            ],
            "shifts": [round(by * length, 9) for by, length in zip(swap.shifts, _lengths(readings, swap), strict=True)],
            "gain": round(swap.gain, 9),
        }
        for swap in swaps
    ]


def finding(situation: Situation, readings: Sequence[Reading], found: Exchanges) -> Finding | None:
    """Return who could support whom; ``None`` where nobody gains by it."""
    if not found.best:
        return None
    swaps, readings = found.best, by_id(readings)
    rows = tuple(Row(_cells(situation, readings, swap)) for swap in swaps[:_MOST])
    first, gives, second, returns, _ = _cells(situation, readings, swaps[0])
    more = (Statement(f"The table has the best {_MOST} of {found.total:,}."),) if found.total > _MOST else ()
    return Finding(
        "settlement",
        "swaps",
        "Who could support whom",
        f"{first} and {second} both gain if {first} moves {gives}, and {second} {returns}.",
        statements=(
            Statement("Each gives way on the issue that matters less to it than to the other, and both gain the same."),
            *more,
        ),
        tables=(Table("swaps", "Swaps of support from which both gain", _COLUMNS, rows),),
        method=Method("Exchange model", "every number in its middle", references=("StokmanVanOosten1994",)),
        assumptions=(
            Statement(
                "What a shift is worth to an actor is its salience times the shift as a share of the scale.",
                assumption="that is how the exchange model reckons",
            ),
        ),
    )


def _cells(situation: Situation, readings: Sequence[Reading], swap: Exchange) -> tuple[str, str, str, str, float]:
    everybody = [situation.names[actor] for actor in actors(readings)]
    one, two = (
        f"{'up' if move > 0 else 'down'} by {number(readings[issue].model.scale, abs(move) * length)} on "
        f"“{readings[issue].model.issue.label}”"
        for issue, move, length in zip((swap.given, swap.got), swap.moves, _lengths(readings, swap), strict=True)
    )
    return everybody[swap.giver], one, everybody[swap.taker], two, round(swap.gain, 3)


def _lengths(readings: Sequence[Reading], swap: Exchange) -> list[float]:
    scales = [readings[issue].model.scale for issue in (swap.given, swap.got)]
    return [scale.high - scale.low for scale in scales]
