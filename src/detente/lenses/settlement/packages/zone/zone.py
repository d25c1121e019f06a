"""What beats no deal: the packages that nobody has a better alternative to, with each party's margin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from detente.findings import Column, Depth, Figure, Finding, Method, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.assumptions import assumed, rests
from detente.lenses.settlement.packages.entries import UNDER, Entry, entries
from detente.lenses.settlement.packages.words import (
    SHOWN,
    margin_cells,
    party_name,
    party_names,
    possible_on,
    quoted,
    stated_range,
    untold,
)
from detente.lenses.settlement.packages.zone import inputs, margins
from detente.lenses.settlement.packages.zone.pictured import pictured
from detente.lenses.settlement.packages.zone.plane import plane
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa

_PARTIES = (
    Column("party", "Party"),
    Column("batna", "Worth of no deal to it"),
    Column("worst", "Worst package", "number"),
    Column("best", "Best package", "number"),
    Column("accepts", "Packages it accepts", "number"),
)


@dataclass(frozen=True, slots=True)
class Zone(Result):
    """The zone of possible agreement, and the packages that cannot be improved on for all.

    Attributes
    ----------
    pareto_count, pareto
        How many packages are Pareto-efficient among those that cross no red line, and the first of them; ``null`` where
        comparing all takes too long.
    zopa_count, zopa
        How many packages are worth no less than no deal to everybody and cross no red line, and the first of them,
        those that leave most to whoever gains least first; ``null`` where what a party has without a deal is not
        stated.
    """

    under: ClassVar[str] = UNDER

    pareto_count: int | None = None
    pareto: tuple[Entry, ...] | None = None
    zopa_count: int | None = None
    zopa: tuple[Entry, ...] | None = None


def find(look: Look[SettlementOptions]) -> Zone | None:
    """Return which packages beat no deal for everybody."""
    if not look.moment.outline.count:
        return None
    analysis = look.once(analyse)
    if analysis is None:
        return Zone()
    frontier, zopa = analysis.frontier, analysis.zopa
    return Zone(
        None if frontier is None else int(frontier.size),
        None if frontier is None else entries(analysis, frontier),
        None if zopa is None else int(zopa.inside.sum()),
        None if zopa is None else entries(analysis, zopa.best),
    )


def show(found: Zone, look: Look[SettlementOptions]) -> Iterator[Finding]:
    """Say which packages nobody blocks; where alternatives are not stated, which cannot be improved on."""
    del found
    analysis = look.once(analyse)
    if analysis is None:
        return
    if analysis.zopa is not None:
        yield _finding(analysis, _answer(analysis, analysis.zopa), ())
        return
    yield Finding("What beats no deal", _headline(analysis), id="packages")
    headline, tables = "Which packages cannot be improved on is not computed.", tuple[Table, ...]()
    if analysis.frontier is not None:
        rows = tuple(Row(margin_cells(analysis, int(package))) for package in analysis.frontier[:SHOWN])
        columns = (Column("package", "Package"), *(_worth(analysis)))
        tables = (Table("frontier", "Packages that cannot be improved on for all", columns, rows),)
        headline = f"{counted(analysis.frontier.size, 'package')} cannot be improved on for one at nobody’s cost."
    yield replace(_finding(analysis, headline, tables), title="What packages are worth", id="packages-worth")


def _finding(analysis: Analysis, headline: str, tables: tuple[Table, ...]) -> Finding:
    """Return what is found of all packages, with what it is worked out from."""
    put_in = inputs.table(analysis)
    return Finding(
        "What beats no deal",
        headline,
        tuple(_statements(analysis)),
        (_parties(analysis), *((put_in,) if put_in else ()), *tables),
        _figures(analysis),
        method=Method(
            "Enumeration of packages",
            "added utilities; weights divided by their sum for each party; numbers in the middle of their intervals",
            (("Packages", f"{analysis.model.space.count:,}"),),
            references=("Raiffa1982", "FisherUry1981"),
        ),
        assumptions=tuple(assumed(analysis)) if analysis.zopa is None else (),  # told of the three packages
        depth=Depth.APPENDIX,
        id="packages",
    )


def _headline(analysis: Analysis) -> str:
    """Return that the zone is not computed, and why."""
    names = [party_name(analysis, party) for party in analysis.model.without_alternative]
    whose = listed([f"{name}’s" for name in names])
    what = one_or_many(len(names), "alternative to a deal is", "alternatives to a deal are")
    return f"Which packages beat no deal is not computed: {whose} {what} not stated."


def _answer(analysis: Analysis, zopa: Zopa) -> str:
    """Return how many packages nobody blocks, and how many of those can be had."""
    every, free = analysis.model.space.count, int(zopa.inside.sum())
    packages = counted(every, "package")
    if analysis.nothing_left:
        return f"Each of {packages} crosses somebody’s red line."
    if not free:
        return f"Somebody blocks each of {packages}{rests(analysis)}."
    return f"Nobody blocks {free:,} of {packages}{rests(analysis)}{_possible(analysis, zopa)}."


def _possible(analysis: Analysis, zopa: Zopa) -> str:
    """Return the part of the headline that says how many packages of the zone can be had now; nothing where all can."""
    if analysis.possible is None or analysis.possible[zopa.best].all():
        return ""
    able = analysis.able.size
    many = f"{able:,} of them {one_or_many(able, 'is', 'are')}" if able else "none of them is"
    return f"; {many} {possible_on(analysis)}"


def _refused(analysis: Analysis, zopa: Zopa) -> Iterator[Statement]:
    """Yield why packages are blocked, and the best of the others."""
    barred, worse = int(zopa.barred.sum()), int((~zopa.barred & (zopa.gains < 0).any(axis=0)).sum())
    why = [f"{barred:,} {one_or_many(barred, 'crosses', 'cross')} somebody’s red line"] if barred else []
    more = f" more {one_or_many(worse, 'is', 'are')}" if barred else f" {one_or_many(worse, 'is', 'are')}"
    why += [f"{worse:,}{more} worth less than no deal to somebody"] if worse else []
    if why:
        yield Statement(f"Of the packages, {listed(why)}.")
    if zopa.inside.any():
        best = quoted(analysis, zopa.solutions["egalitarian"], 1)
        yield Statement(f"The best for whoever gains least: {best}.")


def _statements(analysis: Analysis) -> Iterator[Statement]:
    if analysis.zopa is None:
        yield from untold(analysis)
    if analysis.nothing_left:
        return
    if analysis.zopa is not None:
        yield from _refused(analysis, analysis.zopa)
    if analysis.frontier is None:
        yield Statement("Which packages cannot be improved on is not computed: too many would have to be compared.")
        return
    size = analysis.frontier.size
    noun = one_or_many(size, "package", "packages")
    among = "" if analysis.barred is None else " of those that cross no red line"
    yield Statement(f"{size:,} {noun}{among} cannot be improved on for one at nobody’s cost (Pareto-efficient).")
    if analysis.zopa is not None and analysis.zopa.inside.any():
        both = int(analysis.zopa.inside[analysis.frontier].sum())
        yield Statement(f"Of those, nobody blocks {both:,}.")


def _parties(analysis: Analysis) -> Table:
    rows = []
    for i, (party, name) in enumerate(zip(analysis.model.outline.parties, party_names(analysis), strict=True)):
        stated = None if party.batna is None else stated_range(party.batna)
        worth = analysis.utilities[i]
        accepts = None if analysis.zopa is None else int(analysis.zopa.blocking.accepts[i])
        ends = round(float(worth.min()), 3), round(float(worth.max()), 3)
        rows.append(row_of((party,), name, stated, *ends, accepts))
    rows += [row_of((party,), party_name(analysis, party), *(None,) * 4) for party in analysis.model.outline.silent]
    return Table("parties", "What each party has without a deal, and with one", _PARTIES, tuple(rows))


def _figures(analysis: Analysis) -> tuple[Figure, ...]:
    """Return the pictures; none where alternatives are not stated."""
    if analysis.zopa is None or analysis.nothing_left:
        return ()
    shown = pictured(analysis, analysis.zopa)
    drawn = plane.figure(analysis, analysis.zopa, shown)
    gains = margins.figure(analysis, analysis.zopa, shown)
    return (gains,) if drawn is None else (drawn, gains)


def _worth(analysis: Analysis) -> Iterator[Column]:
    for party, name in zip(analysis.model.outline.parties, party_names(analysis), strict=True):
        yield Column(party.actor, f"Worth to {name}", "number")


CHAPTER = Chapter("zone", 120, find, show)
