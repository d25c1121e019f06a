"""What beats no deal: the packages that nobody has a better alternative to, with each party's margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Figure, Finding, Method, Row, Statement, Table
from detente.lenses.evidence import row_of
from detente.lenses.settlement.packages.assumptions import assumed, rests
from detente.lenses.settlement.packages.words import (
    SHOWN,
    date_of,
    margin_cells,
    party_name,
    party_names,
    quoted,
    stated_range,
)
from detente.lenses.settlement.packages.zone import inputs, margins
from detente.lenses.settlement.packages.zone.pictured import pictured
from detente.lenses.settlement.packages.zone.plane import plane
from detente.lenses.wording import listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.settlement.packages.analysis import Dealt, Found

_PARTIES = (
    Column("party", "Party"),
    Column("batna", "Worth of no deal to it"),
    Column("worst", "Worst package", "number"),
    Column("best", "Best package", "number"),
    Column("accepts", "Packages no worse than no deal", "number"),
)


def finding(found: Found) -> Finding:
    """Return which packages beat no deal for everybody."""
    put_in = inputs.table(found)
    tables = [_parties(found), *([put_in] if put_in else [])]
    if found.dealt is None and found.frontier is not None:
        rows = tuple(Row(margin_cells(found, int(package))) for package in found.frontier[:SHOWN])
        columns = (Column("package", "Package"), *(_worth(found)))
        tables.append(Table("frontier", "Packages that cannot be improved on for all", columns, rows))
    return Finding(
        "settlement",
        "packages",
        "What beats no deal",
        _headline(found) if found.dealt is None else _answer(found, found.dealt),
        tuple(_statements(found)),
        tuple(tables),
        _figures(found),
        method=Method(
            "Enumeration of packages",
            "added utilities; weights divided by their sum for each party; numbers in the middle of their intervals",
            (("Packages", f"{found.model.space.count:,}"),),
            references=("Raiffa1982", "FisherUry1981"),
        ),
        assumptions=tuple(assumed(found)),
    )


def _headline(found: Found) -> str:
    """Return that the zone is not computed, and why."""
    names = [party_name(found, party) for party in found.model.without_alternative]
    whose = listed([f"{name}’s" for name in names])
    what = one_or_many(len(names), "alternative to a deal is", "alternatives to a deal are")
    return f"Which packages beat no deal is not computed: {whose} {what} not stated."


def _answer(found: Found, dealt: Dealt) -> str:
    count, inside = found.model.space.count, dealt.best
    packages = f"{count:,} {one_or_many(count, 'package', 'packages')}"
    if not inside.size:
        return f"None of {packages} is worth as much as no deal to everybody{rests(found)}."
    verb = one_or_many(inside.size, "is", "are")
    said = f"{inside.size:,} of {packages} {verb} worth no less than no deal to everybody"
    which = ": " if inside.size == 1 else "; the best of them for whoever gains least: "
    best = quoted(found, dealt.solutions["egalitarian"], 1)
    return f"{said}{rests(found)}{which}{best}{_possible(found, dealt)}."


def _possible(found: Found, dealt: Dealt) -> str:
    """Return the part of the headline that says how many packages of the zone can be had now; nothing where all can."""
    if found.possible is None or found.possible[dealt.best].all():
        return ""
    able = found.able.size
    many = f"{able:,} of them {one_or_many(able, 'is', 'are')}" if able else "none of them is"
    return f"; {many} possible on {date_of(found)}"


def _statements(found: Found) -> Iterator[Statement]:
    if found.trouble:
        yield Statement(f"Which packages are possible on {date_of(found)} is not worked out, because {found.trouble}.")
    if found.frontier is None:
        yield Statement("Which packages cannot be improved on is not computed: too many would have to be compared.")
        return
    size = found.frontier.size
    noun = one_or_many(size, "package", "packages")
    yield Statement(
        f"{size:,} {noun} cannot be improved on for one party without making another worse off (Pareto-efficient)."
    )
    if found.dealt is not None and found.dealt.zone.any():
        both = int(found.dealt.zone[found.frontier].sum())
        verb = one_or_many(both, "is", "are")
        yield Statement(f"Of those, {both:,} {verb} worth no less than no deal to everybody.")


def _parties(found: Found) -> Table:
    rows = []
    for i, (party, name) in enumerate(zip(found.model.outline.parties, party_names(found), strict=True)):
        stated = None if party.batna is None else stated_range(party.batna)
        worth = found.utilities[i]
        accepts = None if found.dealt is None else int(found.dealt.blocking.accepts[i])
        ends = round(float(worth.min()), 3), round(float(worth.max()), 3)
        rows.append(row_of((party,), name, stated, *ends, accepts))
    rows += [row_of((party,), party_name(found, party), *(None,) * 4) for party in found.model.outline.silent]
    return Table("parties", "What each party has without a deal, and with one", _PARTIES, tuple(rows))


def _figures(found: Found) -> tuple[Figure, ...]:
    """Return the pictures; none where alternatives are not stated."""
    if found.dealt is None:
        return ()
    shown = pictured(found, found.dealt)
    drawn = plane.figure(found, found.dealt, shown)
    gains = margins.figure(found, found.dealt, shown)
    return (gains,) if drawn is None else (drawn, gains)


def _worth(found: Found) -> Iterator[Column]:
    for party, name in zip(found.model.outline.parties, party_names(found), strict=True):
        yield Column(party.actor, f"Worth to {name}", "number")
