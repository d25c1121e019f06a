"""The literature's way to stability, for comparison: Boolean matrices over pairs of states.

Two decision makers only. Memory grows with the square of the number of states and time with its cube,
which is what the transforms of the kernels avoid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, Ordinal


def stability(moves: Bool, payoffs: Ordinal) -> dict[str, Bool]:
    """Return which states are stable, by concept key.

    Parameters
    ----------
    moves
        ``moves[i, s, t]``: decision maker ``i`` can move from ``s`` to ``t``. [shape (2, S, S)]
    payoffs
        Ordinal payoffs. [shape (2, S)]

    Returns
    -------
    dict
        ``[key][i, s]``: state ``s`` is stable for ``i``. [each shape (2, S)]

    References
    ----------
    XuHipelKilgour2009
    """
    tables = [_stable(moves[i], moves[1 - i], payoffs[i], payoffs[1 - i]) for i in range(2)]
    return {key: np.array([table[key] for table in tables]) for key in tables[0]}


def _stable(own: Bool, other: Bool, payoff: Ordinal, opponent: Ordinal) -> dict[str, Bool]:
    no_better = payoff[None, :] <= payoff[:, None]
    improving = own & ~no_better
    answers = other & (opponent[None, :] > opponent[:, None])
    confined = no_better & ~_product(~no_better, own.T)
    return {
        "nash": np.asarray(~improving.any(axis=1)),
        "gmr": _deterred(improving, no_better, other),
        "smr": _deterred(improving, confined, other),
        "seq": _deterred(improving, no_better, answers),
        "sseq": _deterred(improving, confined, answers),
    }


def _deterred(improving: Bool, punishing: Bool, answers: Bool) -> Bool:
    return np.asarray(~(improving & ~_product(punishing, answers.T)).any(axis=1))


def _product(left: Bool, right: Bool) -> Bool:
    return np.asarray(left.astype(np.float32) @ right.astype(np.float32) > 0)
