"""At which value of a lever a verdict turns over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.methods.transport.arrays import Float


def break_even(margin: Callable[[Float], Float], low: float, central: float, high: float) -> float | None:
    """Return the value nearest to the central one at which a margin changes its sign, or ``None``.

    Parameters
    ----------
    margin
        Works out the margin at some values at once; ``nan`` where it has none. [shape (R,) to shape (R,)]
    low, central, high
        The range looked through, in steps of a 32nd of it; where the margin changes its sign and back within one step
        that goes unseen.
    """
    raise NotImplementedError
