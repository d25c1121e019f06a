"""The corridor: a transport network, its borders and regimes, who controls what on a route, and what is claimed."""

from detente.case.corridor.claims import CorridorClaim
from detente.case.corridor.control import Control, ControlClass, ControlRule
from detente.case.corridor.corridor import Corridor
from detente.case.corridor.flows import Flow, Permission, Premium
from detente.case.corridor.network import Border, Link, Mode, Node
from detente.case.corridor.parameters import Parameter
from detente.case.corridor.regimes import Regime

__all__ = [
    "Border",
    "Control",
    "ControlClass",
    "ControlRule",
    "Corridor",
    "CorridorClaim",
    "Flow",
    "Link",
    "Mode",
    "Node",
    "Parameter",
    "Permission",
    "Premium",
    "Regime",
]
