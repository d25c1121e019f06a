"""States of a conflict in option form: how they are numbered, named and counted.

Option ``k`` of ``n``, in written order, is bit ``n - 1 - k`` of the state's number, so that counting
through the numbers walks the names in dictionary order with N before Y: ``NNN`` is 0, ``NNY`` is 1,
``YNN`` is 4.
"""

from __future__ import annotations

MAX_OPTIONS = 24
"""The most options whose states are listed one by one: 2**24 states are about 17 million."""


class TooManyStatesError(ValueError):
    """The conflict is too large to list its states; the message says what to do instead."""


def state_count(n: int) -> int:
    """Return the number of states of ``n`` options, 2**n, feasible or not.

    Raises
    ------
    TooManyStatesError
        If there are more than ``MAX_OPTIONS`` options.
    """
    if n > MAX_OPTIONS:
        msg = (
            f"{n} options make 2^{n} states; at most {MAX_OPTIONS} options can be listed state by state. "
            "Leave out options that are settled at this date, join options that always go together, "
            "or describe the conflict in graph form"
        )
        raise TooManyStatesError(msg)
    return 1 << n


def state_name(index: int, n: int) -> str:
    """Return the name of a state: one Y (taken) or N (not taken) per option, in written order.

    Raises
    ------
    ValueError
        If ``index`` is not the number of a state of ``n`` options.
    """
    if not 0 <= index < 1 << n:
        msg = f"{index} is not a state of {n} options: states count from 0 to {(1 << n) - 1}"
        raise ValueError(msg)
    return "".join("Y" if index >> (n - 1 - k) & 1 else "N" for k in range(n))


def state_index(name: str) -> int:
    """Return the number of the state called ``name``; the inverse of :func:`state_name`.

    Raises
    ------
    ValueError
        If ``name`` holds anything but Y and N.
    """
    strange = sorted(set(name) - {"Y", "N"})
    if strange:
        msg = f"{name!r} is not a state: {strange[0]!r} is neither Y nor N"
        raise ValueError(msg)
    return sum(1 << (len(name) - 1 - k) for k, mark in enumerate(name) if mark == "Y")
