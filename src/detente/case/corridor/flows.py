"""Flows: cargo that wants to go somewhere, what keeps it from a country, and what that costs."""

from __future__ import annotations

from typing import ClassVar, Literal

from detente.case.citation import Claim
from detente.case.corridor.network import Collector, Country, Mode
from detente.case.reading import Reading
from detente.case.record import NodeId, Slug, Text
from detente.case.value import Value

CargoClass = Literal["containers", "general", "bulk"]
"""What kind of cargo: in containers, by the piece, or loose and in tanks."""


class Flow(Claim):
    """Cargo that wants to go from one node to another.

    Attributes
    ----------
    kt
        Amount [thousand tonnes a year].
    cargo
        Its class.
    modes
        The modes it can use; all where left out.
    """

    id: Slug
    origin: NodeId
    destination: NodeId
    kt: Value | None = None
    cargo: CargoClass = "general"
    name: Text | None = None
    modes: tuple[Mode, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: its name, or its id where it has none."""
        return self.name or self.id


class Premium(Claim):
    """What entering a country costs beyond the price of the way.

    Attributes
    ----------
    usd
        Premium [USD per 40-foot unit], once each time cargo from elsewhere enters.
    cargo
        Whose cargo pays it: the id of a flow, a country code for what begins or ends there, two joined by a hyphen for
        what goes between them either way, or a class of cargo; everybody's where left out.
    mode
        The mode that it is for; every mode where left out.
    to
        Who is paid, where it is a fee; nobody where it is a risk or a nuisance.
    """

    known_by: ClassVar = ("cargo", "country", "mode", "to")

    country: Country
    usd: Value
    id: Slug | None = None
    cargo: Text | None = None
    mode: Mode | None = None
    to: Collector | None = None


class Permission(Reading):
    """Whose cargo may cross whom, and since when.

    Attributes
    ----------
    cargo
        Whose: as for a premium.
    through
        The country that it would cross, or use on its way.
    allowed
        Whether it may; of several that hold the last one written counts, and without one everything may.
    """

    known_by: ClassVar = ("cargo", "through")

    cargo: Text
    through: Country
    allowed: bool = True
    id: Slug | None = None
