"""The region at a date: the states that its descriptors were in or may have been in, and what that closes."""

from detente.situation.region.gates import Gates, Gateway, gates_of, gateways
from detente.situation.region.states import states_of

__all__ = ["Gates", "Gateway", "gates_of", "gateways", "states_of"]
