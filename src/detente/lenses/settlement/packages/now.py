"""What can be had now: packages whose options are open, how sure they are, and what the others wait for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from detente.findings import Column, Finding, Method, Result, Row, Statement, Table, spread
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.blocked.shortage import Blocker, blockers, in_the_way
from detente.lenses.settlement.packages.draws import Draws, draws
from detente.lenses.settlement.packages.entries import UNDER, Entry, entries
from detente.lenses.settlement.packages.possible.waiting import Unknown, unknown, unknown_outcomes, waiting
from detente.lenses.settlement.packages.words import (
    SHOWN,
    clear,
    cross_none,
    gains_words,
    input_name,
    margin_cells,
    margin_columns,
    outcome_name,
    percent,
    possible_on,
    quoted,
    share_of,
)
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.bargaining.packages.registry import leading_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis, Feasible, Uncertainty


_TURNING = 3
"""How many of the numbers that decide are named."""


@dataclass(frozen=True, slots=True)
class Now:
    """What can be had at this date.

    Attributes
    ----------
    count
        How many packages can be had.
    zopa_count, zopa
        How many of those are worth no less than no deal to everybody, and the first of them.
    blockers
        Where nobody accepts any of them, who falls short at the nearest.
    uncertainty
        What uncertain numbers do to that; ``null`` where there are none.
    unknown
        The outcomes that are not known to be possible; packages that hold one are not among them.
    chosen
        By the key of the leading rule, the packages that it chooses among them.
    """

    count: int
    zopa_count: int
    zopa: tuple[Entry, ...]
    blockers: tuple[Blocker, ...]
    uncertainty: Draws | None
    unknown: tuple[Unknown, ...]
    chosen: Mapping[str, tuple[Entry, ...]] = spread()


@dataclass(frozen=True, slots=True)
class Today(Result):
    """What can be had at this date, where that is not everything.

    Attributes
    ----------
    now
        What that is; ``null`` where all can be had, or certainly none, where the case does not tell, or where an
        alternative to a deal is not stated.
    """

    under: ClassVar[str] = UNDER

    now: Now | None = None


def find(look: Look[SettlementOptions]) -> Today | None:
    """Return which packages can be had at this date and beat no deal."""
    if not look.moment.outline.count:
        return None
    analysis, key = look.once(analyse), leading_rule().key
    if analysis is None or analysis.zopa is None:
        return Today()
    unsure = unknown(analysis)
    if analysis.feasible is None:
        return Today(Now(0, 0, (), (), None, unsure, {key: ()}) if unsure else None)
    now, zopa = analysis.feasible, analysis.feasible.zopa
    return Today(
        Now(
            int(now.among.size),
            int(zopa.inside.sum()),
            entries(analysis, now.among[zopa.best]),
            blockers(analysis, zopa),
            None if now.uncertainty is None else draws(analysis, now.uncertainty, now.among),
            unsure,
            {key: entries(analysis, now.among[zopa.solutions[key]])},
        )
    )


def show(found: Today, look: Look[SettlementOptions]) -> Finding | None:
    """Say which packages can be had at this date and beat no deal; nothing where that is no other question."""
    del found
    analysis = look.once(analyse)
    if analysis is None or analysis.possible is None or analysis.possible.all():
        return None
    now = analysis.feasible
    if now is None:
        if analysis.zopa is None and not analysis.unknown.any():
            return None
        said = (*unknown_outcomes(analysis), *waiting(analysis))
        return Finding("What can be had now", _without_zone(analysis), said, id="packages-now")
    return Finding(
        "What can be had now",
        _headline(analysis, now),
        (*_statements(analysis, now), *_never(analysis, now), *unknown_outcomes(analysis), *waiting(analysis)),
        (_table(analysis, now),),
        method=Method(
            "Enumeration of packages",
            "only those whose options are open at this date and that no condition of the conflict rules out",
            (("Packages", f"{now.among.size:,}"),),
            references=("FangHipelKilgour1993",),
        ),
        id="packages-now",
    )


def _without_zone(analysis: Analysis) -> str:
    """Return how many packages can be had where none can, or where it is not stated what they are held against."""
    able = 0 if analysis.possible is None else int(analysis.possible.sum())
    if able:
        of = counted(analysis.model.space.count, "package")
        return f"{able} of {of} {one_or_many(able, 'is', 'are')} {possible_on(analysis)}."
    return f"No package is {possible_on(analysis)}{'' if analysis.unknown.any() else ', as the conflict stands'}."


def _headline(analysis: Analysis, now: Feasible) -> str:
    best = now.zopa.best
    left = now.among[~now.zopa.barred]
    if not left.size:
        return f"Every package {possible_on(analysis)} crosses somebody’s red line."
    on = f"{possible_on(analysis)}{cross_none(analysis, left.size)}"
    if left.size == 1:
        named = quoted(analysis, left)
        verb = "is worth no less than" if best.size else "is worth less than"
        whom = "everybody" if best.size else "somebody"
        return f"The only package {on} {verb} no deal to {whom}: {named}."
    of = f"the {counted(left.size, 'package')} {on}"
    if best.size:
        verb = one_or_many(best.size, "is", "are")
        which = "" if best.size == 1 else "the best of them for whoever gains least, "
        named = quoted(analysis, now.among[best[:1]])
        return f"Of {of}, {best.size:,} {verb} worth no less than no deal to everybody: {which}{named}."
    who = in_the_way(analysis, now.zopa)
    nearest = quoted(analysis, now.among[now.zopa.opening.nearest], 1)
    verb = one_or_many(len(who), "is", "are")
    none = f"None of {of} is worth as much as no deal to everybody"
    return f"{none}: the nearest is {nearest}, and in the way {verb} {listed(who)}."


def _statements(analysis: Analysis, now: Feasible) -> Iterator[Statement]:
    """Yield how sure that is, and which number to find out first."""
    if now.uncertainty is None:
        return
    some = share_of(1 - now.uncertainty.shares.empty)
    said = f"In {some} of the draws some package possible now is worth no less than no deal to everybody"
    yield Statement(f"{said}{clear(analysis)}.")
    turning = [swing for swing in now.uncertainty.swings if swing.low.is_open != swing.high.is_open]
    if not turning:
        yield Statement(_hinges(analysis, now.uncertainty))
    for swing in turning[:_TURNING]:
        given = analysis.model.inputs[swing.place]
        end = given.value.low if swing.low.is_open != now.uncertainty.middle.is_open else given.value.high
        there = "there is none" if now.uncertainty.middle.is_open else "there is one"
        yield Statement(f"To find out first for that: {input_name(analysis, given)}. At {end:g} {there}.")


def _hinges(analysis: Analysis, uncertainty: Uncertainty) -> str:
    """Return which number matters most where none decides by itself whether there is such a package."""
    decides = "No single number decides at the ends of its interval whether there is one"
    swing = max(uncertainty.swings, key=lambda each: each.span)
    if not swing.span:
        return f"{decides}, nor how much is left to whoever gains least."
    given = analysis.model.inputs[swing.place]
    low, high = gains_words(swing.low.slack), gains_words(swing.high.slack)
    ends = f"{low} at {given.value.low:g} and {high} at {given.value.high:g}"
    first = f"To find out first for that: {input_name(analysis, given)}"
    return f"{decides}. {first}; whoever gains least in the best of them {ends}."


def _never(analysis: Analysis, now: Feasible) -> Iterator[Statement]:
    """Yield the outcomes that all accept in some package and that are possible in some, but in none both at once."""
    if analysis.zopa is None:
        return
    space, issues = analysis.model.space, analysis.model.outline.issues
    accepted, possible, both = (
        space.choices(packages) for packages in (analysis.zopa.best, now.among, now.among[now.zopa.best])
    )
    for k, issue in enumerate(issues):
        apart = (set(accepted[:, k]) & set(possible[:, k])) - set(both[:, k])
        for outcome in sorted(apart):
            named = f"“{issue.label}: {outcome_name(issue, int(outcome))}”"
            yield Statement(
                f"{named} is in packages that all accept and in packages possible now, but in none that is both."
            )


def _table(analysis: Analysis, now: Feasible) -> Table:
    """Return the packages possible now that beat no deal, or come nearest to it."""
    inside = now.zopa.best
    shown = (inside if inside.size else now.zopa.opening.nearest)[:SHOWN]
    columns, shares = margin_columns(analysis), now.uncertainty.shares.inside if now.uncertainty else None
    rows = [margin_cells(analysis, int(package)) for package in now.among[shown]]
    if shares is not None:
        columns = (*columns, Column("inside", "Share of draws in which everybody accepts it", "number", "%"))
        rows = [(*cells, percent(shares[k])) for cells, k in zip(rows, shown, strict=True)]
    which = "that beat no deal or equal it for everybody" if inside.size else "nearest to agreement"
    return Table("now", f"Packages possible now {which}", columns, tuple(map(Row, rows)))


CHAPTER = Chapter("now", 130, find, show)
