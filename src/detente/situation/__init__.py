"""The case at a date, under a scenario: what had happened and was known."""

from detente.situation.idle import idle_changes
from detente.situation.perceptions import Perceived, PerceptionError, perceived
from detente.situation.readings.past import past_of
from detente.situation.scenario import apply_scenario, changed, walk
from detente.situation.situation import Situation, clock_of, situate
from detente.situation.tree import ScenarioError
from detente.situation.written import Written

__all__ = [
    "Perceived",
    "PerceptionError",
    "ScenarioError",
    "Situation",
    "Written",
    "apply_scenario",
    "changed",
    "clock_of",
    "idle_changes",
    "past_of",
    "perceived",
    "situate",
    "walk",
]
