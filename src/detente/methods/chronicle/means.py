"""The mean of numbers of which some certainly count and others may."""

from __future__ import annotations

from collections.abc import Sequence


def bounds_of_mean(sure: Sequence[float], maybe: Sequence[float]) -> tuple[float, float]:
    """Return the least and the greatest mean of numbers that count and any that may count as well.

    The greatest is that of all that count and the greatest of the others, one by one for as long as each lies above
    the mean of those before it; the least is found alike.

    Parameters
    ----------
    sure
        Numbers that count in any case.
    maybe
        Numbers each of which counts or not, whatever the others do.

    Raises
    ------
    ValueError
        If there is no number at all.

    Examples
    --------
    >>> bounds_of_mean([-1, -1], [1, -1])
    (-1.0, -0.3333333333333333)
    """
    if not sure and not maybe:
        message = "there is no mean of no numbers"
        raise ValueError(message)
    least = 0.0 - _greatest([-each for each in sure], [-each for each in maybe])
    return least, _greatest(sure, maybe)


def _greatest(sure: Sequence[float], maybe: Sequence[float]) -> float:
    total, count = sum(sure), len(sure)
    for each in sorted(maybe, reverse=True):
        if count and each * count <= total:
            break
        total, count = total + each, count + 1
    return total / count
