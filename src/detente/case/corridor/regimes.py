"""Regimes: under whose rules a route runs, kept apart from where it runs."""

from __future__ import annotations

from typing import Literal

from detente.case.corridor.network import Collector
from detente.case.reading import Reading
from detente.case.record import ActorId, OptionId, Slug, Text
from detente.case.value import Value


class Regime(Reading):
    """Under whose rules a route runs.

    Attributes
    ----------
    kind
        Closed, sovereign, operator, extraterritorial or custom.
    hours, usd
        Time and fee of using it, once for each link under it [hours; USD per 40-foot unit].
    fee
        Fee by distance [USD per km and 40-foot unit].
    fee_to
        Share of the fees by collector [0..1].
    users
        Whose cargo may use it, as ``cargo`` of a permission says it; everybody's where left out.
    banned_by
        Who may ban its cargo from it.
    takes
        The options of the conflict that bring it about, as for outcomes of issues.
    """

    id: Slug
    kind: Literal["closed", "sovereign", "operator", "extraterritorial", "custom"] = "custom"
    name: Text | None = None
    hours: Value | None = None
    usd: Value | None = None
    fee: Value | None = None
    fee_to: dict[Collector, Value] = {}
    users: tuple[Text, ...] = ()
    banned_by: tuple[ActorId, ...] = ()
    takes: tuple[OptionId, ...] | None = None

    @property
    def label(self) -> str:
        """What to call it: its name, or its id where it has none."""
        return self.name or self.id
