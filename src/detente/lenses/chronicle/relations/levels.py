"""Levels: how friendly each pair of actors was over time, and where friends of friends are enemies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Column, Depth, Finding, Method, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.relations.drawn import figure_of, named_pair
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.chronicle.balance import frustrated, triads
from detente.models.chronicle.dyads import Act, Dyad, dyads_of, signed

if TYPE_CHECKING:
    from datetime import date

    from detente.case.relation import Relation
    from detente.situation import Situation

_NAMED = 3
_MEANING = (
    "Three actors are balanced where the friend of a friend is a friend and the enemy of an enemy is one, too. "
    "The sign of a pair is that of most of its acts."
)
_COLUMNS = (
    Column("between", "Between"),
    Column("sign", "By now"),
    Column("conflictual", "Hostile acts", "number"),
    Column("cooperative", "Friendly acts", "number"),
    Column("mixed", "Mixed acts", "number"),
    Column("levels", "Level from −1 to 1, as it changed"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """How friendly a pair was from a day on.

    Attributes
    ----------
    since
        The day; ``None`` for how it was before the first of which a source tells.
    level
        Cooperative acts less conflictual ones, by the number of all [-1 to 1]; ``None`` where it cannot be said, and
        where all had ended.
    low, high
        The least and the greatest that it may have been, as acts dated within bounds came or ended early or late;
        ``None`` where all had ended.
    """

    since: str | None
    level: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors.

    Attributes
    ----------
    between
        Their ids.
    sign
        Whether acts of one sign prevail: ``conflictual``, ``cooperative``, or ``mixed`` where they weigh the same.
    conflictual, cooperative, mixed
        How many acts and attitudes of each sign certainly came by the date, and did not end.
    levels
        The level as it changed, never beyond the date; what lies between two of them of which it cannot be said is one.
    """

    between: tuple[str, str]
    sign: str
    conflictual: int
    cooperative: int
    mixed: int
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Structural balance of the pairs of which a sign prevails.

    Attributes
    ----------
    triads, balanced
        How many triads there are, and how many of them are balanced.
    share
        The share of balanced ones [0 to 1]; ``None`` without any triad.
    against
        The fewest pairs that stand against every split into two camps; ``None`` of more actors than can be tried.
    frustrating
        Those that do in each of the best splits, by how many unbalanced triads they stand in.
    """

    triads: int
    balanced: int
    share: float | None
    against: int | None
    frustrating: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Levels(Result):
    """How pairs of actors stand to each other.

    Attributes
    ----------
    relations
        By pair, as ``one+other``.
    balance
        Which triads are balanced; ``None`` where no act has a sign.
    """

    relations: Mapping[str, Pair]
    balance: Balance | None


def find(look: Look[ChronicleOptions]) -> Levels:
    """Return the level of each pair, and the balance of triads; acts without a sign say nothing of either."""
    day = look.situation.as_of.interval.earliest
    if day is None:
        return Levels({}, None)
    found = look.once(dyads)
    pairs = {"+".join(each.between): _pair(each, day) for each in found if each.level(day) is not None}
    return Levels(pairs, _balance(found, day) if pairs else None)


def dyads(look: Look[ChronicleOptions]) -> tuple[Dyad, ...]:
    """Return the pairs of actors with their signed acts."""
    return dyads_of(look.case, _acts(look.situation, look.moment.past.relations))


def _acts(situation: Situation, relations: tuple[Relation, ...]) -> Iterator[Act]:
    """Yield the acts with a sign; undated ones stand throughout, and ends, like all ends, may lie ahead."""
    calendar = situation.calendar
    for each in relations:
        if each.bearing is not None:
            begun = None if each.date is None else calendar.happened(each.date)
            yield Act(each, each.bearing, begun, None if each.until is None else calendar.of(each.until))


def _pair(dyad: Dyad, day: date) -> Pair:
    level = dyad.level(day) or 0
    held = [act.sign for act in dyad.acts if act.holds(day) is Truth.TRUE]
    return Pair(
        dyad.between,
        "mixed" if level == 0 else "cooperative" if level > 0 else "conflictual",
        held.count("conflictual"),
        held.count("cooperative"),
        held.count("mixed"),
        tuple(
            Level(each.since.isoformat() if each.since else None, each.level, each.low, each.high)
            for each in dyad.levels(day)
        ),
    )


def _balance(found: tuple[Dyad, ...], day: date) -> Balance:
    names, signs = signed(found, day)
    three, split = triads(signs), frustrated(signs)
    pairs: list[tuple[int, tuple[str, str]]] = []
    if split is not None:
        edges = zip(*np.nonzero(np.triu(split[1])), strict=True)
        pairs = [(-int(three.strain[i, j]), (names[i], names[j])) for i, j in edges]
    return Balance(
        three.count,
        three.balanced,
        three.balanced / three.count if three.count else None,
        split[0] if split is not None else None,
        tuple(pair for _, pair in sorted(pairs)),
    )


def show(found: Levels, look: Look[ChronicleOptions]) -> Finding | None:
    """Say how many triads are balanced, what strains them, and draw the pairs that changed most."""
    if found.balance is None:
        return None
    situation = look.situation
    vague = {"+".join(each.between): _vague(situation, each) for each in look.once(dyads)}
    rows = tuple(_row(situation, pair, vague[name]) for name, pair in found.relations.items())
    table = Table("levels", "How pairs of actors stand to each other", _COLUMNS, rows)
    figure = figure_of(situation, look.once(dyads), table)
    return Finding(
        "Friends of friends",
        _headline(situation, found.balance, len(rows)),
        statements=(Statement(_MEANING),),
        tables=() if figure else (table,),
        figures=(figure,) if figure else (),
        method=Method("Structural balance", references=("CartwrightHarary1956",)),
        depth=Depth.APPENDIX,
    )


def _headline(situation: Situation, balance: Balance, pairs: int) -> str:
    """Return how many triads are balanced, and which pairs strain the others."""
    if not balance.triads:
        return f"{counted(pairs, 'pair')} of actors, and no three who all stand to each other."
    of = one_or_many(balance.triads, "The one triad of actors", f"Of {balance.triads} triads of actors")
    words = f"{of} {'is' if balance.balanced else 'is not'} balanced"
    if balance.triads > 1:
        words = f"{of}, {balance.balanced or 'none'} {one_or_many(max(balance.balanced, 1), 'is', 'are')} balanced"
    called = situation.names
    named = [f"{called[one]} with {called[other]}" for one, other in balance.frustrating[:_NAMED]]
    more = len(balance.frustrating) - len(named)
    strained = listed([*named, *([f"{more} more"] if more else [])])
    return f"{words}{f'; what strains the others is {strained}' if strained else ''}."


def _vague(situation: Situation, dyad: Dyad) -> frozenset[str]:
    """Return the days that are only the last of those on which acts may have been."""
    days = [situation.calendar.happened(act.relation.date) for act in dyad.acts]
    sure = {each.latest for each in days if each.is_day}
    return frozenset(each.latest.isoformat() for each in days if each.latest and each.latest not in sure)


def _row(situation: Situation, pair: Pair, vague: frozenset[str]) -> Row:
    levels = (f"{words}{_since(each, vague)}" for each in pair.levels if (words := _how_friendly(each)))
    cells = (pair.conflictual, pair.cooperative, pair.mixed, tuple(levels))
    return Row((named_pair(situation, pair.between), pair.sign, *cells))


def _how_friendly(level: Level) -> str:
    """Return a level in words: as a range where it cannot be said; nothing where all had ended."""
    if level.low is None or level.high is None:
        return ""
    low, high = signed_number(level.low), signed_number(level.high)
    words = low if low == high else f"{low} to {high}"
    return f"{words} or none" if level.low == level.high != level.level else words


def _since(level: Level, vague: frozenset[str]) -> str:
    """Return since when a level holds, in words: by a month where no source gives the day."""
    if level.since is None:
        return ", since when is not told"
    if level.since in vague:
        return f" by {plain_date(level.since[:7])}"
    return f" since {plain_date(level.since)}"


def signed_number(level: float) -> str:
    """Return a level with its sign, to one digit."""
    return f"{level:+.1f}".replace("-", "−")


CHAPTER = Chapter("levels", 64, find, show)
