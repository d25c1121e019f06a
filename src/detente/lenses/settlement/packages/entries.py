"""The packages for programs: the key ``packages`` of ``detente.settlement/1``."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.lenses.settlement.packages.blocked import cheapest_payments, shortages
from detente.lenses.settlement.packages.logrolling import traded
from detente.lenses.settlement.packages.stable import held
from detente.lenses.settlement.packages.words import outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.lenses.settlement.packages.analysis import Dealt, Found, Now, Unsure
    from detente.methods.bargaining.packages.space import Packages
    from detente.methods.bargaining.packages.tornado import Answer, Swing

_EXACT = 1 << 53
"""Larger numbers are not read exactly by every program."""

_LISTS = ("zopa", "nash", "kalai_smorodinsky", "egalitarian")
_LATER = ("blockers", "blocked", "opening", "states", "now", "uncertainty")


def document(found: Found) -> dict[str, Any]:
    """Return the packages; what needs an alternative that is not stated is ``null``."""
    most, outline = found.options.max_packages, found.model.outline
    head: dict[str, Any] = {
        "count": found.model.space.count,
        "issues": {issue.id: [outcome.id for outcome in issue.outcomes] for issue in outline.issues},
        "parties": [party.actor for party in outline.parties],
        "not_stated": [party.actor for party in found.model.without_alternative],
        "pareto_count": None if found.frontier is None else int(found.frontier.size),
        "pareto": None if found.frontier is None else _entries(found, found.frontier[:most]),
        "trades": _trades(found),
    }
    if found.dealt is None:
        return head | dict.fromkeys((*_LISTS, "zopa_count", *_LATER))
    dealt = found.dealt
    return head | {
        "zopa_count": int(dealt.zone.sum()),
        "zopa": _entries(found, dealt.best[:most]),
        **{rule: _entries(found, picked[:most]) for rule, picked in dealt.solutions.items()},
        "blockers": _blockers(found, dealt),
        "blocked": _blocked(found, dealt),
        "states": _states(found),
        "opening": None if dealt.zone.any() else _opening(found, dealt),
        "now": None if found.now is None else _now(found, found.now),
        "uncertainty": None if found.unsure is None else _uncertainty(found, found.unsure),
    }


def refused(count: int, limit: int) -> dict[str, Any]:
    """Return that there are more packages than are enumerated."""
    keys = ("issues", "parties", "not_stated", "pareto_count", "pareto", "trades", "zopa_count", *_LISTS)

    return {"count": count if count < _EXACT else None, "limit": limit} | dict.fromkeys((*keys, *_LATER))


def _package(found: Found, package: int) -> dict[str, str]:
    chosen = outcomes(found, package)
    return {issue.id: issue.outcomes[chosen[issue.id]].id for issue in found.model.outline.issues}


def _by_actor(found: Found, values: Iterable[float]) -> dict[str, float | None]:
    parties = found.model.outline.parties
    return {
        party.actor: round(float(value), 9) if isfinite(value) else None
        for party, value in zip(parties, values, strict=True)
    }


def _entries(found: Found, packages: Iterable[int]) -> list[dict[str, Any]]:
    return [_entry(found, int(package)) for package in packages]


def _entry(found: Found, package: int) -> dict[str, Any]:
    margins = {} if found.dealt is None else {"margins": _by_actor(found, found.dealt.gains[:, package])}
    return {
        "package": _package(found, package),
        "utilities": _by_actor(found, found.utilities[:, package]),
        **margins,
        **({} if found.possible is None else {"possible": bool(found.possible[package])}),
    }


def _blockers(found: Found, dealt: Dealt) -> list[dict[str, Any]]:
    if dealt.zone.any():
        return []
    short = zip(found.model.outline.parties, shortages(dealt), strict=True)
    return [{"actor": party.actor, "short_by": round(least, 9)} for party, least in short if least is not None]


def _blocked(found: Found, dealt: Dealt) -> dict[str, dict[str, int]]:
    count = found.model.space.count
    each = zip(found.model.outline.parties, dealt.blocking.accepts, dealt.blocking.alone, strict=True)
    return {party.actor: {"blocks": count - int(accepts), "alone": int(alone)} for party, accepts, alone in each}


def _states(found: Found) -> list[dict[str, Any]] | None:
    rows = None if found.dealt is None else held(found, found.dealt.best[: found.options.max_packages])
    if rows is None:
        return None
    return [
        {
            "package": _package(found, row.package),
            "count": row.states,
            "named": list(row.named),
            "equilibria": list(row.concepts),
        }
        for row in rows
    ]


def _now(found: Found, now: Now) -> dict[str, Any]:
    most = found.options.max_packages
    return {
        "count": int(now.among.size),
        "zopa_count": int(now.dealt.zone.sum()),
        "zopa": _entries(found, now.among[now.dealt.best[:most]]),
        "nash": _entries(found, now.among[now.dealt.solutions["nash"][:most]]),
        "blockers": _blockers(found, now.dealt),
        "uncertainty": None if now.unsure is None else _uncertainty(found, now.unsure, now.among),
    }


def _opening(found: Found, dealt: Dealt) -> dict[str, Any]:
    opening, paid = dealt.opening, cheapest_payments(found, dealt)
    return {
        "total": round(opening.total, 9),
        "single": _by_actor(found, opening.alone),
        "nearest": _entries(found, opening.nearest[: found.options.max_packages]),
        "payments": None
        if paid is None
        else {
            "package": _package(found, paid[0]),
            "moved": round(paid[1].moved, 9),
            "received": _by_actor(found, paid[1].received),
        },
    }


def _trades(found: Found) -> dict[str, Any]:
    deals, outline = traded(found), found.model.outline
    return {
        "base": _entry(found, deals.base),
        "list": [
            {
                "gives": [
                    {
                        "actor": outline.parties[give.party].actor,
                        "issue": outline.issues[give.issue].id,
                        "outcome": outline.issues[give.issue].outcomes[give.outcome].id,
                    }
                    for give in trade.gives
                ],
                "changes": _by_actor(found, trade.changes),
                "in_zopa": None if found.dealt is None else bool(found.dealt.zone[result]),
            }
            for trade, result in list(zip(deals.trades, deals.results, strict=True))[: found.options.max_packages]
        ],
    }


def _uncertainty(found: Found, unsure: Unsure, among: Packages | None = None) -> dict[str, Any]:
    """Return what doubt does; where it is about some packages only, ``among`` has their numbers."""
    shares, numbers = unsure.shares, np.arange(found.model.space.count) if among is None else among
    order = np.lexsort((-shares.inside, -shares.wins))[: found.options.max_packages]
    return {
        "draws": shares.draws,
        "seed": found.options.seed,
        "empty": round(shares.empty, 9),
        "shares": [
            {
                "package": _package(found, int(numbers[k])),
                "zopa": round(float(shares.inside[k]), 9),
                "nash": round(float(shares.wins[k]), 9),
            }
            for k in order
            if shares.inside[k] > 0
        ],
        "tornado": [_swing(found, unsure, swing, numbers) for swing in unsure.swings],
        "untried": found.model.doubt.uncertain.size - len(unsure.swings),
    }


def _swing(found: Found, unsure: Unsure, swing: Swing, numbers: Packages) -> dict[str, Any]:
    given = found.model.inputs[swing.place]
    return {
        "kind": given.kind,
        "actor": given.party.actor,
        "issue": given.issue.id if given.issue else None,
        "outcome": given.outcome.id if given.outcome else None,
        "condition": given.stated.text if given.stated else None,
        "low": _end(found, given.value.low, swing.low, numbers),
        "high": _end(found, given.value.high, swing.high, numbers),
        "flips": swing.flips(unsure.middle),
    }


def _end(found: Found, value: float, answer: Answer, numbers: Packages) -> dict[str, Any]:
    nash = [_package(found, int(package)) for package in numbers[answer.nash[: found.options.max_packages]]]
    return {"value": value, "slack": round(answer.slack, 9), "nash": nash}
