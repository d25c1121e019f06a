"""Acts in words: what a step of an episode was, and whose."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.lenses.wording import listed

if TYPE_CHECKING:
    from detente.lenses.chronicle.episodes.told import Act
    from detente.situation import Situation

_CALLED = MappingProxyType(
    {
        "apology-offered": "an apology",
        "repair-offered": "an offer to repair",
        "refused": "a refusal",
        "off-ramp": "a way out",
    }
)


def called(role: str) -> str:
    """Return a role in words, with its article: "a trigger", "an apology"."""
    plain = role.replace("-", " ")
    return _CALLED.get(role) or f"{'an' if plain[0] in 'aeio' else 'a'} {plain}"


def in_words(situation: Situation, act: Act) -> str:
    """Return a kind of step in words, with whose it was."""
    return called(act.role) + _whose(situation, act.by)


def acted(situation: Situation, acts: Iterable[Act]) -> str:
    """Return kinds of step in words, those of one side together: "a trigger by South; a response by North"."""
    by_side: dict[str | None, list[str]] = {}
    for act in acts:
        by_side.setdefault(act.by, []).append(called(act.role))
    return "; ".join(listed(what) + _whose(situation, side) for side, what in by_side.items())


def _whose(situation: Situation, side: str | None) -> str:
    return f" by {situation.names[side]}" if side else " (by whom is not said)"
