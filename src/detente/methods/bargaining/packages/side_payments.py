"""Side payments: what would have to change hands so that everybody takes a package."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.methods.bargaining.packages.space import Numbers, snap_derived


@dataclass(frozen=True, slots=True, eq=False)
class SidePayments:
    """Payments that make a package acceptable to everybody.

    Attributes
    ----------
    moved
        How much changes hands [utility].
    received
        What each party receives, negative where it pays; they add up to nought. [shape (parties,)]
    """

    moved: float
    received: Numbers


def side_payments(gains: Numbers, budget: Numbers) -> SidePayments | None:
    """Return the least payments with which nobody has a better alternative; ``None`` if there are none.

    Of payments that move as little, it returns those that leave most to whoever of those that gain is left with
    least. It takes utilities to be comparable and transferable, which is for the caller to say.

    Parameters
    ----------
    gains
        By how much the package beats each party's alternative. [shape (parties,)]
    budget
        What each party can pay or receive at most. [shape (parties,)]

    References
    ----------
    HuangfuHall2018
    """
    n = len(gains)
    # Unknowns: what each receives, what each pays, and what is left to whoever of those that gain is left with least.
    spare = np.zeros(2 * n + 1)
    spare[-1] = 1.0
    received = np.concatenate([np.ones(n), np.zeros(n + 1)])
    ends = np.hstack([np.eye(n), -np.eye(n), np.zeros((n, 1))])
    least = _solve(received, ends, gains, budget)
    if least is None:
        return None
    amount = received @ least
    rows = np.vstack([ends - np.outer(gains > 0, spare), -received])
    best = _solve(-spare, rows, np.append(gains, amount), budget)
    chosen = least if best is None else best
    return SidePayments(float(snap_derived(amount)), snap_derived(chosen[:n] - chosen[n : 2 * n]))


def _solve(cost: Numbers, rows: Numbers, limits: Numbers, budget: Numbers) -> Numbers | None:
    """Return the unknowns of least cost with ``rows @ x + limits >= 0`` that balance; ``None`` if there are none."""
    from scipy.optimize import linprog

    n = len(budget)
    balance = np.concatenate([np.ones(n), -np.ones(n), [0.0]])[np.newaxis]
    most = np.concatenate([budget, budget, [np.inf]])
    bounds = [(0.0, float(end)) for end in most]
    found = linprog(cost, A_ub=-rows, b_ub=limits, A_eq=balance, b_eq=[0.0], bounds=bounds, method="highs")
    return np.asarray(found.x, dtype=np.float64) if found.success else None
