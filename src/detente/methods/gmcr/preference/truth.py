"""Truth tables: sets of states as arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.preference.state_sets import state_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.preference.expressions import Expression


def truth_table(expression: Expression, options: Sequence[str]) -> Bool:
    """Return in which states a statement is true.

    Parameters
    ----------
    expression
        The statement.
    options
        Option ids in written order.

    Returns
    -------
    Bool
        Truth by state number, feasible or not. [shape (2**n,)]

    Raises
    ------
    StatementError
        If the statement names an option not in ``options`` or a pattern has not one mark per option.
    TooManyStatesError
        If there are too many options to list their states.
    """
    return as_array(state_set(expression, options), 1 << len(options))


def as_set(truth: Bool) -> int:
    """Return the set of states, as a number, in which something is true; the inverse of :func:`as_array`."""
    return int.from_bytes(np.packbits(truth, bitorder="little").tobytes(), "little")


def as_array(states: int, count: int) -> Bool:
    """Return a set of states as one truth value for each of ``count`` states [shape (count,)]."""
    octets = np.frombuffer(states.to_bytes(-(-count // 8), "little"), dtype=np.uint8)
    return np.unpackbits(octets, count=count, bitorder="little").view(np.bool_)
