"""Logrolling: who gives on which issue, for what, so that both gain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from detente.findings import Column, Depth, Finding, Method, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.entries import UNDER, Entry, by_actor, entry
from detente.lenses.settlement.packages.words import outcome_name, party_names, quoted
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.bargaining.packages.space import snap
from detente.methods.bargaining.packages.trades import Give, Trade, fairest, trades

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis

_SHOWN = 10

_COLUMNS = (
    Column("first", "One gives"),
    Column("second", "The other gives"),
    Column("first_gains", "The one gains", "number"),
    Column("second_gains", "The other gains", "number"),
    Column("opens", "Nobody blocks that", "truth"),
)


@dataclass(frozen=True, slots=True)
class Gift:
    """One side of a trade.

    Attributes
    ----------
    actor, issue, outcome
        Who gives on which issue, and the outcome that it comes to.
    """

    actor: str
    issue: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A trade on two issues that leaves two parties better off and nobody worse off.

    Attributes
    ----------
    gives
        What each of the two gives.
    changes
        By actor, what the trade is worth to it.
    in_zopa
        Whether everybody accepts the package that it leads to; ``null`` where an alternative to a deal is not stated.
    """

    gives: tuple[Gift, ...]
    changes: Mapping[str, float | None]
    in_zopa: bool | None


@dataclass(frozen=True, slots=True)
class Trades:
    """The trades from the package in which each issue is settled by itself.

    Attributes
    ----------
    base
        That package; where it crosses a red line, of those that cross none one that settles most issues so.
    list_
        The trades that cross no red line, those first in which the one that gains less gains most.
    """

    base: Entry
    list_: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Logrolling(Result):
    """What could be traded.

    Attributes
    ----------
    trades
        From which package, and what; ``null`` where packages are not worked out, or every one crosses a red line.
    """

    under: ClassVar[str] = UNDER

    trades: Trades | None = None


class Deals(NamedTuple):
    """Trades from a package, by numbers.

    Attributes
    ----------
    base
        The package to begin with.
    trades, results
        The trades, and the package that each leads to.
    moved
        Whether the package to begin with is not the one in which each issue is settled by itself, as that crosses a
        red line.
    """

    base: int
    trades: tuple[Trade, ...]
    results: tuple[int, ...]
    moved: bool


def find(look: Look[SettlementOptions]) -> Logrolling | None:
    """Return which trades leave two parties better off."""
    if not look.moment.outline.count:
        return None
    analysis = look.once(analyse)
    deals = look.once(_deals)
    if analysis is None or deals is None:
        return Logrolling()
    found = list(zip(deals.trades, deals.results, strict=True))[: look.options.max_packages]
    return Logrolling(Trades(entry(analysis, deals.base), tuple(_exchange(analysis, *each) for each in found)))


def _exchange(analysis: Analysis, trade: Trade, result: int) -> Exchange:
    outline = analysis.model.outline
    gives = (
        Gift(outline.parties[give.party].actor, issue.id, issue.outcomes[give.outcome].id)
        for give in trade.gives
        for issue in (outline.issues[give.issue],)
    )
    return Exchange(tuple(gives), by_actor(analysis, trade.changes), _inside(analysis, result))


def _deals(look: Look[SettlementOptions]) -> Deals | None:
    """Return the trades from the package in which each issue is settled by itself."""
    analysis = look.once(analyse)
    if analysis is None or analysis.nothing_left:
        return None
    space = analysis.model.space
    base, moved = _base(analysis)
    [choice] = space.choices(np.array([base])).tolist()
    found = []
    for trade in trades(analysis.utilities, space, choice):
        after = list(choice)
        for give in trade.gives:
            after[give.issue] = give.outcome
        result = space.number(after)
        if analysis.barred is None or not analysis.barred[result]:
            found.append((trade, result))
    return Deals(base, tuple(trade for trade, _ in found), tuple(result for _, result in found), moved)


def _base(analysis: Analysis) -> tuple[int, bool]:
    """Return the package in which each issue is settled by itself, and whether it is another one.

    Where that crosses a red line, it is the one of those that cross none in which most issues are settled so; of
    several, the one that is worth most to whom it is worth least.
    """
    space, alone = analysis.model.space, [outcomes[0] for outcomes in _tied(analysis)]
    number = space.number(alone)
    if analysis.barred is None or not analysis.barred[number]:
        return number, False
    clear = np.flatnonzero(~analysis.barred)
    kept = (space.choices(clear) == alone).sum(axis=1)
    return int(clear[np.lexsort((-analysis.utilities[:, clear].min(axis=0), -kept))[0]]), True


def show(found: Logrolling, look: Look[SettlementOptions]) -> Finding | None:
    """Say which trades leave both better off; nothing where there are not two issues and two parties."""
    del found
    analysis, deals = look.once(analyse), look.once(_deals)
    if analysis is None or deals is None:
        return None
    if len(analysis.model.outline.issues) < 2 or len(analysis.model.outline.parties) < 2:
        return None
    return Finding(
        "What could be traded",
        _headline(analysis, deals),
        (_begin(analysis, deals), *_statements(analysis, deals)),
        tuple(table for table in (_table(analysis, deals),) if table.rows),
        method=Method(
            "Logrolling",
            "from the package in which each outcome is the best for whom it suits least, two issues at a time",
            references=("FromanCohen1970", "Raiffa1982"),
        ),
        assumptions=tuple(_assumed(analysis)),
        depth=Depth.APPENDIX,
        id="packages-traded",
    )


def _assumed(analysis: Analysis) -> Iterator[Statement]:
    """Yield where trades begin on issues that matter only together with others, or where several outcomes tie."""
    outline = analysis.model.outline
    for issue, outcomes in zip(outline.issues, _tied(analysis), strict=True):
        if len(outcomes) > 1:
            names = listed([f"“{outcome_name(issue, outcome)}”" for outcome in outcomes])
            text = f"On “{issue.label}”, {names} suit whom they suit least alike; trades begin from the first of them."
            yield Statement(text, assumption="the order in which the case lists them")
        if not any(outline.matters(party, issue) for party in outline.parties):
            first = f"trades begin from “{outcome_name(issue, 0)}”, its first outcome"
            together = any(issue.id in stated.issues for stated in outline.conditions)
            text = (
                f"“{issue.label}” matters only {'together with other issues' if together else 'to red lines'}; {first}."
            )
            yield Statement(text, assumption="by itself no party values it")


def _headline(analysis: Analysis, deals: Deals) -> str:
    if not deals.trades:
        return "No give-and-take on two issues leaves two parties better off."
    one, other = (_give(analysis, give) for give in deals.trades[0].gives)
    return f"{one}, and {other}: both gain."


def _begin(analysis: Analysis, deals: Deals) -> Statement:
    """Return which package trades are held against."""
    base = quoted(analysis, [deals.base])
    settled = "each issue is settled by itself"
    which = f"as nearly as red lines let it, {settled}" if deals.moved else settled
    return Statement(f"That is held against {base}, where {which}.")


def _give(analysis: Analysis, give: Give) -> str:
    issue = analysis.model.outline.issues[give.issue]
    return f"{party_names(analysis)[give.party]} gives “{issue.label}: {outcome_name(issue, give.outcome)}”"


def _inside(analysis: Analysis, package: int) -> bool | None:
    return None if analysis.zopa is None else bool(analysis.zopa.inside[package])


def _statements(analysis: Analysis, deals: Deals) -> Iterator[Statement]:
    if deals.trades:
        leave = one_or_many(len(deals.trades), "leaves", "leave")
        trades_found = counted(len(deals.trades), "trade")
        yield Statement(f"{trades_found} on two issues {leave} two parties better off and nobody worse off.")
    else:
        yield from _together(analysis, deals)
    if analysis.zopa is None or not analysis.zopa.inside.any():
        return
    opening = [package for package in deals.results if analysis.zopa.inside[package]]
    if analysis.zopa.inside[deals.base]:
        yield Statement("Nobody blocks that package as it is.")
    elif opening:
        yield Statement(
            f"Somebody blocks that package; nobody blocks {quoted(analysis, opening[:1])}, a trade’s result."
        )
    else:
        yield Statement("No give-and-take on two issues leads from there to a package that nobody blocks.")


def _together(analysis: Analysis, deals: Deals) -> Iterator[Statement]:
    """Yield the package that serves everybody better although nobody gives anything for it."""
    change = snap(analysis.utilities - analysis.utilities[:, [deals.base]])
    serves = (change >= 0).all(axis=0) & (change > 0).any(axis=0)
    better = np.flatnonzero(serves if analysis.barred is None else serves & ~analysis.barred)
    if better.size:
        best = int(better[change[:, better].min(axis=0).argmax()])
        named = quoted(analysis, [best])
        yield Statement(f"Without anybody giving anything for it, all would do as well or better by {named}.")


def _tied(analysis: Analysis) -> list[list[int]]:
    """Return for each issue the outcomes that suit whom they suit least as well as any."""
    model = analysis.model
    values = model.utility.values(model.doubt.middle)
    return [
        fairest(value, [model.outline.matters(party, issue) for party in model.outline.parties])
        for issue, value in zip(model.outline.issues, values, strict=True)
    ]


def _table(analysis: Analysis, deals: Deals) -> Table:
    rows = []
    for trade, package in list(zip(deals.trades, deals.results, strict=True))[:_SHOWN]:
        gained = [round(trade.changes[give.party], 3) for give in trade.gives]
        rows.append(Row((*(_give(analysis, give) for give in trade.gives), *gained, _inside(analysis, package))))
    return Table("trades", "Trades that leave both better off and nobody worse off", _COLUMNS, tuple(rows))


CHAPTER = Chapter("logrolling", 170, find, show)
