"""What can be had now: packages whose options are open, how sure they are, and what the others wait for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from detente.findings import Column, Depth, Finding, Method, Result, Row, Statement, Table, spread
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.blocked.shortage import Blocker, blockers, in_the_way
from detente.lenses.settlement.packages.draws import Draws, draws
from detente.lenses.settlement.packages.entries import UNDER, Entry, entries
from detente.lenses.settlement.packages.possible.waiting import Unknown, unknown, unknown_outcomes, waiting
from detente.lenses.settlement.packages.words import (
    SHOWN,
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
    from detente.lenses.settlement.packages.analysis import Analysis, Feasible


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
        depth = Depth.HEADLINE if analysis.zopa is None else Depth.DETAIL
        said = (*unknown_outcomes(analysis), *waiting(analysis))
        return Finding("What can be had now", _without_zone(analysis), said, depth=depth, id="packages-now")
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
        depth=Depth.DETAIL,
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
    free, on = int(now.zopa.inside.sum()), possible_on(analysis)
    if now.zopa.barred.all():
        return f"Every package {on} crosses somebody’s red line."
    if now.among.size == 1:
        return f"{'Nobody' if free else 'Somebody'} blocks the only package {on}."
    packages = counted(now.among.size, "package")
    return (
        f"Nobody blocks {free:,} of the {packages} {on}." if free else f"Somebody blocks each of the {packages} {on}."
    )


def _statements(analysis: Analysis, now: Feasible) -> Iterator[Statement]:
    """Yield the best of what nobody blocks or who is in the way, what red lines rule out, and how sure that is."""
    zopa, barred = now.zopa, int(now.zopa.barred.sum())
    if barred == now.among.size:
        return
    if zopa.inside.any():
        best = quoted(analysis, now.among[zopa.solutions["egalitarian"]], 1)
        yield Statement(f"The best of them for whoever gains least: {best}.")
    else:
        who, nearest = in_the_way(analysis, zopa), quoted(analysis, now.among[zopa.opening.nearest], 1)
        yield Statement(
            f"The nearest to agreement: {nearest}; in the way {one_or_many(len(who), 'is', 'are')} {listed(who)}."
        )
    if barred:
        yield Statement(f"Of them, {barred:,} {one_or_many(barred, 'crosses', 'cross')} somebody’s red line.")
    if now.uncertainty is not None:
        some = share_of(1 - now.uncertainty.shares.empty)
        yield Statement(f"In {some} of the trials of the uncertain numbers, nobody blocks some package possible now.")


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
                f"{named} is in packages that nobody blocks and in packages possible now, but in none that is both."
            )


def _table(analysis: Analysis, now: Feasible) -> Table:
    """Return the packages possible now that beat no deal, or come nearest to it."""
    inside = now.zopa.best
    shown = (inside if inside.size else now.zopa.opening.nearest)[:SHOWN]
    columns, shares = margin_columns(analysis), now.uncertainty.shares.inside if now.uncertainty else None
    rows = [margin_cells(analysis, int(package)) for package in now.among[shown]]
    if shares is not None:
        columns = (*columns, Column("inside", "Share of trials in which nobody blocks it", "number", "%"))
        rows = [(*cells, percent(shares[k])) for cells, k in zip(rows, shown, strict=True)]
    which = "that nobody blocks" if inside.size else "nearest to agreement"
    return Table("now", f"Packages possible now {which}", columns, tuple(map(Row, rows)))


CHAPTER = Chapter("now", 130, find, show)
