"""Exchanges: two actors support each other, each on the issue that matters more to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Method, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.issues.models import readings
from detente.lenses.settlement.issues.words import number
from detente.methods.bargaining.spatial.exchange import Exchange, Exchanges, exchanges

if TYPE_CHECKING:
    from detente.lenses.look import Look
    from detente.lenses.settlement.issues.reading import Reading
    from detente.lenses.settlement.options import SettlementOptions
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


@dataclass(frozen=True, slots=True)
class Swap:
    """Two actors who support each other.

    Attributes
    ----------
    actors, issues
        Who they are, and on which issue each gives way.
    moves
        How far each moves on it, up or down its scale.
    shifts
        How far that moves the settlement of each of the two issues.
    gain
        What either gains. [of 1]
    """

    actors: tuple[str, str]
    issues: tuple[str, str]
    moves: tuple[float, ...]
    shifts: tuple[float, ...]
    gain: float


@dataclass(frozen=True, slots=True)
class Swaps(Result):
    """The exchanges of support from which both gain.

    Attributes
    ----------
    exchanges
        The best of them, the largest gain first; ``null`` where nobody asked for them.
    exchanges_count
        How many there are; ``null`` likewise.
    """

    exchanges: tuple[Swap, ...] | None
    exchanges_count: int | None


def find(look: Look[SettlementOptions]) -> Swaps:
    """Return who could support whom."""
    found = look.once(_exchanges)
    if found is None:
        return Swaps(None, None)
    read = look.once(readings)
    everybody, ordered = actors(read), by_id(read)
    return Swaps(tuple(_swap(everybody, ordered, each) for each in found.best), found.total)


def _swap(everybody: Sequence[str], readings: Sequence[Reading], found: Exchange) -> Swap:
    lengths = _lengths(readings, found)
    one, other = (readings[issue].model.issue.id for issue in (found.given, found.got))
    return Swap(
        (everybody[found.giver], everybody[found.taker]),
        (one, other),
        tuple(round(move * length, 9) for move, length in zip(found.moves, lengths, strict=True)),
        tuple(round(by * length, 9) for by, length in zip(found.shifts, lengths, strict=True)),
        round(found.gain, 9),
    )


def _exchanges(look: Look[SettlementOptions]) -> Exchanges | None:
    """Return the swaps of support that both gain from; ``None`` where nobody asked for them."""
    return exchanges_between(look.once(readings)) if look.options.exchanges else None


def exchanges_between(readings: Sequence[Reading]) -> Exchanges:
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


def show(found: Swaps, look: Look[SettlementOptions]) -> Finding | None:
    """Say who could support whom; nothing where nobody gains by it."""
    del found
    exchanged, situation = look.once(_exchanges), look.situation
    if exchanged is None or not exchanged.best:
        return None
    swaps, ordered = exchanged.best, by_id(look.once(readings))
    rows = tuple(Row(_cells(situation, ordered, swap)) for swap in swaps[:_MOST])
    first, gives, second, returns, _ = _cells(situation, ordered, swaps[0])
    total = exchanged.total
    more = (Statement(f"The table has the best {_MOST} of {total:,}."),) if total > _MOST else ()
    return Finding(
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
        depth=Depth.APPENDIX,
        id="swaps",
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


CHAPTER = Chapter("exchanges", 40, find, show)
