"""The case at a date, under a scenario: what had happened and was known."""

from detente.situation.idle import idle_changes
from detente.situation.perceptions import Perceived, PerceptionError, perceived
from detente.situation.scenario import apply_scenario
from detente.situation.situation import Situation, situate
from detente.situation.tree import ScenarioError

__all__ = [
    "Perceived",
    "PerceptionError",
    "ScenarioError",
    "Situation",
    "apply_scenario",
    "idle_changes",
    "perceived",
    "situate",
]
