"""What a caller may ask of the conflict lens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConflictOptions:
    """How much to list.

    Attributes
    ----------
    max_states
        Above this number of states, lists of states become counts with the first ones.
    """

    max_states: int = 4096
