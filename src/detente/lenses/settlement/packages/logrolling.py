"""What could be traded: who gives on which issue, for what, so that both gain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from detente.findings import Column, Depth, Finding, Method, Row, Statement, Table
from detente.lenses.settlement.packages.words import outcome_name, party_names, quoted
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.bargaining.packages.space import snap
from detente.methods.bargaining.packages.trades import Give, Trade, fairest, trades

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.settlement.packages.analysis import Found

_SHOWN = 10

_COLUMNS = (
    Column("first", "One gives"),
    Column("second", "The other gives"),
    Column("first_gains", "The one gains", "number"),
    Column("second_gains", "The other gains", "number"),
    Column("opens", "Everybody accepts that", "truth"),
)


class Traded(NamedTuple):
    """Trades from a package.

    Attributes
    ----------
    base
        The package to begin with.
    trades, results
        The trades, and the package that each leads to.
    """

    base: int
    trades: tuple[Trade, ...]
    results: tuple[int, ...]


def traded(found: Found) -> Traded:
    """Return the trades from the package in which each issue is settled by itself."""
    model = found.model
    choice = tuple(outcomes[0] for outcomes in _tied(found))
    every = trades(found.utilities, model.space, choice)
    results = []
    for trade in every:
        after = list(choice)
        for give in trade.gives:
            after[give.issue] = give.outcome
        results.append(model.space.number(after))
    return Traded(model.space.number(choice), every, tuple(results))


def finding(found: Found) -> Finding | None:
    """Return which trades leave both better off; ``None`` where there are not two issues and two parties."""
    if len(found.model.outline.issues) < 2 or len(found.model.outline.parties) < 2:
        return None
    deals = traded(found)
    return Finding(
        "settlement",
        "packages-traded",
        "What could be traded",
        _headline(found, deals),
        tuple(_statements(found, deals)),
        tuple(table for table in (_table(found, deals),) if table.rows),
        method=Method(
            "Logrolling",
            "from the package in which each outcome is the best for whom it suits least, two issues at a time",
            references=("FromanCohen1970", "Raiffa1982"),
        ),
        assumptions=tuple(_assumed(found)),
        depth=Depth.HEADLINE if bool(deals.trades) else Depth.DETAIL,
    )


def _assumed(found: Found) -> Iterator[Statement]:
    """Yield where trades begin on issues that matter only together with others, or where several outcomes tie."""
    outline = found.model.outline
    for issue, outcomes in zip(outline.issues, _tied(found), strict=True):
        if len(outcomes) > 1:
            names = listed([f"“{outcome_name(issue, outcome)}”" for outcome in outcomes])
            text = f"On “{issue.label}”, {names} suit whom they suit least alike; trades begin from the first of them."
            yield Statement(text, assumption="the order in which the case lists them")
        if not any(outline.matters(party, issue) for party in outline.parties):
            first = f"trades begin from “{outcome_name(issue, 0)}”, its first outcome"
            text = f"“{issue.label}” matters only together with other issues; {first}."
            yield Statement(text, assumption="by itself no party values it")


def _headline(found: Found, deals: Traded) -> str:
    base = quoted(found, [deals.base])
    if not deals.trades:
        none = "no give-and-take on two issues leaves two parties better off"
        return f"Where each issue is settled by itself, {base}, {none}."
    one, other = (_give(found, give) for give in deals.trades[0].gives)
    return f"{one}, and {other}: both gain, against each issue settled by itself ({base})."


def _give(found: Found, give: Give) -> str:
    issue = found.model.outline.issues[give.issue]
    return f"{party_names(found)[give.party]} gives “{issue.label}: {outcome_name(issue, give.outcome)}”"


def _inside(found: Found, package: int) -> bool | None:
    return None if found.dealt is None else bool(found.dealt.zone[package])


def _statements(found: Found, deals: Traded) -> Iterator[Statement]:
    if deals.trades:
        leave = one_or_many(len(deals.trades), "leaves", "leave")
        trades_found = counted(len(deals.trades), "trade")
        yield Statement(f"{trades_found} on two issues {leave} two parties better off and nobody worse off.")
    else:
        yield from _together(found, deals)
    if found.dealt is None or not found.dealt.zone.any():
        return
    opening = [package for package in deals.results if found.dealt.zone[package]]
    if found.dealt.zone[deals.base]:
        yield Statement("Each issue settled by itself is already worth no less than no deal to everybody.")
    elif opening:
        yield Statement(
            f"Each issue settled by itself is worth less than no deal to somebody; {quoted(found, opening[:1])}, "
            "which a trade leads to, is not."
        )
    else:
        yield Statement(
            "No give-and-take on two issues leads from there to a package that is worth no less to everybody."
        )


def _together(found: Found, deals: Traded) -> Iterator[Statement]:
    """Yield the package that serves everybody better although nobody gives anything for it."""
    change = snap(found.utilities - found.utilities[:, [deals.base]])
    better = np.flatnonzero((change >= 0).all(axis=0) & (change > 0).any(axis=0))
    if better.size:
        best = int(better[change[:, better].min(axis=0).argmax()])
        named = quoted(found, [best])
        yield Statement(f"Without anybody giving anything for it, all would do as well or better by {named}.")


def _tied(found: Found) -> list[list[int]]:
    """Return for each issue the outcomes that suit whom they suit least as well as any."""
    model = found.model
    values = model.layout.values(model.doubt.middle)
    return [
        fairest(value, [model.outline.matters(party, issue) for party in model.outline.parties])
        for issue, value in zip(model.outline.issues, values, strict=True)
    ]


def _table(found: Found, deals: Traded) -> Table:
    rows = []
    for trade, package in list(zip(deals.trades, deals.results, strict=True))[:_SHOWN]:
        gained = [round(trade.changes[give.party], 3) for give in trade.gives]
        rows.append(Row((*(_give(found, give) for give in trade.gives), *gained, _inside(found, package))))
    return Table("trades", "Trades that leave both better off and nobody worse off", _COLUMNS, tuple(rows))
