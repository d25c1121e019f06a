"""Where shocks lead, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.findings import Result
from detente.findings.result import UNASKED, Unasked
from detente.lenses.system.results import End


@dataclass(frozen=True, slots=True)
class Led:
    """Where one shock leads, under each rule that was asked for.

    Attributes
    ----------
    global_
        All descriptors under pressure move at once.
    incremental
        They move step by step, those whose states have an order.
    local
        Only those under the strongest pressure move.
    undecided
        The descriptors of which most draws under one rule say something else than most under another, or no state has
        most draws.
    """

    global_: tuple[End, ...] | Unasked = UNASKED
    incremental: tuple[End, ...] | Unasked = UNASKED
    local: tuple[End, ...] | Unasked = UNASKED
    undecided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shocks(Result):
    """Where shocks lead.

    Attributes
    ----------
    alone
        Where the region would go with nothing forced on it; ``null`` where its state is not known, or there are too
        many ways to follow.
    shocks
        The same by shock; none then.
    """

    alone: Led | None
    shocks: Mapping[str, Led]
