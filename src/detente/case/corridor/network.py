"""Nodes, links and borders: the geometry of a network, whoever may use it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from detente.case.availability import Availability
from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import BorderId, NodeId, RegimeId, Slug, Text
from detente.case.value import Number, Value

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166-1 alpha-2 code."""

Mode = Literal["rail1520", "rail1435", "road", "sea"]
"""How cargo moves: on rails 1520 or 1435 mm apart, on the road, or by sea."""

Collector = Annotated[str, Field(pattern=r"^([A-Z]{2}|[a-z][a-z0-9-]*)$")]
"""Who is paid: an ISO 3166-1 alpha-2 code, or the id of an actor."""


class Node(Claim):
    """A place in the network.

    Attributes
    ----------
    country
        ISO 3166-1 alpha-2 code.
    kind
        ``port``, ``border``, ``city`` or another word; a ``port`` or ``border`` is a gateway, by which routes are told
        apart, and a place of the kind ``sea`` lies in no country: ships meet there, and call at no port.
    lat, lon
        Position [degrees, WGS 84].
    """

    id: Slug
    name: Text | None = None
    country: Country | None = None
    kind: Slug | None = None
    lat: Annotated[Number, Field(ge=-90, le=90)] | None = None
    lon: Annotated[Number, Field(ge=-180, le=180)] | None = None

    @property
    def label(self) -> str:
        """What to call it: its name, or its id where it has none."""
        return self.name or self.id


class Link(Claim):
    """A way between two nodes, usable in both directions.

    Attributes
    ----------
    a, b
        Ids of its ends.
    mode
        How cargo moves on it.
    km
        Length [km].
    country
        The country that its kilometres lie in; where left out that of both ends, and none at sea.
    border
        Id of the border procedure that it crosses.
    regime
        Id of the regime it runs under; one of the kind ``closed`` closes it.
    status
        Whether it can be used; only what is ``open`` can.
    since
        Since when its status holds; before that an open link was closed, and one that is not open was open.
    available
        What opens it: a date or ``step:ID``, as for options of the conflict.
    rate
        What a kilometre costs on it, where that is not what its mode costs [USD per km and 40-foot unit].
    capacity
        How much it can carry [thousand tonnes a year]; more is told of, not turned away.
    """

    id: Slug
    a: NodeId
    b: NodeId
    mode: Mode
    km: Annotated[Number, Field(gt=0)] | None = None
    name: Text | None = None
    country: Country | None = None
    border: BorderId | None = None
    regime: RegimeId | None = None
    status: Literal["open", "closed", "planned", "under-construction"] = "open"
    since: When | None = None
    available: Availability | None = None
    rate: Value | None = None
    capacity: Annotated[Number, Field(gt=0)] | None = None


class Border(Claim):
    """What crossing a border costs.

    Attributes
    ----------
    hours
        Time at the border [hours].
    spread
        Standard deviation of that time; left out, the share of it that the parameter ``border-spread`` says [hours].
    usd
        Dues [USD per 40-foot unit].
    fee_to
        Share of the dues by collector [0..1].
    """

    id: Slug
    name: Text | None = None
    hours: Value | None = None
    spread: Value | None = None
    usd: Value | None = None
    fee_to: dict[Collector, Value] = {}

    @property
    def label(self) -> str:
        """What to call it: its name, or its id where it has none."""
        return self.name or self.id
