"""The corridor: a transport network, its borders and regimes, and the claims made about it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.reading import Reading
from detente.case.record import ActorId, BorderId, NodeId, RegimeId, Slug, Text
from detente.case.value import Value

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Mode = Literal["rail1520", "rail1435", "road", "sea"]


class Node(Claim):
    """A place in the network.

    Attributes
    ----------
    country
        ISO 3166-1 alpha-2 code.
    lat, lon
        Position [degrees, WGS 84].
    """

    id: Slug
    name: Text | None = None
    country: Country | None = None
    kind: Slug | None = None
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None


class Link(Claim):
    """A way between two nodes.

    Attributes
    ----------
    a, b
        Ids of its ends.
    km
        Length [km].
    border
        Id of the border procedure it crosses.
    regime
        Id of the regime it runs under.
    status
        Whether it can be used, and since when.
    """

    id: Slug
    a: NodeId
    b: NodeId
    mode: Mode
    km: Annotated[float, Field(gt=0)] | None = None
    country: Country | None = None
    border: BorderId | None = None
    regime: RegimeId | None = None
    status: Literal["open", "closed", "planned", "under-construction"] = "open"
    since: When | None = None


class Border(Claim):
    """What crossing a border costs.

    Attributes
    ----------
    hours
        Time at the border [hours].
    usd
        Fee [USD per 40-foot unit].
    """

    id: Slug
    name: Text | None = None
    hours: Value | None = None
    usd: Value | None = None


class Regime(Claim):
    """Under whose rules a route runs.

    Attributes
    ----------
    kind
        Closed, sovereign, operator, extraterritorial or custom.
    hours, usd
        Time and fee of using it [hours; USD per 40-foot unit].
    fee
        Fee by distance [USD per km and 40-foot unit].
    fee_to
        Share of the fees by collector [0..1].
    users, banned_by
        Whose cargo may use it, and who may ban it.
    """

    id: Slug
    kind: Literal["closed", "sovereign", "operator", "extraterritorial", "custom"] = "custom"
    name: Text | None = None
    hours: Value | None = None
    usd: Value | None = None
    fee: Value | None = None
    fee_to: dict[str, Value] = {}
    users: tuple[Text, ...] = ()
    banned_by: tuple[ActorId, ...] = ()


class Flow(Claim):
    """Cargo that wants to go from one node to another.

    Attributes
    ----------
    kt
        Amount [thousand tonnes a year].
    """

    id: Slug
    origin: NodeId
    destination: NodeId
    kt: Value | None = None
    cargo: Slug | None = None


class Premium(Claim):
    """What using a country's way costs beyond its price.

    Attributes
    ----------
    usd
        Premium [USD per 40-foot unit].
    """

    country: Country
    usd: Value
    id: Slug | None = None
    cargo: Text | None = None


class Permission(Claim):
    """Whose cargo may cross whom, and since when."""

    cargo: Text
    through: Country
    allowed: bool = True
    id: Slug | None = None
    from_: When | None = Field(None, alias="from")
    to: When | None = None


class CorridorClaim(Claim):
    """A claim of the text as a predicate on the model's outputs."""

    id: Slug
    text: Text
    predicate: Text | None = None


class Corridor(Reading):
    """A multimodal network under border regimes."""

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    borders: tuple[Border, ...] = ()
    regimes: tuple[Regime, ...] = ()
    flows: tuple[Flow, ...] = ()
    premiums: tuple[Premium, ...] = ()
    permissions: tuple[Permission, ...] = ()
    parameters: dict[Text, Value] = {}
    claims: tuple[CorridorClaim, ...] = ()
