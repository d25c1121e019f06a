"""The region at a date: the states that its descriptors were in or may have been in, and what that closes."""

from detente.situation.region.gates import Gates, gates_of
from detente.situation.region.states import states_of

__all__ = ["Gates", "gates_of", "states_of"]
