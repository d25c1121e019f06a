"""Cells of the network's tables: countries, actors, cargo and shares by the names of the case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from detente.lenses.evidence import row
from detente.models.corridor.naming import called
from detente.units import quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.corridor import Regime
    from detente.case.value import Value
    from detente.findings import Row
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.look import Look


@dataclass(frozen=True)
class Places:
    """What to call what the network speaks of.

    Attributes
    ----------
    look
        The case at its date.
    """

    look: Look[CorridorOptions]

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return called(self.look.case)

    @cached_property
    def _flows(self) -> Mapping[str, str]:
        corridor = self.look.case.corridor
        return {each.id: each.label for each in corridor.flows} if corridor else {}

    def name(self, code: str | None) -> str | None:
        """Return what to call a country or an actor."""
        return None if code is None else self._names.get(code, code)

    def cargo(self, selector: str | None) -> str | None:
        """Return whose cargo is meant: a flow, a country, two countries, or a class."""
        if selector is None or not selector.isupper():
            return None if selector is None else self._flows.get(selector, selector)
        return " – ".join(self._names.get(part, part) for part in selector.split("-"))

    def value(self, value: Value | None) -> str | None:
        """Return a number as well as it is known."""
        if value is None:
            return None
        middle = "" if value.mode is None else f", likeliest {quantity(value.mode, value.mode, None)}"
        return f"{quantity(value.low, value.high, None)}{middle}"

    def shares(self, shares: Mapping[str, Value]) -> tuple[str, ...] | None:
        """Return who gets which share."""
        return tuple(f"{self.name(who)}: {self.value(share)}" for who, share in shares.items()) or None

    def regime(self, regime: Regime) -> Row:
        """Return the row of a regime."""
        options = self.look.situation.names
        return row(
            regime,
            regime.label,
            regime.kind,
            self.value(regime.hours),
            self.value(regime.usd),
            self.value(regime.fee),
            self.shares(regime.fee_to),
            tuple(str(self.cargo(each)) for each in regime.users) or None,
            tuple(str(self.name(each)) for each in regime.banned_by) or None,
            tuple(options.get(each, each) for each in regime.takes or ()) or None,
        )
