"""The system: conditions of the region, how each moves the others, and what that opens and closes elsewhere."""

from detente.case.system.descriptor import Descriptor, HistoryEntry
from detente.case.system.effect import Effect
from detente.case.system.gate import Gate
from detente.case.system.impact import Background, Evidence, Impact
from detente.case.system.requirement import StateRequirement
from detente.case.system.shock import Shock
from detente.case.system.state import Closure, DescriptorState
from detente.case.system.system import System

__all__ = [
    "Background",
    "Closure",
    "Descriptor",
    "DescriptorState",
    "Effect",
    "Evidence",
    "Gate",
    "HistoryEntry",
    "Impact",
    "Shock",
    "StateRequirement",
    "System",
]
