"""Hints for words that nothing is called by, in time that does not grow with the number of unknown ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

_MOST_COMPARED = 200
"""Among more unknown words than these, slips of the pen are not the point."""


@dataclass(frozen=True, slots=True)
class Hints:
    """Which of some known words an unknown one was probably meant to be.

    Attributes
    ----------
    known
        The words that mean something.
    """

    known: AbstractSet[str]
    _found: dict[str, str] = field(default_factory=dict)

    def of(self, word: str) -> str:
        """Return the hint for a word; an empty one where nothing is close, or very many were asked for."""
        if word not in self._found:
            self._found[word] = did_you_mean(word, self.known) if len(self._found) < _MOST_COMPARED else ""
        return self._found[word]


def states_meant(written: str, states: Iterable[str]) -> list[str]:
    """Return of all states, as ``descriptor.state``, those of a descriptor that is written alone, else of that name."""
    if "." in written:
        return []
    every = sorted(states)
    own = [state for state in every if state.partition(".")[0] == written]
    return own or [state for state in every if state.partition(".")[2] == written]
