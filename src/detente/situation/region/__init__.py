"""The region at a date: in which of its states each descriptor certainly was, or may have been."""

from detente.situation.region.states import states_of

__all__ = ["states_of"]
