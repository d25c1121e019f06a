"""The corridor as a whole."""

from __future__ import annotations

from detente.case.corridor.claims import CorridorClaim
from detente.case.corridor.control import Control
from detente.case.corridor.flows import Flow, Permission, Premium
from detente.case.corridor.network import Border, Link, Node
from detente.case.corridor.parameters import Parameter
from detente.case.corridor.regimes import Regime
from detente.case.reading import Reading
from detente.case.record import Text


class Corridor(Reading):
    """A multimodal network under border regimes.

    Attributes
    ----------
    nodes, links, borders
        Where cargo can go, and what crossing a border costs.
    regimes
        Under whose rules links may run. Each is looked at in turn: as if every link that names a regime ran under it.
    flows
        What wants to go where.
    premiums, permissions
        What keeps cargo out of a country, or makes it pay.
    parameters
        Numbers that all costs share, by their names.
    claims
        What is said of the network.
    control
        Who controls what on the route.
    boundaries
        A GeoJSON file of the case whose lines the map draws, where those that come with the program will not do.
    misfits
        Where the model is known to come out wrong, printed beside its results.
    """

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    borders: tuple[Border, ...] = ()
    regimes: tuple[Regime, ...] = ()
    flows: tuple[Flow, ...] = ()
    premiums: tuple[Premium, ...] = ()
    permissions: tuple[Permission, ...] = ()
    parameters: dict[Text, Parameter] = {}
    claims: tuple[CorridorClaim, ...] = ()
    control: Control | None = None
    boundaries: Text | None = None
    misfits: tuple[Text, ...] = ()
