"""Verdicts: under whose reading an outcome holds, in words that put no reading above another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence


def verdict(found: Sequence[tuple[str, Sequence[str]]], each: Sequence[str]) -> str:
    """Return under which readings an outcome holds, as what a sentence says of it.

    Parameters
    ----------
    found
        What to call each reading, and the concepts under which the outcome holds there.
    each
        Those under which it holds when each acts on its own reading.
    """
    holding = [(called, tuple(concepts)) for called, concepts in found if concepts]
    if not holding:
        if each:
            return f"holds only because each acts on its own reading ({', '.join(each)})"
        none = "neither reading" if len(found) == 2 else f"none of the {len(found)} readings"
        return f"holds under {none}, nor when each acts on its own"
    same = len({concepts for _, concepts in holding}) == 1
    own = _own(each, holding[0][1] if same else None)
    if len(holding) < len(found):
        return f"holds only {_under(holding, same=same)}{own}"
    every = "both readings" if len(found) == 2 else f"all {len(found)} readings"
    if same:
        return f"holds under {every} ({', '.join(holding[0][1])}){own}"
    return f"holds under {every}, {_under(holding, same=False)}{own}"


def _under(holding: Sequence[tuple[str, Sequence[str]]], *, same: bool) -> str:
    if same:
        return f"under {listed([called for called, _ in holding])} ({', '.join(holding[0][1])})"
    return listed([f"under {called} ({', '.join(concepts)})" for called, concepts in holding])


def _own(each: Sequence[str], shared: Sequence[str] | None) -> str:
    """Return whether it holds when each acts on its own reading, as the end of a sentence."""
    if not each:
        return "; when each acts on its own reading, it does not hold"
    if tuple(each) == shared:
        return ", and when each acts on its own"
    return f"; when each acts on its own reading, it holds ({', '.join(each)})"
