"""The system as a whole."""

from __future__ import annotations

from detente.case.reading import Reading
from detente.case.system.descriptor import Descriptor
from detente.case.system.gate import Gate
from detente.case.system.impact import Background, Impact
from detente.case.system.requirement import StateRequirement
from detente.case.system.shock import Shock


class System(Reading):
    """The region as a web of conditions that hold each other up.

    Attributes
    ----------
    descriptors
        The conditions, and what each can be.
    impacts
        What each does to the others, directly.
    requirements
        What can only be under a condition.
    background
        What is at work whatever the conditions are.
    gates
        What the region opens or closes in other parts of the case.
    shocks
        What is forced on it, to see where that leads.
    """

    descriptors: tuple[Descriptor, ...] = ()
    impacts: tuple[Impact, ...] = ()
    requirements: tuple[StateRequirement, ...] = ()
    background: tuple[Background, ...] = ()
    gates: tuple[Gate, ...] = ()
    shocks: tuple[Shock, ...] = ()
